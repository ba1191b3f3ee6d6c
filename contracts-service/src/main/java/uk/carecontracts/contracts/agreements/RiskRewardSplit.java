package uk.carecontracts.contracts.agreements;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import uk.carecontracts.contracts.agreements.AgreementTerms.Share;
import uk.carecontracts.kit.money.Money;

/**
 * How the partners of an alliance share what was saved or overspent, to the penny: each share is
 * rounded towards nought, and the pennies left over go one by one to the largest remainders, the
 * earlier partner first where they are equal.
 *
 * @param target the cost agreed
 * @param actual the cost incurred
 * @param outcome target less actual: a gain above nought, a loss below
 * @param parts what each partner gets or bears; they total the outcome
 * @param steps how it was found
 */
public record RiskRewardSplit(
    Money target, Money actual, Money outcome, List<Part> parts, List<String> steps) {
  private static final BigDecimal PENNY = new BigDecimal("0.01");

  /**
   * A partner's part.
   *
   * @param name the partner
   * @param sharePercent its agreed share of a gain or of a loss, whichever this is
   * @param amount what it gets, or bears when below nought
   * @param extraPenny whether a penny left over went to it
   */
  public record Part(String name, BigDecimal sharePercent, Money amount, boolean extraPenny) {}

  /** Shares of a gain or loss by agreed shares that total 100. */
  static RiskRewardSplit of(List<Share> shares, Money target, Money actual) {
    BigDecimal outcome = target.amount().subtract(actual.amount());
    boolean gain = outcome.signum() >= 0;
    List<BigDecimal> percents =
        shares.stream().map(each -> gain ? each.rewardPercent() : each.riskPercent()).toList();
    List<BigDecimal> exact =
        percents.stream().map(each -> outcome.multiply(each).movePointLeft(2)).toList();
    List<BigDecimal> whole =
        new ArrayList<>(exact.stream().map(each -> each.setScale(2, RoundingMode.DOWN)).toList());
    BigDecimal given = whole.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    int left = outcome.subtract(given).abs().movePointRight(2).intValueExact();
    List<Integer> byRemainder =
        IntStream.range(0, exact.size())
            .boxed()
            .sorted(
                Comparator.comparing((Integer i) -> exact.get(i).subtract(whole.get(i)).abs())
                    .reversed()
                    .thenComparing(Comparator.naturalOrder()))
            .limit(left)
            .toList();
    BigDecimal penny = gain ? PENNY : PENNY.negate();
    List<Part> parts = new ArrayList<>();
    List<String> steps = new ArrayList<>();
    steps.add(
        (gain ? "Gain" : "Loss")
            + ": target "
            + target.amount().toPlainString()
            + " - actual "
            + actual.amount().toPlainString()
            + " = "
            + outcome.toPlainString());
    for (int i = 0; i < shares.size(); i++) {
      boolean extra = byRemainder.contains(i);
      BigDecimal amount = extra ? whole.get(i).add(penny) : whole.get(i);
      parts.add(new Part(shares.get(i).name(), percents.get(i), Money.gbp(amount), extra));
      steps.add(
          shares.get(i).name()
              + ": "
              + percents.get(i).stripTrailingZeros().toPlainString()
              + " % = "
              + exact.get(i).stripTrailingZeros().toPlainString()
              + ", "
              + (extra
                  ? "with a penny left over for its remainder " + amount.toPlainString()
                  : "towards nought " + amount.toPlainString()));
    }
    return new RiskRewardSplit(
        target, actual, Money.gbp(outcome), List.copyOf(parts), List.copyOf(steps));
  }
}
