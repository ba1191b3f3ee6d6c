/** Working days of England: weekends and bank holidays as dated reference data. */
@NullMarked
package uk.carecontracts.contracts.calendar;

import org.jspecify.annotations.NullMarked;
