/** Risk-based monitoring: how closely a contract should be watched, and why. */
@NullMarked
package uk.carecontracts.monitoring.risk;

import org.jspecify.annotations.NullMarked;
