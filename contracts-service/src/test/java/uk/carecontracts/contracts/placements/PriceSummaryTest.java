package uk.carecontracts.contracts.placements;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import uk.carecontracts.kit.money.Money;

class PriceSummaryTest {
  private static List<BigDecimal> prices(String... amounts) {
    return Stream.of(amounts).map(BigDecimal::new).toList();
  }

  @Test
  void quantiles_lie_on_a_straight_line_between_prices() {
    PriceSummary summary =
        PriceSummary.of(prices("700.00", "812.40", "900.00", "955.55", "1200.00", "1850.00"));
    assertEquals(6, summary.count());
    assertEquals(Money.gbp("700.00"), summary.lowest());
    assertEquals(Money.gbp("834.30"), summary.lowerQuartile());
    assertEquals(Money.gbp("927.78"), summary.median());
    assertEquals(Money.gbp("1138.89"), summary.upperQuartile());
    assertEquals(Money.gbp("1525.00"), summary.p90());
    assertEquals(Money.gbp("1850.00"), summary.highest());
    assertEquals(Money.gbp("1069.66"), summary.mean());
  }

  @Test
  void one_price_is_all_its_quantiles_and_none_has_none() {
    assertEquals(Money.gbp("640.10"), PriceSummary.of(prices("640.10")).p90());
    assertNull(PriceSummary.of(List.of()).median());
  }

  @Property
  void quantiles_ascend_and_stay_within_the_prices(
      @ForAll @Size(min = 1, max = 40)
          List<@BigRange(min = "0", max = "5000") @Scale(2) BigDecimal> drawn,
      @ForAll @BigRange(min = "0", max = "1") BigDecimal one,
      @ForAll @BigRange(min = "0", max = "1") BigDecimal other) {
    List<BigDecimal> ascending = drawn.stream().sorted().toList();
    BigDecimal low = PriceSummary.quantile(ascending, one.min(other));
    BigDecimal high = PriceSummary.quantile(ascending, one.max(other));
    assertTrue(low.compareTo(high) <= 0);
    assertTrue(low.compareTo(Collections.min(ascending)) >= 0);
    assertTrue(high.compareTo(Collections.max(ascending)) <= 0);
  }

  private static HighCostThreshold threshold(String careType, String from, String amount) {
    return new HighCostThreshold(
        UUID.randomUUID(),
        careType,
        LocalDate.parse(from),
        Money.gbp(amount),
        null,
        "Panel of " + from);
  }

  private static HighCostRepository.Given given(String careType, String price) {
    return new HighCostRepository.Given(
        UUID.randomUUID(),
        null,
        "Alder Ltd",
        LocalDate.of(2026, 1, 5),
        PlacementKind.SPOT,
        careType,
        "E07000117",
        new BigDecimal(price));
  }

  @Test
  void the_latest_threshold_of_the_care_type_flags_else_the_general_one() {
    List<HighCostThreshold> thresholds =
        List.of(
            threshold(null, "2025-04-01", "1000.00"),
            threshold("NURSING_HOME", "2025-04-01", "1200.00"),
            threshold("NURSING_HOME", "2026-04-01", "1300.00"));
    List<HighCostRepository.Given> given =
        List.of(
            given("NURSING_HOME", "1250.00"),
            given("NURSING_HOME", "1300.00"),
            given("NURSING_HOME", "1300.01"),
            given("RESIDENTIAL_HOME", "1000.01"));
    assertEquals(
        List.of(
            Money.gbp("1300.01"), Money.gbp("1300.00"), Money.gbp("1250.00"), Money.gbp("1000.01")),
        HighCost.flagged(given, thresholds, LocalDate.of(2026, 3, 31)).stream()
            .map(HighCostPlacement::weeklyPrice)
            .toList());
    List<HighCostPlacement> later = HighCost.flagged(given, thresholds, LocalDate.of(2026, 4, 1));
    assertEquals(2, later.size());
    assertEquals(Money.gbp("0.01"), later.get(0).excess());
    assertTrue(later.get(0).reason().contains("above £1300.00 a week, threshold from 2026-04-01"));
    assertEquals(List.of(), HighCost.flagged(given, thresholds, LocalDate.of(2025, 3, 31)));
  }

  @Test
  void a_percentile_is_that_of_the_care_type() {
    HighCostThreshold percentile =
        new HighCostThreshold(
            UUID.randomUUID(),
            null,
            LocalDate.of(2026, 1, 1),
            null,
            new BigDecimal("75"),
            "Dearest quarter");
    List<HighCostPlacement> flagged =
        HighCost.flagged(
            List.of(
                given("NURSING_HOME", "900"),
                given("NURSING_HOME", "1000"),
                given("NURSING_HOME", "1100"),
                given("NURSING_HOME", "1200"),
                given("NURSING_HOME", "1300")),
            List.of(percentile),
            LocalDate.of(2026, 5, 1));
    assertEquals(1, flagged.size());
    assertEquals(Money.gbp("1200.00"), flagged.get(0).threshold());
  }
}
