package uk.carecontracts.stack.demo;

import java.time.LocalDate;
import java.util.Random;

/** What becomes of the return for one period. */
enum Fate {
  /** It never comes. */
  MISSING,
  /** It waits for the officer. */
  WAITING,
  /** The officer sent it back, and there it is. */
  SENT_BACK,
  /** The officer sent it back, the provider corrected it, the officer accepted it. */
  CORRECTED,
  /** The officer accepted it. */
  APPROVED;

  private static final double CORRECTED_SHARE = 0.06;
  private static final double SENT_BACK_SHARE = 0.12;
  private static final double WAITING_SHARE = 0.4;

  /**
   * The fate of a period, the same in every run while it is as old.
   *
   * @param reference the contract
   * @param periodStart first day of the period
   * @param age periods that ended after it; 0 is the latest
   * @param trend how the provider performs
   */
  static Fate of(String reference, LocalDate periodStart, int age, Trend trend) {
    Random chance = Seed.of(reference, periodStart, "fate");
    if (chance.nextDouble() < trend.missing()) {
      return MISSING;
    }
    double draw = chance.nextDouble();
    if (age == 0 && draw < WAITING_SHARE) {
      return WAITING;
    }
    if (age <= 1 && draw > 1 - SENT_BACK_SHARE) {
      return SENT_BACK;
    }
    return age > 0 && draw < CORRECTED_SHARE ? CORRECTED : APPROVED;
  }
}
