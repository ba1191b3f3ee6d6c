/** Tests of savings. */
@NullMarked
package uk.carecontracts.contracts.savings;

import org.jspecify.annotations.NullMarked;
