package uk.carecontracts.contracts.pricing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class PricingLawsTest {
  @Property
  void marginal_cost_never_falls_with_volume(
      @ForAll("scales") SlidingScale scale,
      @ForAll @BigRange(min = "0", max = "60000") BigDecimal volume,
      @ForAll @BigRange(min = "0", max = "500") BigDecimal more) {
    SlidingScale marginal = withMode(scale, BandMode.MARGINAL);
    assertTrue(marginal.cost(volume.add(more)).compareTo(marginal.cost(volume)) >= 0);
    assertEquals(List.of(), marginal.quote(volume).cliffs());
  }

  @Property
  void whole_volume_cost_falls_only_where_a_cliff_is_flagged(
      @ForAll("scales") SlidingScale scale,
      @ForAll @BigRange(min = "0", max = "60000") BigDecimal volume,
      @ForAll @BigRange(min = "0", max = "500") BigDecimal more) {
    SlidingScale whole = withMode(scale, BandMode.WHOLE_VOLUME);
    BigDecimal greater = volume.add(more);
    boolean falls = whole.cost(greater).compareTo(whole.cost(volume)) < 0;
    boolean flagged =
        whole.quote(volume).cliffs().stream()
            .anyMatch(
                cliff ->
                    cliff.atVolume().compareTo(volume) >= 0
                        && cliff.atVolume().compareTo(greater) < 0
                        && cliff.fall().signum() > 0);
    assertTrue(!falls || flagged);
  }

  @Property
  void bands_all_at_100_percent_cost_the_flat_price(
      @ForAll("scales") SlidingScale scale,
      @ForAll @BigRange(min = "0", max = "60000") BigDecimal volume) {
    List<PriceBand> flat =
        scale.bands().stream().map(band -> new PriceBand(band.upTo(), Percent.HUNDRED)).toList();
    for (BandMode mode : BandMode.values()) {
      SlidingScaleQuote quote =
          new SlidingScale(scale.agreedUnitPrice(), mode, flat, null).quote(volume);
      assertEquals(0, quote.exactTotal().compareTo(quote.exactFlatTotal()));
      assertEquals(0, quote.exactSaving().signum());
      assertEquals(List.of(), quote.cliffs());
    }
  }

  @Property
  void units_of_the_steps_add_up_to_the_volume(
      @ForAll("scales") SlidingScale scale,
      @ForAll @BigRange(min = "0", max = "60000") BigDecimal volume) {
    BigDecimal units =
        scale.quote(volume).steps().stream()
            .map(SlidingScaleQuote.Step::units)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    assertEquals(0, units.compareTo(volume));
  }

  @Property
  void an_uplift_stays_between_floor_and_cap(
      @ForAll @Size(min = 1, max = 5) List<@BigRange(min = "-20", max = "40") BigDecimal> moves,
      @ForAll @BigRange(min = "-5", max = "5") BigDecimal floor,
      @ForAll @BigRange(min = "0", max = "10") BigDecimal width,
      @ForAll @BigRange(min = "0", max = "5") BigDecimal efficiency) {
    BigDecimal cap = floor.add(width);
    UpliftClause clause = new UpliftClause(evenly(moves), floor, cap, efficiency);
    assertEquals(List.of(), clause.breaches());
    BigDecimal uplift = clause.apply().percent();
    assertTrue(uplift.compareTo(floor) >= 0 && uplift.compareTo(cap) <= 0);
  }

  @Property
  void an_uplift_without_limits_is_the_weighted_mean(
      @ForAll @Size(min = 1, max = 5) List<@BigRange(min = "-20", max = "40") BigDecimal> moves) {
    BigDecimal uplift = new UpliftClause(evenly(moves), null, null, null).apply().percent();
    assertTrue(uplift.compareTo(Collections.min(moves)) >= 0);
    assertTrue(uplift.compareTo(Collections.max(moves)) <= 0);
  }

  @Property
  void weights_that_do_not_total_100_are_refused(@ForAll @IntRange(min = 0, max = 200) int weight) {
    UpliftClause clause =
        new UpliftClause(
            List.of(new UpliftClause.Component("CPI", BigDecimal.ONE, BigDecimal.valueOf(weight))),
            null,
            null,
            null);
    assertEquals(weight == 100, clause.breaches().isEmpty());
  }

  /** Equal weights in hundredths, the rest on the last, so that they total 100 exactly. */
  private static List<UpliftClause.Component> evenly(List<BigDecimal> moves) {
    List<UpliftClause.Component> components = new ArrayList<>();
    int each = 100 / moves.size();
    for (int i = 0; i < moves.size(); i++) {
      int weight = i == moves.size() - 1 ? 100 - each * i : each;
      components.add(new UpliftClause.Component("CPI", moves.get(i), BigDecimal.valueOf(weight)));
    }
    return components;
  }

  @Provide
  Arbitrary<SlidingScale> scales() {
    Arbitrary<List<Integer>> ends =
        Arbitraries.integers().between(1, 50_000).list().uniqueElements().ofMaxSize(6);
    Arbitrary<List<Integer>> rates = Arbitraries.integers().between(0, 150).list().ofSize(7);
    Arbitrary<BigDecimal> prices =
        Arbitraries.bigDecimals().between(BigDecimal.ZERO, BigDecimal.valueOf(100)).ofScale(2);
    Arbitrary<BandMode> modes = Arbitraries.of(BandMode.class);
    return Combinators.combine(ends, rates, prices, modes).as(PricingLawsTest::scale);
  }

  private static SlidingScale scale(
      List<Integer> ends, List<Integer> rates, BigDecimal price, BandMode mode) {
    List<Integer> sorted = ends.stream().sorted().toList();
    List<PriceBand> bands = new ArrayList<>();
    for (int i = 0; i <= sorted.size(); i++) {
      BigDecimal end = i == sorted.size() ? null : BigDecimal.valueOf(sorted.get(i));
      bands.add(new PriceBand(end, BigDecimal.valueOf(rates.get(i))));
    }
    return new SlidingScale(price, mode, bands, null);
  }

  private static SlidingScale withMode(SlidingScale scale, BandMode mode) {
    return new SlidingScale(scale.agreedUnitPrice(), mode, scale.bands(), null);
  }
}
