package uk.carecontracts.monitoring.paymentbyresults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class StatementCalculationTest {
  private static final LocalDate START = LocalDate.of(2026, 4, 1);
  private static final ModelTerms FEE =
      new ModelTerms(
          new BigDecimal("400000"),
          new BigDecimal("20"),
          List.of(
              new ModelTerms.OutcomeTarget(
                  "At home", bd("60"), bd("45"), bd("60"), null, PaymentMethod.LINEAR),
              new ModelTerms.OutcomeTarget(
                  "Satisfied", bd("40"), bd("70"), bd("90"), bd("1"), PaymentMethod.LINEAR)),
          null,
          null);
  private static final ContractTerm OPEN = new ContractTerm(null, null);
  private static final ModelTerms TARIFF = new ModelTerms(null, null, null, bd("2500"), 50);

  private static BigDecimal bd(String number) {
    return new BigDecimal(number);
  }

  private static Claim outcome(String name, String actual) {
    return outcome(name, actual, 0);
  }

  private static Claim outcome(String name, String actual, int year) {
    return claim(name, null, bd(actual), START.plusYears(year));
  }

  private static Claim person(int i) {
    return claim(null, "P" + i, null, START);
  }

  private static Claim claim(
      String outcome, String person, BigDecimal actual, LocalDate achievedOn) {
    return new Claim(
            UUID.randomUUID(),
            "E10000008",
            UUID.randomUUID(),
            UUID.randomUUID(),
            null,
            outcome,
            person,
            achievedOn,
            actual,
            "file",
            ClaimStatus.CLAIMED,
            null,
            null,
            null,
            null,
            "provider",
            null,
            1)
        .verify("officer");
  }

  private static final StatementContent NOTHING =
      new StatementContent(
          BigDecimal.ZERO, BigDecimal.ZERO, List.of(), BigDecimal.ZERO, List.of(), List.of());

  private static Statement draft(LocalDate start, int months) {
    return new Statement(
        UUID.randomUUID(),
        "E10000008",
        UUID.randomUUID(),
        UUID.randomUUID(),
        null,
        start,
        start.plusMonths(months).minusDays(1),
        Statement.Status.DRAFT,
        NOTHING,
        null,
        null,
        null,
        null,
        1);
  }

  /** A statement to be drawn up for the first months. */
  private static Statement months(int months) {
    return draft(START, months);
  }

  private static Statement agreed(StatementContent content, int year) {
    return draft(START.plusYears(year), 12)
        .recalculated(content, null)
        .agree("officer", Instant.EPOCH);
  }

  @Test
  void the_worked_year_pays_seventy_thousand_four_hundred_for_results() {
    List<Claim> claims = List.of(outcome("At home", "57"), outcome("Satisfied", "93"));

    StatementContent content =
        new StatementCalculation(FEE, OPEN, claims, List.of()).of(months(12), claims);

    assertEquals(bd("320000.00"), content.baseAmount());
    assertEquals(bd("70400.00"), content.outcomeAmount());
    assertEquals(bd("390400.00"), content.total());
  }

  @Test
  void half_a_year_pays_half_the_fee() {
    List<Claim> claims = List.of(outcome("At home", "57"), outcome("Satisfied", "93"));

    assertEquals(
        bd("195200.00"),
        new StatementCalculation(FEE, OPEN, claims, List.of()).of(months(6), claims).total());
  }

  @Test
  void a_fee_is_paid_for_the_months_in_which_the_contract_ran() {
    ContractTerm term = new ContractTerm(START.minusYears(1), LocalDate.of(2026, 6, 15));

    StatementContent content =
        new StatementCalculation(FEE, term, List.of(), List.of()).of(months(12), List.of());

    assertEquals(bd("66666.67"), content.baseAmount(), "2.5 of 12 months of £320,000");
    assertEquals("2.5 of 12", content.steps().get(0).result());
    assertEquals(
        "The contract runs from 2025-04-01 to 2026-06-15", content.steps().get(0).working());
    assertEquals(
        0,
        new StatementCalculation(FEE, term, List.of(), List.of())
            .of(draft(START.plusYears(10), 12), List.of())
            .total()
            .signum(),
        "a statement after the end pays no fee");
  }

  @Test
  void what_was_paid_beyond_an_ending_announced_since_is_taken_off() {
    Statement year =
        agreed(
            new StatementCalculation(FEE, OPEN, List.of(), List.of()).of(months(12), List.of()), 0);
    ContractTerm ended = new ContractTerm(null, START.plusMonths(9).minusDays(1));

    StatementContent next =
        new StatementCalculation(FEE, ended, List.of(), List.of(year))
            .of(draft(START.plusYears(1), 12), List.of());

    assertEquals(bd("-80000.00"), next.total(), "three months of £320,000 a year");
  }

  @Test
  void parts_of_months_count_by_their_days() {
    ContractTerm term = new ContractTerm(LocalDate.of(2028, 2, 15), LocalDate.of(2028, 4, 10));

    BigDecimal months = term.months(LocalDate.of(2028, 1, 1), LocalDate.of(2028, 12, 31));

    BigDecimal february = bd("15").divide(bd("29"), MathContext.DECIMAL128);
    BigDecimal april = bd("10").divide(bd("30"), MathContext.DECIMAL128);
    assertEquals(february.add(BigDecimal.ONE).add(april), months);
    assertEquals(
        0, OPEN.months(START, START.plusMonths(3).minusDays(1)).compareTo(bd("3")), "whole months");
  }

  @Test
  void three_people_refuted_later_are_taken_off_the_next_statement() {
    List<Claim> claims = new ArrayList<>();
    for (int i = 0; i < 42; i++) {
      claims.add(person(i));
    }
    StatementContent first =
        new StatementCalculation(TARIFF, OPEN, claims, List.of()).of(months(12), claims);
    assertEquals(bd("105000.00"), first.total());
    Statement agreed = agreed(first, 0);
    List<Claim> later = new ArrayList<>();
    for (int i = 0; i < 42; i++) {
      Claim counted = claims.get(i).countedOn(agreed.id());
      later.add(i < 3 ? counted.refute("moved away", null, "officer") : counted);
    }

    StatementContent next =
        new StatementCalculation(TARIFF, OPEN, later, List.of(agreed)).of(months(12), List.of());

    assertEquals(bd("-7500.00"), next.clawbacks().get(0).amount());
    assertEquals(bd("-7500.00"), next.total());
    StatementContent third =
        new StatementCalculation(TARIFF, OPEN, later, List.of(agreed, agreed(next, 1)))
            .of(months(12), List.of());
    assertEquals(0, third.total().signum(), "clawed back once only");
  }

  @Test
  void people_above_the_cap_were_not_paid_for_and_are_not_clawed_back() {
    List<Claim> claims = new ArrayList<>();
    for (int i = 0; i < 52; i++) {
      claims.add(person(i));
    }
    Statement agreed =
        agreed(new StatementCalculation(TARIFF, OPEN, claims, List.of()).of(months(12), claims), 0);
    List<Claim> later = new ArrayList<>();
    for (int i = 0; i < 52; i++) {
      Claim counted = claims.get(i).countedOn(agreed.id());
      later.add(i < 3 ? counted.refute("moved away", null, "officer") : counted);
    }

    StatementContent next =
        new StatementCalculation(TARIFF, OPEN, later, List.of(agreed)).of(months(12), List.of());

    assertEquals(bd("-2500.00"), next.total(), "49 stand of 50 paid for");
  }

  @Test
  void an_outcome_verified_after_its_statement_was_agreed_is_owed_on_the_next_once() {
    Claim satisfied = outcome("Satisfied", "93");
    List<Claim> claims = new ArrayList<>(List.of(satisfied));
    StatementContent first =
        new StatementCalculation(FEE, OPEN, claims, List.of()).of(months(12), claims);
    assertEquals(bd("352000.00"), first.total());
    Statement agreed = agreed(first, 0);
    claims.set(0, satisfied.countedOn(agreed.id()));
    Claim home = outcome("At home", "57");
    claims.add(home);

    StatementCalculation later = new StatementCalculation(FEE, OPEN, claims, List.of(agreed));
    StatementContent next = later.of(months(12), List.of(home));

    assertEquals(bd("0.00"), next.outcomeAmount(), "it is no result of the second year");
    assertEquals(bd("38400.00"), next.clawbacks().get(0).amount(), "0.8 of 60 % of 80,000");
    assertEquals(bd("358400.00"), next.total());
    assertEquals(agreed, later.belatedOn(home).orElseThrow());
    claims.set(1, home.countedOn(agreed.id()));
    assertEquals(
        bd("320000.00"),
        new StatementCalculation(FEE, OPEN, claims, List.of(agreed, agreed(next, 1)))
            .of(months(12), List.of())
            .total(),
        "owed once only");
  }

  @Test
  void a_value_corrected_before_any_statement_counts_as_corrected() {
    Claim corrected = outcome("At home", "57").refute("counted twice", bd("51"), "officer");
    assertTrue(corrected.earns());

    StatementContent content =
        new StatementCalculation(FEE, OPEN, List.of(corrected), List.of())
            .of(months(12), List.of(corrected));

    assertEquals(bd("19200.00"), content.outcomeAmount(), "0.4 of 60 % of 80,000");
  }

  /**
   * Whatever is verified or refuted, and however the contract's end moves meanwhile: together the
   * statements pay what the standing results earn.
   */
  @Property
  void statements_together_pay_what_stands(@ForAll long seed) {
    Random chance = new Random(seed);
    boolean byTariff = chance.nextBoolean();
    ModelTerms terms = byTariff ? TARIFF : FEE;
    List<Claim> all = new ArrayList<>();
    List<Statement> statements = new ArrayList<>();
    BigDecimal paid = BigDecimal.ZERO;
    ContractTerm term = OPEN;
    int years = 2 + chance.nextInt(3);
    for (int year = 0; year <= years; year++) {
      refuteSome(all, chance);
      List<Claim> counted = year == years ? List.of() : results(byTariff, chance, year);
      all.addAll(counted);
      term = new ContractTerm(null, START.plusDays(1 + chance.nextInt(365 * years)));
      StatementCalculation calculation = new StatementCalculation(terms, term, all, statements);
      StatementContent content = calculation.of(draft(START.plusYears(year), 12), counted);
      assertTrue(
          byTariff || content.outcomeAmount().compareTo(bd("80000.00")) <= 0,
          "never above the share at risk");
      Statement agreed = agreed(content, year);
      statements.add(agreed);
      paid = paid.add(content.total());
      all.replaceAll(
          claim ->
              content.claims().contains(claim.id())
                  ? claim.countedOn(calculation.belatedOn(claim).orElse(agreed).id())
                  : claim);
    }

    BigDecimal standing = BigDecimal.ZERO;
    for (Statement statement : statements) {
      List<Claim> its =
          all.stream().filter(claim -> statement.id().equals(claim.statementId())).toList();
      standing = standing.add(worth(terms, term, statement, its));
    }
    assertEquals(0, standing.compareTo(paid), standing + " stands, " + paid + " was paid");
  }

  private static BigDecimal worth(
      ModelTerms terms, ContractTerm term, Statement statement, List<Claim> claims) {
    Map<String, BigDecimal> actuals = new HashMap<>();
    int people = 0;
    for (Claim claim :
        claims.stream()
            .sorted(Comparator.comparing(Claim::achievedOn).thenComparing(Claim::id))
            .toList()) {
      if (claim.outcome() != null && claim.standing() != null) {
        actuals.put(claim.outcome(), claim.standing());
      }
      if (claim.person() != null && claim.status() == ClaimStatus.VERIFIED) {
        people++;
      }
    }
    BigDecimal months = term.months(statement.periodStart(), statement.periodEnd());
    return terms.payment(months, people, actuals).total();
  }

  private static void refuteSome(List<Claim> all, Random chance) {
    all.replaceAll(
        claim ->
            claim.status() == ClaimStatus.VERIFIED && chance.nextInt(5) == 0
                ? claim.refute(
                    "does not hold",
                    claim.outcome() == null || chance.nextBoolean()
                        ? null
                        : BigDecimal.valueOf(chance.nextInt(100)),
                    "officer")
                : claim);
  }

  /** Of the year, and now and then one of an earlier year that was long in dispute. */
  private static List<Claim> results(boolean byTariff, Random chance, int year) {
    List<Claim> results = new ArrayList<>();
    if (!byTariff) {
      results.add(outcome("At home", "" + chance.nextInt(100), year));
      results.add(outcome("Satisfied", "" + chance.nextInt(100), year));
      if (chance.nextInt(3) == 0) {
        results.add(outcome("At home", "" + chance.nextInt(100), chance.nextInt(year + 1)));
      }
      return results;
    }
    int people = chance.nextInt(70);
    for (int i = 0; i < people; i++) {
      results.add(person(i));
    }
    return results;
  }
}
