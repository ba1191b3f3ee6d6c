/** Tests of the cycle view. */
@NullMarked
package uk.carecontracts.contracts.cycle;

import org.jspecify.annotations.NullMarked;
