package uk.carecontracts.kit.time;

import java.time.LocalDate;

/** Days as callers write them. */
public final class Days {
  private static final int FIRST_YEAR = 1000;
  private static final int LAST_YEAR = 9999;

  private Days() {}

  /**
   * Whether a day is written as RFC 3339 has it, with a year of four digits. Others are slips of
   * the pen such as 0026-04-01, and neither databases nor other people's programs can read them.
   */
  public static boolean isWritable(LocalDate day) {
    return day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR;
  }
}
