package uk.carecontracts.monitoring.paymentbyresults;

import static uk.carecontracts.monitoring.arithmetic.Figures.pounds;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import uk.carecontracts.monitoring.arithmetic.Step;

/**
 * Works out what a period pays. What earlier agreed statements paid is worked out again from the
 * results that still stand; the difference, less what was clawed back before, is clawed back now.
 * So all statements together always pay exactly what the standing results are worth.
 */
final class StatementCalculation {
  private final ModelTerms terms;
  private final List<Claim> claims;
  private final List<Statement> earlier;

  /**
   * For one agreement.
   *
   * @param terms what pays
   * @param claims every claim under it
   * @param earlier its statements that are agreed or paid
   */
  StatementCalculation(ModelTerms terms, List<Claim> claims, List<Statement> earlier) {
    this.terms = terms;
    this.claims = claims;
    this.earlier = earlier;
  }

  /**
   * The content of a statement.
   *
   * @param months whole months of its period
   * @param counted the claims that belong to the period
   */
  StatementContent of(int months, List<Claim> counted) {
    Payment payment = payment(months, counted);
    List<Step> steps = new ArrayList<>(payment.steps());
    List<StatementContent.Clawback> clawbacks = new ArrayList<>();
    BigDecimal total = payment.total();
    for (Statement statement : earlier) {
      BigDecimal before = paidFor(statement);
      BigDecimal now = payment(statement.months(), countedOn(statement.id())).total();
      BigDecimal difference = now.subtract(before);
      if (difference.signum() != 0) {
        clawbacks.add(new StatementContent.Clawback(statement.id(), difference));
        steps.add(
            new Step(
                "Clawed back of the statement from " + statement.periodStart(),
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

  private Payment payment(int months, List<Claim> counted) {
    Map<String, BigDecimal> actuals = new HashMap<>();
    int people = 0;
    for (Claim claim : counted) {
      BigDecimal actual = claim.standing();
      if (claim.outcome() != null && actual != null) {
        actuals.put(claim.outcome(), actual);
      } else if (claim.person() != null && claim.status() == ClaimStatus.VERIFIED) {
        people++;
      }
    }
    return terms.payment(months, people, actuals);
  }

  private List<Claim> countedOn(UUID statement) {
    return claims.stream().filter(claim -> statement.equals(claim.statementId())).toList();
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
