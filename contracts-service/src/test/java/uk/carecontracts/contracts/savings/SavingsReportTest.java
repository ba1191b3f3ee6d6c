package uk.carecontracts.contracts.savings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.carecontracts.contracts.forwardplan.Rag;
import uk.carecontracts.contracts.savings.SavingsInitiative.Kind;
import uk.carecontracts.contracts.savings.SavingsInitiative.Month;
import uk.carecontracts.kit.problem.RuleViolation;

/** The county's own example: over £100 million from April 2016 to March 2021. */
class SavingsReportTest {
  private static final BigDecimal YEARLY = new BigDecimal("20000000");
  private static final ProgrammeTerms TERMS =
      new ProgrammeTerms(
          "Business plan",
          LocalDate.of(2016, 4, 1),
          LocalDate.of(2021, 3, 31),
          Map.of(
              "2016-17", YEARLY, "2017-18", YEARLY, "2018-19", YEARLY, "2019-20", YEARLY, "2020-21",
              YEARLY),
          "Business plan 2016",
          null);
  private static final SavingsProgramme PROGRAMME = SavingsProgramme.begin("E10000003", TERMS);

  private static SavingsInitiative initiative(Month... months) {
    return SavingsInitiative.begin(
            PROGRAMME,
            new SavingsRequests.InitiativeRequest("Homecare", Kind.PRICE, null, null, null, null))
        .with(List.of(months), PROGRAMME, YearMonth.of(2030, 1));
  }

  private static Month month(
      String month, @Nullable String planned, @Nullable String forecast, @Nullable String done) {
    return new Month(
        month, pounds(planned), pounds(forecast), pounds(done), done == null ? null : "Invoices");
  }

  private static @Nullable BigDecimal pounds(@Nullable String text) {
    return text == null ? null : new BigDecimal(text);
  }

  @Test
  void the_programme_target_is_the_sum_of_its_years() {
    assertEquals(new BigDecimal("100000000.00"), PROGRAMME.target().amount());
    assertEquals(
        List.of("2016-17", "2017-18", "2018-19", "2019-20", "2020-21"),
        FinancialYears.between(TERMS.from(), TERMS.to()));
  }

  @Test
  void the_outlook_is_what_was_delivered_then_what_is_forecast_then_what_was_planned() {
    SavingsReport report =
        SavingsReport.of(
            PROGRAMME,
            List.of(
                initiative(
                    month("2016-04", "100", "90", "80"),
                    month("2016-05", "100", "90", null),
                    month("2017-04", "100", null, null))));
    assertEquals(new BigDecimal("270.00"), report.whole().outlook().amount());
    assertEquals(new BigDecimal("80.00"), report.whole().delivered().amount());
    assertEquals(new BigDecimal("300.00"), report.whole().planned().amount());
    assertEquals(new BigDecimal("170.00"), report.years().get(0).outlook().amount());
    assertEquals(new BigDecimal("19999830.00"), report.years().get(0).gap().amount());
    assertEquals(
        List.of("2016-04", "2016-05", "2017-04"),
        report.months().stream().map(SavingsReport.MonthLine::month).toList());
  }

  @ParameterizedTest
  @CsvSource({
    "20000000, GREEN",
    "19999999.99, AMBER",
    "18000000, AMBER",
    "17998000, RED",
    "0, RED"
  })
  void a_year_is_amber_from_ninety_per_cent_of_its_target(String saved, Rag rag) {
    SavingsReport report =
        SavingsReport.of(PROGRAMME, List.of(initiative(month("2016-06", saved, null, null))));
    assertEquals(rag, report.years().get(0).rag());
  }

  @Test
  void nothing_is_delivered_without_evidence_or_ahead_of_time_or_outside_the_programme() {
    SavingsInitiative one = initiative(month("2016-04", "1", null, null));
    assertEquals(
        "EVIDENCE_MISSING",
        assertThrows(
                RuleViolation.class,
                () ->
                    one.with(
                        List.of(new Month("2016-04", null, null, BigDecimal.ONE, null)),
                        PROGRAMME,
                        YearMonth.of(2016, 5)))
            .code());
    assertEquals(
        "DAY_TO_COME",
        assertThrows(
                RuleViolation.class,
                () ->
                    one.with(
                        List.of(month("2016-06", null, null, "1")),
                        PROGRAMME,
                        YearMonth.of(2016, 5)))
            .code());
    assertEquals(
        "MONTH_OUTSIDE",
        assertThrows(RuleViolation.class, () -> initiative(month("2021-04", "1", null, null)))
            .code());
  }

  /** £1,200,000 × (7.15 % − 4.15 %) ÷ 12 = £3,000 a month. */
  @Test
  void an_uplift_avoided_is_the_difference_on_the_contracts_own_price() {
    ComputedSaving saving =
        ComputedSaving.upliftAvoided(
            new BigDecimal("1200000"),
            new SavingsRequests.UpliftAvoided(
                new BigDecimal("7.15"), new BigDecimal("4.15"), "2016-11", 3));
    assertEquals(
        List.of("2016-11 3000.00", "2016-12 3000.00", "2017-01 3000.00"),
        saving.months().stream().map(m -> m.month() + " " + m.forecast()).toList());
  }

  @Property
  void the_years_add_up_to_the_whole(
      @ForAll @IntRange(max = 59) int first,
      @ForAll @IntRange(max = 59) int second,
      @ForAll @IntRange(max = 1_000_000) int pence) {
    YearMonth start = YearMonth.of(2016, 4);
    String amount = new BigDecimal(pence).movePointLeft(2).toPlainString();
    SavingsReport report =
        SavingsReport.of(
            PROGRAMME,
            List.of(
                initiative(month(start.plusMonths(first).toString(), amount, null, null)),
                initiative(month(start.plusMonths(second).toString(), null, amount, null))));
    BigDecimal years =
        report.years().stream()
            .map(line -> line.outlook().amount())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    assertEquals(report.whole().outlook().amount(), years.setScale(2));
    assertEquals(report.whole().outlook(), report.cashable());
  }
}
