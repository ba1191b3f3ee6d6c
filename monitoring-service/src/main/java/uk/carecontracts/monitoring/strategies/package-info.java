/** Commissioning strategies and outcome frameworks, and how well they are met. */
@NullMarked
package uk.carecontracts.monitoring.strategies;

import org.jspecify.annotations.NullMarked;
