/** Aggregates that are kept as their public state: one row each, one journal entry each version. */
@NullMarked
package uk.carecontracts.monitoring.documents;

import org.jspecify.annotations.NullMarked;
