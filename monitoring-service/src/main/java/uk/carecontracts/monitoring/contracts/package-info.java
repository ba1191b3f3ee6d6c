/** What monitoring knows of contracts, from the events of the contract register alone. */
@NullMarked
package uk.carecontracts.monitoring.contracts;

import org.jspecify.annotations.NullMarked;
