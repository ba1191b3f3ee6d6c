package uk.carecontracts.stack.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReturnGeneratorTest {
  private static final LocalDate START = LocalDate.of(2024, 10, 1);
  private static final AskedIndicator ON_TIME =
      new AskedIndicator(
          "VISITS_ON_TIME",
          "PERCENT",
          true,
          BigDecimal.valueOf(95),
          BigDecimal.valueOf(3),
          BigDecimal.valueOf(2));
  private static final AskedIndicator MISSED =
      new AskedIndicator(
          "MISSED_VISITS",
          "PERCENT",
          false,
          new BigDecimal("0.5"),
          new BigDecimal("0.5"),
          BigDecimal.ONE);

  @Test
  void theSamePeriodIsReportedAlikeInEveryRun() {
    assertEquals(observations(Trend.STEADY, 3), observations(Trend.STEADY, 3));
  }

  @Test
  void improvingProvidersReportMoreAndFallingOnesLess() {
    assertTrue(average(Trend.IMPROVING, 6) > average(Trend.IMPROVING, 0) + 3);
    assertTrue(average(Trend.FALLING, 6) < average(Trend.FALLING, 0) - 3);
  }

  @Test
  void aNumeratorNeverExceedsItsDenominator() {
    for (Trend trend : Trend.values()) {
      for (int period = 0; period < MonitoredPlan.PERIODS; period++) {
        for (Map<String, Object> each : observations(trend, period)) {
          long numerator = ((Number) each.get("numerator")).longValue();
          long denominator = ((Number) each.get("denominator")).longValue();
          assertTrue(numerator >= 0 && numerator <= denominator, each.toString());
        }
      }
    }
  }

  @Test
  void whereLessIsBetterFarFromTheTargetMeansMore() {
    assertTrue(MISSED.at(-2) > 0.5);
    assertEquals(0, MISSED.at(5));
    assertEquals(89, ON_TIME.at(-2));
    assertEquals(100, ON_TIME.at(5));
  }

  @Test
  void everyFateOccursButOnlyTheLatestReturnWaits() {
    Set<Fate> latest = fates(0);
    assertTrue(latest.containsAll(Set.of(Fate.WAITING, Fate.SENT_BACK, Fate.APPROVED)));
    assertEquals(EnumSet.of(Fate.MISSING, Fate.CORRECTED, Fate.APPROVED), fates(4));
  }

  private static Set<Fate> fates(int age) {
    return IntStream.range(0, 300)
        .mapToObj(number -> Fate.of("X-" + number, START, age, Trend.GAPPY))
        .collect(Collectors.toSet());
  }

  private static List<Map<String, Object>> observations(Trend trend, int period) {
    return ReturnGenerator.observations(
        "LCC-HC-001",
        trend,
        List.of(ON_TIME, MISSED),
        START.plusMonths(3L * period),
        period / (MonitoredPlan.PERIODS - 1.0));
  }

  /** Visits on time in two neighbouring periods, in per cent. */
  private static double average(Trend trend, int period) {
    return IntStream.of(period, period + 1)
        .mapToObj(each -> observations(trend, each).get(0))
        .mapToDouble(
            each ->
                100.0
                    * ((Number) each.get("numerator")).doubleValue()
                    / ((Number) each.get("denominator")).doubleValue())
        .average()
        .orElseThrow();
  }
}
