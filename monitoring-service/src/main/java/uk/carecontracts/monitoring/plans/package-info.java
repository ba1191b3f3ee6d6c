/** Monitoring plans: what is asked of a contract, and when. */
@NullMarked
package uk.carecontracts.monitoring.plans;

import org.jspecify.annotations.NullMarked;
