package uk.carecontracts.monitoring.paymentbyresults;

import static uk.carecontracts.monitoring.arithmetic.Figures.plain;
import static uk.carecontracts.monitoring.arithmetic.Figures.pounds;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import uk.carecontracts.monitoring.arithmetic.Step;

/**
 * Works out what a period pays. What earlier agreed statements paid is worked out again from the
 * results that stand now, with outcomes of their period that were verified since; the difference,
 * less what was put right before, is put right now. So all statements together always pay exactly
 * what the standing results are worth.
 */
final class StatementCalculation {
  private static final Comparator<Claim> LATEST_LAST =
      Comparator.comparing(Claim::achievedOn).thenComparing(Claim::id);

  private final ModelTerms terms;
  private final ContractTerm term;
  private final List<Claim> claims;
  private final List<Statement> earlier;

  /**
   * For one agreement.
   *
   * @param terms what pays
   * @param term when the contract runs
   * @param claims every claim under it
   * @param earlier its statements that are agreed or paid
   */
  StatementCalculation(
      ModelTerms terms, ContractTerm term, List<Claim> claims, List<Statement> earlier) {
    this.terms = terms;
    this.term = term;
    this.claims = claims;
    this.earlier = earlier;
  }

  /**
   * The content of a statement.
   *
   * @param drawn the statement, for its period
   * @param counted the claims that belong to the period, or to an earlier one whose statement
   *     stands
   */
  StatementContent of(Statement drawn, List<Claim> counted) {
    Payment payment =
        payment(drawn, counted.stream().filter(claim -> belatedOn(claim).isEmpty()).toList());
    List<Step> steps = new ArrayList<>();
    ran(drawn).ifPresent(steps::add);
    steps.addAll(payment.steps());
    List<StatementContent.Clawback> clawbacks = new ArrayList<>();
    BigDecimal total = payment.total();
    for (Statement statement : earlier) {
      BigDecimal before = paidFor(statement);
      BigDecimal now = payment(statement, standingOn(statement, counted)).total();
      BigDecimal difference = now.subtract(before);
      if (difference.signum() != 0) {
        clawbacks.add(new StatementContent.Clawback(statement.id(), difference));
        String what = difference.signum() < 0 ? "Clawed back of" : "Owed on";
        steps.add(
            new Step(
                what + " the statement from " + statement.periodStart(),
                pounds(now) + " − " + pounds(before),
                pounds(difference)));
        total = total.add(difference);
      }
    }
    if (!clawbacks.isEmpty()) {
      steps.add(new Step("Total after clawback", "", pounds(total)));
    }
    return new StatementContent(
        payment.baseAmount(),
        payment.outcomeAmount(),
        clawbacks,
        total,
        counted.stream().map(Claim::id).toList(),
        steps);
  }

  /**
   * The earlier statement an outcome belongs to that was verified only after it was agreed. People
   * are paid for on whatever statement comes next.
   */
  Optional<Statement> belatedOn(Claim claim) {
    return earlier.stream()
        .filter(statement -> claim.person() == null && statement.covers(claim.achievedOn()))
        .findFirst();
  }

  private List<Claim> standingOn(Statement statement, List<Claim> counted) {
    UUID id = statement.id();
    return Stream.concat(
            claims.stream().filter(claim -> id.equals(claim.statementId())),
            counted.stream()
                .filter(claim -> belatedOn(claim).filter(own -> own.id().equals(id)).isPresent()))
        .toList();
  }

  /** Of several values of an outcome the latest measured counts. */
  private Payment payment(Statement statement, List<Claim> counted) {
    Map<String, BigDecimal> actuals = new HashMap<>();
    int people = 0;
    for (Claim claim : counted.stream().sorted(LATEST_LAST).toList()) {
      BigDecimal actual = claim.standing();
      if (claim.outcome() != null && actual != null) {
        actuals.put(claim.outcome(), actual);
      } else if (claim.person() != null && claim.status() == ClaimStatus.VERIFIED) {
        people++;
      }
    }
    return terms.payment(months(statement), people, actuals);
  }

  private BigDecimal months(Statement statement) {
    return term.months(statement.periodStart(), statement.periodEnd());
  }

  /** Said only where a fee is paid for less than the period. */
  private Optional<Step> ran(Statement statement) {
    BigDecimal months = months(statement);
    boolean whole = months.compareTo(BigDecimal.valueOf(statement.months())) == 0;
    if (terms.byTariff() || whole) {
      return Optional.empty();
    }
    return Optional.of(
        new Step(
            "Months of the period in which the contract ran",
            term.words(),
            "%s of %d".formatted(plain(months), statement.months())));
  }

  /** What a statement paid, less what later ones clawed back of it. */
  private BigDecimal paidFor(Statement statement) {
    BigDecimal paid = statement.content().earned();
    for (Statement other : earlier) {
      for (StatementContent.Clawback clawback : other.content().clawbacks()) {
        if (clawback.statementId().equals(statement.id())) {
          paid = paid.add(clawback.amount());
        }
      }
    }
    return paid;
  }
}
