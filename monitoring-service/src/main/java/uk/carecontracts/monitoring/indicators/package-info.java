/** The catalogue of indicators that monitoring plans choose from. */
@NullMarked
package uk.carecontracts.monitoring.indicators;

import org.jspecify.annotations.NullMarked;
