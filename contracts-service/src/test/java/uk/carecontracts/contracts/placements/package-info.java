/** Placements, their rules and reports. */
@NullMarked
package uk.carecontracts.contracts.placements;

import org.jspecify.annotations.NullMarked;
