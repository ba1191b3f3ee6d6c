/** Versioned records of planning, kept as JSON documents with their journal. */
@NullMarked
package uk.carecontracts.contracts.planning;

import org.jspecify.annotations.NullMarked;
