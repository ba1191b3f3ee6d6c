/** Breaches of contracts and failures to improve, of which the law wants a notice. */
@NullMarked
package uk.carecontracts.contracts.performance;

import org.jspecify.annotations.NullMarked;
