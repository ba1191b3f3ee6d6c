/** Variations of contracts: proposed, agreed by each party, in force on their day. */
@NullMarked
package uk.carecontracts.contracts.variations;

import org.jspecify.annotations.NullMarked;
