/**
 * Where a category or client group stands in the commissioning cycle, and what its contracts
 * taught.
 */
@NullMarked
package uk.carecontracts.contracts.cycle;

import org.jspecify.annotations.NullMarked;
