/** Payments: imported, matched to suppliers and contracts, and reported against what was agreed. */
@NullMarked
package uk.carecontracts.contracts.spend;

import org.jspecify.annotations.NullMarked;
