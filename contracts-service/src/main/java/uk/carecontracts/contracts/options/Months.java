package uk.carecontracts.contracts.options;

import java.time.LocalDate;

/**
 * Months of a term. A last day is counted with: a contract to 31 March runs until 1 April begins,
 * so terms are moved by the day after, and the end of February stays the end of February.
 */
final class Months {
  private Months() {}

  /** The last day of a term that runs some months longer. */
  static LocalDate longer(LocalDate lastDay, int months) {
    return lastDay.plusDays(1).plusMonths(months).minusDays(1);
  }

  /** The last day on which notice of some months is given in time for a term to end on a day. */
  static LocalDate noticeBy(LocalDate lastDay, int noticeMonths) {
    return lastDay.plusDays(1).minusMonths(noticeMonths).minusDays(1);
  }
}
