package uk.carecontracts.contracts.pipeline;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A stretch of days by which a page is looked for: the first is short, each after it twice as long,
 * so that what is read depends on the page and not on the register.
 *
 * @param from its first
 * @param to its last
 * @param length of the part of it in which there is most to find
 */
record Stretch(LocalDate from, LocalDate to, long length) {
  /** After every day there is. */
  static final LocalDate LAST = LocalDate.of(9999, 12, 31);

  private static final int FIRST_LENGTH = 31;
  private static final int LONGEST = 1826;

  /**
   * The stretch to begin with.
   *
   * @param counted the day its length is counted from, where hardly anything comes before
   * @param end the last day of the register
   */
  static Stretch beginning(LocalDate from, LocalDate counted, LocalDate end) {
    return of(from, counted, FIRST_LENGTH, end);
  }

  /** The stretch after this one; empty after the last, which begins behind the end. */
  Optional<Stretch> next(LocalDate end) {
    if (to.equals(LAST)) {
      return Optional.empty();
    }
    LocalDate day = to.plusDays(1);
    return Optional.of(of(day, day, Math.min(LONGEST, length * 2), end));
  }

  private static Stretch of(LocalDate from, LocalDate counted, long length, LocalDate end) {
    return new Stretch(from, counted.isAfter(end) ? LAST : counted.plusDays(length - 1), length);
  }
}
