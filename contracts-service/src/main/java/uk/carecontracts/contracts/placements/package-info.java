/** People's packages of care, bought singly or in a block, and what their prices say. */
@NullMarked
package uk.carecontracts.contracts.placements;

import org.jspecify.annotations.NullMarked;
