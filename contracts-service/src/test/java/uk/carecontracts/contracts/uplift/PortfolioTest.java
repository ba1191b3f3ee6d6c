package uk.carecontracts.contracts.uplift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.carecontracts.contracts.indexes.IndexPoint;
import uk.carecontracts.kit.money.Money;
import uk.carecontracts.kit.problem.RuleViolation;

class PortfolioTest {
  private static final Map<String, IndexPoint> MOVEMENTS =
      Map.of("NLW", point("12.21", "6.73"), "CPI", point("138.2", "3"));

  private static IndexPoint point(String value, String movement) {
    return new IndexPoint(
        LocalDate.of(2025, 4, 1),
        new BigDecimal(value),
        new BigDecimal(movement),
        "published",
        true);
  }

  private static ClauseTerms.Component part(String index, String weight, @Nullable String moves) {
    return new ClauseTerms.Component(
        index, new BigDecimal(weight), moves == null ? null : new BigDecimal(moves));
  }

  private static ClauseTerms clause(ClauseTerms.Component... components) {
    return new ClauseTerms(List.of(components), null, null, null, null, null);
  }

  private static Portfolio.Live live(@Nullable String annual, @Nullable String total) {
    return new Portfolio.Live(
        UUID.randomUUID(),
        "C-1",
        "Home care",
        "HOME_CARE",
        total == null ? null : new BigDecimal(total),
        annual == null ? null : new BigDecimal(annual),
        LocalDate.of(2026, 4, 1),
        LocalDate.of(2028, 3, 30),
        null);
  }

  @Test
  void the_worked_clause_gives_7_26_percent() {
    AppliedClause applied =
        AppliedClause.of(clause(part("CPI", "40", null), part("NLW", "60", "10.1")), MOVEMENTS, "");
    assertEquals(new BigDecimal("7.26"), applied.shown());
    assertEquals(
        0, new BigDecimal("107260.00").compareTo(applied.newValueOf(new BigDecimal("100000"))));
    assertTrue(applied.steps().get(0).startsWith("CPI 3 %: 2025-04-01, published"));
  }

  @Test
  void a_clause_on_the_staffing_share_gives_4_96_percent() {
    ClauseTerms terms =
        new ClauseTerms(
            List.of(part("NLW", "100", null)),
            null,
            null,
            null,
            "staff costs",
            new BigDecimal("73.7"));
    AppliedClause applied = AppliedClause.of(terms, MOVEMENTS, "");
    assertEquals(new BigDecimal("4.96"), applied.shown());
    assertEquals(
        "Applies to 73.7 % of the price (staff costs): 6.73 % x 73.7 % = 4.96001 %",
        applied.steps().get(applied.steps().size() - 1));
  }

  @Test
  void a_clause_that_cannot_be_worked_out_is_refused() {
    assertEquals(
        "INDEX_UNKNOWN",
        assertThrows(
                RuleViolation.class,
                () -> AppliedClause.of(clause(part("FUEL", "100", null)), MOVEMENTS, "/x"))
            .code());
    RuleViolation broken =
        assertThrows(
            RuleViolation.class,
            () -> AppliedClause.of(clause(part("CPI", "90", null)), MOVEMENTS, "/clauses/0/terms"));
    assertEquals("/clauses/0/terms/components", broken.violations().get(0).pointer());
  }

  private static SimulationRequest request(SimulationRequest.NamedClause... clauses) {
    return new SimulationRequest("s", LocalDate.of(2026, 4, 1), List.of(clauses), true, null);
  }

  @Test
  void clauses_are_compared_contract_by_contract_and_in_all() {
    Portfolio.Outcome outcome =
        Portfolio.run(
            request(
                new SimulationRequest.NamedClause("CPI", clause(part("CPI", "100", null))),
                new SimulationRequest.NamedClause("NLW", clause(part("NLW", "100", null)))),
            List.of(live("100000.00", null), live(null, "73000.00"), live(null, null)),
            MOVEMENTS);
    assertEquals(1, outcome.withoutValue());
    assertEquals(Money.gbp("36500.00"), outcome.contracts().get(1).annualValue());
    assertTrue(outcome.contracts().get(1).derived());
    assertEquals(
        List.of("CPI", "NLW", "OWN"), outcome.totals().stream().map(ClauseTotal::clause).toList());
    assertEquals(Money.gbp("4095.00"), outcome.totals().get(0).increase());
    assertEquals(0, outcome.totals().get(2).contracts());
  }

  @Property
  void a_total_is_the_sum_of_its_contracts(
      @ForAll @BigRange(min = "0", max = "900000") @Scale(2) BigDecimal one,
      @ForAll @BigRange(min = "0", max = "900000") @Scale(2) BigDecimal other,
      @ForAll @BigRange(min = "-9", max = "20") @Scale(4) BigDecimal moves) {
    Portfolio.Outcome outcome =
        Portfolio.run(
            request(
                new SimulationRequest.NamedClause(
                    "X", clause(part("FIXED", "100", moves.toPlainString())))),
            List.of(live(one.toPlainString(), null), live(other.toPlainString(), null)),
            MOVEMENTS);
    BigDecimal sum =
        outcome.contracts().stream()
            .map(each -> each.results().get(0).increase().amount())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    assertEquals(0, sum.compareTo(outcome.totals().get(0).increase().amount()));
  }

  @Test
  void ten_thousand_contracts_are_worked_out_at_once() {
    List<Portfolio.Live> live =
        IntStream.range(0, 10_000).mapToObj(i -> live(i + ".00", null)).toList();
    Portfolio.Outcome outcome =
        Portfolio.run(
            request(new SimulationRequest.NamedClause("CPI", clause(part("CPI", "100", null)))),
            live,
            MOVEMENTS);
    assertEquals(10_000, outcome.totals().get(0).contracts());
  }
}
