package uk.carecontracts.contracts.projects;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.projects.OptionsAppraisal.Criterion;
import uk.carecontracts.contracts.projects.OptionsAppraisal.Delivery;
import uk.carecontracts.contracts.projects.OptionsAppraisal.Option;
import uk.carecontracts.kit.money.Money;

/**
 * What an appraisal comes to, and how firm that is.
 *
 * @param ranking options from the best
 * @param sensitivity for each criterion, the weights at which another option would win
 * @param inHouseOrOutsourced the best in-house option against the best one delivered by others
 * @param arithmetic the best score worked out
 */
public record AppraisalResult(
    List<Ranked> ranking,
    List<Turn> sensitivity,
    List<Side> inHouseOrOutsourced,
    String arithmetic) {
  /**
   * An option and its score.
   *
   * @param code the option
   * @param title what it is
   * @param delivery who would do the work
   * @param score 0 to 10, shown to two places
   * @param rank from 1; equal scores share a rank
   */
  public record Ranked(String code, String title, Delivery delivery, BigDecimal score, int rank) {}

  /**
   * A weight at which the answer turns, the other weights as they are.
   *
   * @param criterion whose weight
   * @param weight as it is
   * @param turnsAt where another option draws level, shown to two places; absent when none would
   * @param direction BELOW or ABOVE that weight the other option wins
   * @param wouldWin that option
   * @param explanation in words
   */
  public record Turn(
      String criterion,
      BigDecimal weight,
      @Nullable BigDecimal turnsAt,
      @Nullable String direction,
      @Nullable String wouldWin,
      String explanation) {}

  /** The best option of one side. */
  public record Side(
      Delivery delivery, String code, BigDecimal score, @Nullable Money annualCost) {}

  /** Adds up an appraisal that was checked. */
  static AppraisalResult of(OptionsAppraisal appraisal) {
    List<Option> order =
        appraisal.options().stream()
            .sorted(
                Comparator.comparing((Option each) -> sum(appraisal, each))
                    .reversed()
                    .thenComparing(Option::code))
            .toList();
    List<Ranked> ranking = new ArrayList<>();
    for (int i = 0; i < order.size(); i++) {
      Option each = order.get(i);
      boolean level =
          i > 0 && sum(appraisal, each).compareTo(sum(appraisal, order.get(i - 1))) == 0;
      ranking.add(
          new Ranked(
              each.code(),
              each.title(),
              each.delivery(),
              score(appraisal, each),
              level ? ranking.get(i - 1).rank() : i + 1));
    }
    List<Turn> turns = new ArrayList<>();
    for (Criterion criterion : appraisal.criteria()) {
      turns.addAll(turns(appraisal, order, criterion));
    }
    return new AppraisalResult(
        ranking, turns, sides(appraisal, order), arithmetic(appraisal, order.get(0)));
  }

  private static BigDecimal sum(OptionsAppraisal appraisal, Option option) {
    return appraisal.criteria().stream()
        .map(each -> each.weight().multiply(option.scores().get(each.code())))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal weights(OptionsAppraisal appraisal) {
    return appraisal.criteria().stream()
        .map(Criterion::weight)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal score(OptionsAppraisal appraisal, Option option) {
    return sum(appraisal, option).divide(weights(appraisal), 2, RoundingMode.HALF_UP);
  }

  /** The nearest weight below and above at which some other option draws level with the best. */
  private static List<Turn> turns(
      OptionsAppraisal appraisal, List<Option> order, Criterion criterion) {
    Option best = order.get(0);
    Turn below = null;
    Turn above = null;
    for (Option other : order.subList(1, order.size())) {
      BigDecimal lead = sum(appraisal, best).subtract(sum(appraisal, other));
      BigDecimal slope =
          best.scores().get(criterion.code()).subtract(other.scores().get(criterion.code()));
      if (slope.signum() != 0) {
        BigDecimal at = criterion.weight().subtract(lead.divide(slope, MathContext.DECIMAL128));
        boolean isBelow = slope.signum() > 0;
        if (isBelow && at.signum() > 0 && (below == null || at.compareTo(exact(below)) > 0)) {
          below = turn(criterion, at, "BELOW", other);
        } else if (!isBelow && (above == null || at.compareTo(exact(above)) < 0)) {
          above = turn(criterion, at, "ABOVE", other);
        }
      }
    }
    List<Turn> turns = new ArrayList<>();
    if (below != null) {
      turns.add(shown(below));
    }
    if (above != null) {
      turns.add(shown(above));
    }
    if (turns.isEmpty()) {
      turns.add(
          new Turn(
              criterion.code(),
              criterion.weight(),
              null,
              null,
              null,
              "No weight of " + criterion.code() + " would change the answer."));
    }
    return turns;
  }

  private static BigDecimal exact(Turn turn) {
    return turn.turnsAt() == null ? BigDecimal.ZERO : turn.turnsAt();
  }

  private static Turn turn(Criterion criterion, BigDecimal at, String direction, Option other) {
    return new Turn(criterion.code(), criterion.weight(), at, direction, other.code(), "");
  }

  private static Turn shown(Turn turn) {
    BigDecimal at = exact(turn).setScale(2, RoundingMode.HALF_UP);
    return new Turn(
        turn.criterion(),
        turn.weight(),
        at,
        turn.direction(),
        turn.wouldWin(),
        turn.wouldWin()
            + " would win if the weight of "
            + turn.criterion()
            + " were "
            + ("BELOW".equals(turn.direction()) ? "less" : "more")
            + " than "
            + at.toPlainString()
            + "; it is "
            + turn.weight().toPlainString()
            + ".");
  }

  private static List<Side> sides(OptionsAppraisal appraisal, List<Option> order) {
    List<Side> sides = new ArrayList<>();
    for (Delivery delivery : Delivery.values()) {
      order.stream()
          .filter(each -> each.delivery() == delivery)
          .findFirst()
          .ifPresent(
              each ->
                  sides.add(
                      new Side(delivery, each.code(), score(appraisal, each), each.annualCost())));
    }
    return sides;
  }

  private static String arithmetic(OptionsAppraisal appraisal, Option best) {
    String terms =
        String.join(
            " + ",
            appraisal.criteria().stream()
                .map(
                    each ->
                        each.weight().toPlainString()
                            + " × "
                            + best.scores().get(each.code()).toPlainString())
                .toList());
    return best.code()
        + ": ("
        + terms
        + ") ÷ "
        + weights(appraisal).toPlainString()
        + " = "
        + score(appraisal, best).toPlainString();
  }
}
