package uk.carecontracts.stack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The monitoring plan of a contract.
 *
 * @param id the plan
 * @param contract the contract it is about
 * @param provider the provider that reports
 * @param version what to match when it is changed
 * @param indicators what is asked
 * @param baselines whether every indicator has its baseline
 * @param periods what is asked for and over, oldest first
 */
record MonitoredPlan(
    UUID id,
    DemoContract contract,
    UUID provider,
    long version,
    List<AskedIndicator> indicators,
    boolean baselines,
    List<Period> periods) {

  /** Quarters in two years. */
  static final int PERIODS = 8;

  /**
   * A period for which a return is due.
   *
   * @param start first day
   * @param end last day
   */
  record Period(LocalDate start, LocalDate end) {}

  /** Reads a plan with the periods that were over on a day, two years of them at most. */
  static MonitoredPlan read(DemoContract contract, JsonNode plan, LocalDate today) {
    List<AskedIndicator> indicators = new ArrayList<>();
    boolean baselines = true;
    for (JsonNode indicator : plan.path("indicators")) {
      indicators.add(AskedIndicator.read(indicator));
      baselines &= indicator.path("baseline").isNumber();
    }
    List<Period> over = new ArrayList<>();
    for (JsonNode period : plan.path("periods")) {
      LocalDate end = LocalDate.parse(period.path("periodEnd").asText());
      if (end.isBefore(today)) {
        over.add(new Period(LocalDate.parse(period.path("periodStart").asText()), end));
      }
    }
    return new MonitoredPlan(
        UUID.fromString(plan.path("id").asText()),
        contract,
        UUID.fromString(plan.path("providerId").asText()),
        plan.path("version").asLong(),
        indicators,
        baselines,
        over.subList(Math.max(0, over.size() - PERIODS), over.size()));
  }

  /** How the reporting provider performs. */
  Trend trend() {
    return contract.suppliers().get(0).trend();
  }
}
