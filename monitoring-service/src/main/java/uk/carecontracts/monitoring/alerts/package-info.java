/** Alerts: what officers should look at now, without repetition. */
@NullMarked
package uk.carecontracts.monitoring.alerts;

import org.jspecify.annotations.NullMarked;
