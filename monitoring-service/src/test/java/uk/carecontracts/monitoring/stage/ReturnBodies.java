package uk.carecontracts.monitoring.stage;

import java.time.LocalDate;

/** Bodies of returns for plans that ask for FEELING_SAFE and MISSED_VISITS. */
public final class ReturnBodies {
  private static final LocalDate FIRST = LocalDate.of(2025, 4, 1);

  private ReturnBodies() {}

  /** A draft for a quarter, 1 being April to June 2025. */
  public static String draft(String plan, int quarter, int safe, int asked, String missed) {
    return of(plan, start(quarter), end(quarter), "" + safe, "" + asked, missed, false);
  }

  /** The same, handed in at once. */
  public static String submitted(String plan, int quarter, int safe, int asked, String missed) {
    return of(plan, start(quarter), end(quarter), "" + safe, "" + asked, missed, true);
  }

  public static String of(
      String plan,
      String start,
      String end,
      String safe,
      String asked,
      String missed,
      boolean submit) {
    return """
        {"planId": "%s", "periodStart": "%s", "periodEnd": "%s", "minutesSpent": 40, "submit": %s,
         "observations": [
           {"indicator": "FEELING_SAFE", "numerator": %s, "denominator": %s},
           {"indicator": "MISSED_VISITS", "value": %s}]}"""
        .formatted(plan, start, end, submit, safe, asked, missed);
  }

  public static String content(int safe, int asked, String missed) {
    return """
        {"minutesSpent": 50, "observations": [
           {"indicator": "FEELING_SAFE", "numerator": %d, "denominator": %d},
           {"indicator": "MISSED_VISITS", "value": %s}]}"""
        .formatted(safe, asked, missed);
  }

  private static String start(int quarter) {
    return FIRST.plusMonths(3L * (quarter - 1)).toString();
  }

  private static String end(int quarter) {
    return FIRST.plusMonths(3L * quarter).minusDays(1).toString();
  }
}
