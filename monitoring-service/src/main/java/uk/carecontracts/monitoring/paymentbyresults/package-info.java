/** Payment by results: what outcomes, or verified people, earn under the terms of a contract. */
@NullMarked
package uk.carecontracts.monitoring.paymentbyresults;

import org.jspecify.annotations.NullMarked;
