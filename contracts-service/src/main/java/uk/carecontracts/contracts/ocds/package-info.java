/** The Open Contracting Data Standard 1.1: reading others' releases, writing and merging ours. */
@NullMarked
package uk.carecontracts.contracts.ocds;

import org.jspecify.annotations.NullMarked;
