package uk.carecontracts.monitoring.paymentbyresults;

import static uk.carecontracts.monitoring.arithmetic.Figures.EXACT;
import static uk.carecontracts.monitoring.arithmetic.Figures.plain;
import static uk.carecontracts.monitoring.arithmetic.Figures.pounds;
import static uk.carecontracts.monitoring.arithmetic.Figures.shareOf;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import uk.carecontracts.kit.problem.RuleViolation;
import uk.carecontracts.monitoring.arithmetic.Step;

/**
 * An annual fee of which a part depends on outcomes.
 *
 * <p>The base and the total are each rounded once; the outcome amount is what lies between, so that
 * the base never moves with the results and full achievement pays exactly the fee.
 *
 * @param annualFee pounds for the year, zero or more
 * @param atRiskPercent the part that outcomes decide, 0 to 100
 * @param outcomes what is measured; weights total 100
 */
public record OutcomeAgreement(
    BigDecimal annualFee, BigDecimal atRiskPercent, List<OutcomeTerms> outcomes) {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** Refuses terms that cannot be paid out, naming the field. */
  public OutcomeAgreement {
    outcomes = List.copyOf(outcomes);
    require(annualFee.signum() >= 0, "A fee cannot be negative", "/annualFee");
    require(isPercent(atRiskPercent), "The part at risk is 0 to 100 per cent", "/atRiskPercent");
    require(!outcomes.isEmpty(), "Payment by results needs at least one outcome", "/outcomes");
    for (int i = 0; i < outcomes.size(); i++) {
      check(outcomes.get(i), "/outcomes/" + i);
    }
    BigDecimal weights =
        outcomes.stream().map(OutcomeTerms::weightPercent).reduce(BigDecimal.ZERO, BigDecimal::add);
    require(
        weights.compareTo(HUNDRED) == 0,
        "The weights of the outcomes total " + plain(weights) + " instead of 100",
        "/outcomes");
  }

  private static void check(OutcomeTerms outcome, String pointer) {
    require(
        isPercent(outcome.weightPercent()),
        "A weight is 0 to 100 per cent",
        pointer + "/weightPercent");
    require(outcome.effectiveCap().signum() >= 0, "A cap cannot be negative", pointer + "/cap");
    require(
        outcome.target().compareTo(outcome.baseline()) != 0,
        "The target equals the baseline, so there is nothing to achieve",
        pointer + "/target");
  }

  private static boolean isPercent(BigDecimal value) {
    return value.signum() >= 0 && value.compareTo(HUNDRED) <= 0;
  }

  private static void require(boolean holds, String message, String pointer) {
    if (!holds) {
      throw new RuleViolation("PAYMENT_TERMS_INVALID", message, pointer);
    }
  }

  /** Works out the payment for the year. */
  public Payment payment() {
    List<Step> steps = new ArrayList<>();
    BigDecimal atRisk = annualFee.multiply(shareOf(atRiskPercent));
    BigDecimal base = annualFee.subtract(atRisk);
    steps.add(
        new Step(
            "Money at risk",
            pounds(annualFee) + " × " + plain(atRiskPercent) + "%",
            pounds(atRisk)));
    steps.add(new Step("Base amount", pounds(annualFee) + " − " + pounds(atRisk), pounds(base)));
    BigDecimal earnedShare = earnedShare(steps);
    BigDecimal earned = atRisk.multiply(earnedShare);
    BigDecimal baseAmount = rounded(base);
    BigDecimal total = rounded(base.add(earned));
    BigDecimal outcomeAmount = total.subtract(baseAmount);
    steps.add(
        new Step(
            "Outcome amount", pounds(atRisk) + " × " + plain(earnedShare), pounds(outcomeAmount)));
    steps.add(new Step("Total", pounds(baseAmount) + " + " + pounds(outcomeAmount), pounds(total)));
    return new Payment(baseAmount, outcomeAmount, total, rounded(BigDecimal.ZERO), steps);
  }

  private BigDecimal earnedShare(List<Step> steps) {
    BigDecimal sum = BigDecimal.ZERO;
    List<String> parts = new ArrayList<>();
    for (OutcomeTerms outcome : outcomes) {
      Achievement achievement = Achievement.of(outcome);
      steps.add(achievement.step(outcome.name()));
      sum = sum.add(shareOf(outcome.weightPercent()).multiply(achievement.counted()));
      parts.add(plain(outcome.weightPercent()) + "% × " + plain(achievement.counted()));
    }
    steps.add(
        new Step(
            "Share of the money at risk that is earned",
            parts.stream().collect(Collectors.joining(" + ")),
            plain(sum)));
    return sum;
  }

  private static BigDecimal rounded(BigDecimal amount) {
    return amount.setScale(2, RoundingMode.HALF_UP);
  }

  /** How much of an outcome was achieved, before and after floor and cap. */
  private record Achievement(BigDecimal counted, String working) {

    static Achievement of(OutcomeTerms outcome) {
      return outcome.method() == PaymentMethod.THRESHOLD ? threshold(outcome) : linear(outcome);
    }

    private static Achievement linear(OutcomeTerms outcome) {
      BigDecimal raw =
          outcome
              .actual()
              .subtract(outcome.baseline())
              .divide(outcome.target().subtract(outcome.baseline()), EXACT);
      String working =
          "(%s − %s) ÷ (%s − %s) = %s"
              .formatted(
                  plain(outcome.actual()),
                  plain(outcome.baseline()),
                  plain(outcome.target()),
                  plain(outcome.baseline()),
                  plain(raw));
      return bounded(raw, outcome.effectiveCap(), working);
    }

    private static Achievement threshold(OutcomeTerms outcome) {
      boolean falling = outcome.target().compareTo(outcome.baseline()) < 0;
      int distance = outcome.actual().compareTo(outcome.target());
      boolean reached = falling ? distance <= 0 : distance >= 0;
      String working =
          "%s %s the target of %s"
              .formatted(
                  plain(outcome.actual()), reached ? "reaches" : "misses", plain(outcome.target()));
      return bounded(reached ? BigDecimal.ONE : BigDecimal.ZERO, outcome.effectiveCap(), working);
    }

    private static Achievement bounded(BigDecimal raw, BigDecimal cap, String working) {
      if (raw.signum() < 0) {
        return new Achievement(BigDecimal.ZERO, working + ", not below 0");
      }
      if (raw.compareTo(cap) > 0) {
        return new Achievement(cap, working + ", capped at " + plain(cap));
      }
      return new Achievement(raw, working);
    }

    Step step(String name) {
      return new Step("Achievement of " + name, working, plain(counted));
    }
  }
}
