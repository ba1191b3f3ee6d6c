/** Uplift clauses, simulations and index series. */
@NullMarked
package uk.carecontracts.contracts.uplift;

import org.jspecify.annotations.NullMarked;
