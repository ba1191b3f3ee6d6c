/** Tests of the price calculations: worked numbers and laws. */
@NullMarked
package uk.carecontracts.contracts.pricing;

import org.jspecify.annotations.NullMarked;
