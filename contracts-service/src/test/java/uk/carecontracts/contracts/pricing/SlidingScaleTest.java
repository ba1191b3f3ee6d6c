package uk.carecontracts.contracts.pricing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlidingScaleTest {
  private static final ProviderCost COST =
      new ProviderCost(new BigDecimal("60000"), new BigDecimal("14.00"));

  static SlidingScale scale(BandMode mode, String... upToAtRate) {
    List<PriceBand> bands =
        Arrays.stream(upToAtRate)
            .map(text -> text.split("@"))
            .map(
                parts ->
                    new PriceBand(
                        parts[0].isEmpty() ? null : new BigDecimal(parts[0]),
                        new BigDecimal(parts[1])))
            .toList();
    return new SlidingScale(new BigDecimal("20.00"), mode, bands, COST);
  }

  private static void assertAmount(String expected, BigDecimal exact) {
    assertEquals(new BigDecimal(expected), exact.setScale(2, RoundingMode.HALF_UP));
  }

  @Test
  void the_worked_example_of_18000_hours_comes_out_to_the_penny() {
    SlidingScaleQuote quote =
        scale(BandMode.MARGINAL, "10000@100", "15000@95", "@90").quote(new BigDecimal("18000"));

    assertAmount("349000.00", quote.exactTotal());
    assertAmount("360000.00", quote.exactFlatTotal());
    assertAmount("11000.00", quote.exactSaving());
    assertAmount("3.06", quote.savingPercent());
    assertAmount("19.39", quote.effectiveUnitPrice().orElseThrow());
    assertAmount("37000.00", quote.providerMargin().orElseThrow());
    assertAmount("10000.00", quote.scale().breakEvenVolume().orElseThrow());
    assertEquals(3, quote.steps().size());
  }

  @ParameterizedTest(name = "{0} hours cost {1} marginal and {2} on the whole volume")
  @CsvSource({
    "0,      0.00,      0.00",
    "1,      20.00,     20.00",
    "10000,  200000.00, 200000.00",
    "10001,  200019.00, 190019.00",
    "15000,  295000.00, 285000.00",
    "15000.5,295009.00, 270009.00",
    "18000,  349000.00, 324000.00"
  })
  void bands_include_their_upper_end(String volume, String marginal, String whole) {
    BigDecimal hours = new BigDecimal(volume);
    String[] bands = {"10000@100", "15000@95", "@90"};
    assertAmount(marginal, scale(BandMode.MARGINAL, bands).cost(hours));
    assertAmount(whole, scale(BandMode.WHOLE_VOLUME, bands).cost(hours));
  }

  @Test
  void a_first_band_without_an_end_stops_at_break_even() {
    SlidingScale derived = scale(BandMode.MARGINAL, "@100", "15000@95", "@90");
    assertEquals(List.of(), derived.breaches());
    assertAmount("349000.00", derived.cost(new BigDecimal("18000")));
  }

  @Test
  void a_price_that_never_covers_the_variable_cost_has_no_break_even() {
    SlidingScale hopeless =
        new SlidingScale(
            new BigDecimal("14.00"),
            BandMode.MARGINAL,
            List.of(
                new PriceBand(null, Percent.HUNDRED), new PriceBand(null, BigDecimal.valueOf(90))),
            COST);
    assertTrue(hopeless.breakEvenVolume().isEmpty());
    assertEquals("BAND_OPEN", hopeless.breaches().get(0).code());
    assertThrows(IllegalStateException.class, () -> hopeless.quote(BigDecimal.TEN));
  }

  @Test
  void break_even_is_rounded_up_so_that_it_breaks_even() {
    BigDecimal volume =
        new ProviderCost(new BigDecimal("100"), new BigDecimal("17"))
            .breakEvenAt(new BigDecimal("20"))
            .orElseThrow();
    assertEquals(new BigDecimal("33.34"), volume);
  }

  @Test
  void a_whole_volume_scale_flags_where_more_becomes_cheaper() {
    List<SlidingScaleQuote.Cliff> cliffs =
        scale(BandMode.WHOLE_VOLUME, "10000@100", "15000@95", "@90")
            .quote(new BigDecimal("12000"))
            .cliffs();
    assertEquals(2, cliffs.size());
    assertAmount("10000.00", cliffs.get(0).atVolume());
    assertAmount("10000.00", cliffs.get(0).fall());
    assertAmount("10526.32", cliffs.get(0).dearerUntil());
    assertAmount("15000.00", cliffs.get(1).fall());
  }

  @ParameterizedTest(name = "{0}: what fell at {1} is regained at {2}")
  @CsvSource({
    "10000@100 15000@95 @90, 10000, 10526.32",
    // the next band ends before its total is back, and the one after falls again
    "10000@100 10100@99 @50, 10000, 20000.00",
    // the rate jumps up at 110, where the total is above what it was at once
    "100@100 110@90 @200,    100,   110.00",
    "100@100 110@0 @50,      100,   200.00"
  })
  void a_fall_lasts_until_the_total_is_back(String bands, BigDecimal at, String until) {
    SlidingScaleQuote.Cliff cliff =
        scale(BandMode.WHOLE_VOLUME, bands.split(" ")).quote(BigDecimal.ONE).cliffs().get(0);
    assertEquals(0, at.compareTo(cliff.atVolume()));
    assertAmount(until, cliff.dearerUntil());
  }

  @Test
  void a_fall_to_a_rate_of_nothing_is_never_regained() {
    assertNull(
        scale(BandMode.WHOLE_VOLUME, "100@100", "@0")
            .quote(BigDecimal.ONE)
            .cliffs()
            .get(0)
            .dearerUntil());
  }

  @ParameterizedTest(name = "{0} breaks {1} at {2}")
  @CsvSource({
    "10000@100 15000@90,        LAST_BAND_CLOSED,    /bands/1/upTo",
    "10000@100 9000@95 @90,     BANDS_NOT_ASCENDING, /bands/1/upTo",
    "10000@100 10000@95 @90,    BANDS_NOT_ASCENDING, /bands/1/upTo",
    "0@100 @90,                 BANDS_NOT_ASCENDING, /bands/0/upTo",
    "10000@100 @95 @90,         BAND_OPEN,           /bands/1/upTo"
  })
  void a_broken_scale_says_which_rule_and_where(String bands, String code, String pointer) {
    List<Breach> breaches = scale(BandMode.MARGINAL, bands.split(" ")).breaches();
    assertEquals(1, breaches.size(), breaches.toString());
    assertEquals(code, breaches.get(0).code());
    assertEquals(pointer, breaches.get(0).pointer());
  }
}
