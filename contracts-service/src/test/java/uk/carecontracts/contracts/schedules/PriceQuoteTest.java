package uk.carecontracts.contracts.schedules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.carecontracts.contracts.pricing.BandMode;
import uk.carecontracts.contracts.schedules.PriceStatement.Delivered;
import uk.carecontracts.kit.money.Money;
import uk.carecontracts.kit.problem.RuleViolation;

class PriceQuoteTest {
  private static final LocalDate START = LocalDate.of(2026, 4, 1);
  private static final UUID CONTRACT = UUID.randomUUID();

  private static PriceSchedule schedule(LocalDate from, PriceTerms terms) {
    return new PriceSchedule(UUID.randomUUID(), "E10000017", CONTRACT, from, terms, "r", null, 1);
  }

  private static @Nullable BigDecimal number(@Nullable String text) {
    return text == null ? null : new BigDecimal(text);
  }

  private static PriceTerms terms(
      PriceModel model,
      @Nullable String annual,
      @Nullable String unit,
      @Nullable String block,
      @Nullable String risk) {
    return new PriceTerms(
        model,
        unit == null ? null : "HOUR",
        number(annual),
        number(unit),
        null,
        List.of(),
        null,
        null,
        number(block),
        number(risk));
  }

  private static PriceTerms scale(BandMode mode) {
    return new PriceTerms(
        PriceModel.SLIDING_SCALE,
        "HOUR",
        null,
        new BigDecimal("20.00"),
        mode,
        List.of(
            new PriceTerms.Band(null, new BigDecimal("100")),
            new PriceTerms.Band(new BigDecimal("15000"), new BigDecimal("95")),
            new PriceTerms.Band(null, new BigDecimal("90"))),
        new BigDecimal("60000"),
        new BigDecimal("14.00"),
        null,
        null);
  }

  private static PriceQuote year(PriceTerms terms, String volume, @Nullable String outcome) {
    return PriceQuote.of(
        schedule(START, terms),
        START,
        START.plusDays(364),
        new BigDecimal(volume),
        number(outcome));
  }

  @Test
  void raised_prices_keep_bands_and_break_even_where_they_were_agreed() {
    PriceTerms raised = scale(BandMode.MARGINAL).raised(new BigDecimal("7.26"));
    assertEquals(new BigDecimal("21.452"), raised.unitPrice());
    BigDecimal breakEven = scale(BandMode.MARGINAL).scale().breakEvenVolume().orElseThrow();
    assertEquals(0, breakEven.compareTo(raised.scale().breakEvenVolume().orElseThrow()));
    PriceTerms block = terms(PriceModel.BLOCK_AND_SPOT, "100000.10", "20.00", "5000", null);
    PriceTerms more = block.raised(new BigDecimal("4.96"));
    assertEquals(new BigDecimal("104960.10"), more.annualAmount());
    assertEquals(new BigDecimal("20.992"), more.unitPrice());
    assertEquals(new BigDecimal("5000"), more.blockVolume());
    assertEquals(block.unitPrice(), block.raised(BigDecimal.ZERO).unitPrice());
  }

  @Test
  void a_contract_s_scale_whose_first_band_ends_at_break_even_gives_the_worked_numbers() {
    PriceTerms terms = scale(BandMode.MARGINAL);
    terms.check();
    assertEquals(
        0, terms.scale().breakEvenVolume().orElseThrow().compareTo(BigDecimal.valueOf(10_000)));
    PriceQuote quote = year(terms, "18000", null);
    assertEquals(Money.gbp("349000.00"), quote.total());
    assertEquals(Money.gbp("360000.00"), quote.flatTotal());
    assertEquals(Money.gbp("11000.00"), quote.saving());
    assertEquals(Money.gbp("19.39"), quote.effectiveUnitPrice());
    assertEquals(Money.gbp("37000.00"), quote.providerMargin());
    assertEquals(3, quote.steps().size());
    assertEquals(2, year(scale(BandMode.WHOLE_VOLUME), "18000", null).warnings().size());
  }

  @Test
  void every_model_has_its_price() {
    assertEquals(
        Money.gbp("52000.00"),
        year(terms(PriceModel.FIXED, "52000", null, null, null), "0", null).total());
    assertEquals(
        Money.gbp("22640.00"),
        year(terms(PriceModel.UNIT_RATE, null, "22.64", null, null), "1000", null).total());
    PriceTerms block = terms(PriceModel.BLOCK_AND_SPOT, "100000", "25.50", "5000", null);
    assertEquals(Money.gbp("112750.00"), year(block, "5500", null).total());
    assertTrue(year(block, "4000", null).warnings().get(0).startsWith("1000.00 reserved units"));
    PriceTerms outcome = terms(PriceModel.OUTCOME_SHARE, "400000", null, null, "20");
    assertEquals(Money.gbp("390400.00"), year(outcome, "0", "88").total());
  }

  @Test
  void a_statement_prices_each_schedule_s_days_and_settles_what_was_paid() {
    PriceSchedule first = schedule(START, terms(PriceModel.UNIT_RATE, null, "22.64", null, null));
    PriceSchedule second =
        schedule(START.plusMonths(1), terms(PriceModel.UNIT_RATE, null, "23.68", null, null));
    PriceStatement statement =
        PriceStatement.of(
            CONTRACT,
            List.of(first, second),
            START,
            START.plusMonths(2).minusDays(1),
            List.of(
                new Delivered(START, new BigDecimal("31.5")),
                new Delivered(START.plusMonths(1), new BigDecimal("7"))),
            Money.gbp("900.00"),
            null);
    assertEquals(Money.gbp("878.92"), statement.due());
    assertEquals(Money.gbp("-21.08"), statement.balance());
    assertEquals(2, statement.parts().size());
    assertThrows(
        RuleViolation.class,
        () ->
            PriceStatement.of(
                CONTRACT,
                List.of(second),
                START,
                START.plusMonths(2),
                List.of(),
                Money.gbp("0"),
                null));
  }

  @Test
  void terms_say_what_their_model_needs_and_nothing_else() {
    RuleViolation refused =
        assertThrows(
            RuleViolation.class, () -> terms(PriceModel.FIXED, null, "20", null, "10").check());
    assertEquals(
        List.of("/terms/annualAmount", "/terms/unitPrice", "/terms/unit", "/terms/atRiskPercent"),
        refused.violations().stream().map(v -> String.valueOf(v.pointer())).toList());
  }

  @Property
  void a_fixed_price_s_halves_make_the_whole_within_a_penny(
      @ForAll @BigRange(min = "0", max = "9000000") @Scale(2) BigDecimal amount,
      @ForAll @IntRange(min = 1, max = 363) int days) {
    PriceSchedule schedule =
        schedule(START, terms(PriceModel.FIXED, amount.toPlainString(), null, null, null));
    LocalDate last = START.plusDays(364);
    BigDecimal halves =
        PriceQuote.of(schedule, START, START.plusDays(days), BigDecimal.ZERO, null)
            .total()
            .amount()
            .add(
                PriceQuote.of(schedule, START.plusDays(days + 1L), last, BigDecimal.ZERO, null)
                    .total()
                    .amount());
    assertTrue(halves.subtract(amount).abs().compareTo(new BigDecimal("0.01")) <= 0);
  }
}
