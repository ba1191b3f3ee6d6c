package uk.carecontracts.contracts.calendar;

import java.time.LocalDate;

/**
 * A bank holiday of England and Wales.
 *
 * @param day the day
 * @param name what it is called
 * @param certainty PUBLISHED, or EXPECTED where it follows from the Act but is not yet published
 */
public record BankHoliday(LocalDate day, String name, String certainty) {}
