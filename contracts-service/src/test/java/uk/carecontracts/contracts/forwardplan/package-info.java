/** Tests of the forward plan. */
@NullMarked
package uk.carecontracts.contracts.forwardplan;

import org.jspecify.annotations.NullMarked;
