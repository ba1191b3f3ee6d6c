/** Dated rules of monitoring: time limits and thresholds with their sources. */
@NullMarked
package uk.carecontracts.monitoring.rules;

import org.jspecify.annotations.NullMarked;
