/** Tests of breaches of contracts and failures to improve. */
@NullMarked
package uk.carecontracts.contracts.performance;

import org.jspecify.annotations.NullMarked;
