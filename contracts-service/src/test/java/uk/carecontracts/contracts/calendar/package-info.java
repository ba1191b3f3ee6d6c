/** Tests of counting in working days. */
@NullMarked
package uk.carecontracts.contracts.calendar;

import org.jspecify.annotations.NullMarked;
