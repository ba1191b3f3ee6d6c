package uk.carecontracts.monitoring.scorecards;

import static uk.carecontracts.monitoring.arithmetic.Figures.EXACT;
import static uk.carecontracts.monitoring.arithmetic.Figures.plain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Several weighted standings brought together. Colours count as points (green 100, amber 50, red
 * 0); 75 points make green, 40 amber, and nothing is green while a part of it is red. Parts that
 * are grey do not count.
 *
 * @param rag the colour of the whole
 * @param points weighted mean of the points, two places; absent when nothing counts
 * @param achievementPercent weighted mean of the achievements, two places
 * @param arithmetic the sum, written out
 */
public record RollUp(
    Rag rag,
    @Nullable BigDecimal points,
    @Nullable BigDecimal achievementPercent,
    String arithmetic) {
  private static final BigDecimal GREEN_FROM = BigDecimal.valueOf(75);
  private static final BigDecimal AMBER_FROM = BigDecimal.valueOf(40);

  /**
   * A part of the whole.
   *
   * @param name for the arithmetic
   * @param weight more than zero; only its proportion to the other weights matters
   * @param rag colour of the part
   * @param points what the part counts for, 0 to 100; absent when grey
   * @param achievementPercent how much of the target it made, 0 to 100; absent when grey
   */
  public record Part(
      String name,
      BigDecimal weight,
      Rag rag,
      @Nullable BigDecimal points,
      @Nullable BigDecimal achievementPercent) {

    /** An indicator as a part of its outcome. */
    public static Part of(String name, BigDecimal weight, IndicatorScore score) {
      boolean counts = score.rag() != Rag.GREY;
      return new Part(
          name,
          weight,
          score.rag(),
          counts ? BigDecimal.valueOf(score.rag().points()) : null,
          score.achievementPercent());
    }

    /** An outcome as a part of its contract, or a contract of its provider. */
    public static Part of(String name, BigDecimal weight, RollUp rollUp) {
      return new Part(name, weight, rollUp.rag, rollUp.points, rollUp.achievementPercent);
    }
  }

  /** Brings the parts together. */
  public static RollUp of(List<Part> parts) {
    BigDecimal weights = BigDecimal.ZERO;
    BigDecimal weighted = BigDecimal.ZERO;
    BigDecimal achieved = BigDecimal.ZERO;
    boolean anyRed = false;
    List<String> terms = new ArrayList<>();
    for (Part part : parts) {
      if (part.points() == null || part.achievementPercent() == null) {
        continue;
      }
      weights = weights.add(part.weight());
      weighted = weighted.add(part.weight().multiply(part.points()));
      achieved = achieved.add(part.weight().multiply(part.achievementPercent()));
      anyRed |= part.rag() == Rag.RED;
      terms.add("%s %s × %s".formatted(part.name(), plain(part.points()), plain(part.weight())));
    }
    if (terms.isEmpty()) {
      return new RollUp(Rag.GREY, null, null, "Nothing to bring together");
    }
    BigDecimal points = weighted.divide(weights, EXACT);
    Rag rag = colour(points, anyRed);
    String arithmetic =
        "(%s) ÷ %s = %s"
            .formatted(String.join(" + ", terms), plain(weights), plain(twoPlaces(points)));
    if (anyRed && points.compareTo(GREEN_FROM) >= 0) {
      arithmetic += "; amber because a part is red";
    }
    return new RollUp(
        rag, twoPlaces(points), twoPlaces(achieved.divide(weights, EXACT)), arithmetic);
  }

  private static Rag colour(BigDecimal points, boolean anyRed) {
    if (points.compareTo(AMBER_FROM) < 0) {
      return Rag.RED;
    }
    return points.compareTo(GREEN_FROM) < 0 || anyRed ? Rag.AMBER : Rag.GREEN;
  }

  private static BigDecimal twoPlaces(BigDecimal value) {
    return value.setScale(2, RoundingMode.HALF_UP);
  }
}
