package uk.carecontracts.contracts.duties;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class OwnDutyRuleTest {
  private static OwnDutyRule rule(
      String from, List<String> starts, int months, OwnDutyRule.Edge edge, int days) {
    return new OwnDutyRule(
        "CODE",
        LocalDate.parse(from),
        null,
        null,
        "n",
        starts,
        months,
        edge,
        days,
        null,
        null,
        "s",
        "READ");
  }

  private static List<String> due(OwnDutyRule rule, String today) {
    return rule.until(LocalDate.parse(today)).stream()
        .map(period -> period.from() + ".." + period.to() + " by " + period.dueOn())
        .toList();
  }

  @Test
  void half_years_of_payments_are_published_in_thirty_days_beginning_with_their_last() {
    OwnDutyRule payments =
        rule("2025-10-01", List.of("10-01", "04-01"), 6, OwnDutyRule.Edge.END, 29);
    assertEquals(List.of(), due(payments, "2025-09-30"));
    assertEquals(
        List.of(
            "2025-10-01..2026-03-31 by 2026-04-29",
            "2026-04-01..2026-09-30 by 2026-10-29",
            "2026-10-01..2027-03-31 by 2027-04-29"),
        due(payments, "2026-11-22"));
  }

  @Test
  void the_pipeline_of_a_financial_year_is_published_by_26_may() {
    OwnDutyRule pipeline = rule("2025-02-24", List.of("04-01"), 12, OwnDutyRule.Edge.START, 55);
    assertEquals(
        List.of("2025-04-01..2026-03-31 by 2025-05-26", "2026-04-01..2027-03-31 by 2026-05-26"),
        due(pipeline, "2027-03-31"));
  }
}
