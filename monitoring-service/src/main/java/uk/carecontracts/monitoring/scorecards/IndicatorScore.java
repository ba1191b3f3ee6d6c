package uk.carecontracts.monitoring.scorecards;

import static uk.carecontracts.monitoring.arithmetic.Figures.EXACT;
import static uk.carecontracts.monitoring.arithmetic.Figures.between;
import static uk.carecontracts.monitoring.arithmetic.Figures.percentOf;
import static uk.carecontracts.monitoring.arithmetic.Figures.plain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * How an indicator stands against its terms.
 *
 * @param rag the colour
 * @param rating the published word
 * @param achievementPercent how much of the way to the target was made, 0 to 100, two places;
 *     absent without a value
 * @param explanation the arithmetic in one sentence
 */
public record IndicatorScore(
    Rag rag,
    PerformanceRating rating,
    @Nullable BigDecimal achievementPercent,
    String explanation) {

  /** A miss of more than this many tolerances is significant (the project's own convention). */
  private static final BigDecimal SIGNIFICANT_TOLERANCES = BigDecimal.valueOf(3);

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** The standing of an indicator nothing is known about. */
  public static IndicatorScore unknown() {
    return new IndicatorScore(Rag.GREY, PerformanceRating.OTHER, null, "No value for this period");
  }

  /** The standing of a missing indicator that is counted as if it had failed. */
  public static IndicatorScore worstCase() {
    return new IndicatorScore(
        Rag.RED, PerformanceRating.OTHER, BigDecimal.ZERO, "No value: counted as the worst case");
  }

  /** Scores a measured value. */
  public static IndicatorScore of(IndicatorTerms terms, BigDecimal value) {
    BigDecimal achieved = achievement(terms, value);
    BigDecimal shortfall = terms.direction().gain(value, terms.target());
    if (shortfall.signum() <= 0) {
      return new IndicatorScore(
          Rag.GREEN,
          PerformanceRating.GOOD,
          achieved,
          "%s meets the target of %s".formatted(plain(value), plain(terms.target())));
    }
    String missed =
        "%s misses the target of %s by %s"
            .formatted(plain(value), plain(terms.target()), plain(shortfall));
    if (shortfall.compareTo(terms.tolerance()) <= 0) {
      return new IndicatorScore(
          Rag.AMBER,
          PerformanceRating.APPROACHING_TARGET,
          achieved,
          missed + ", within the tolerance of " + plain(terms.tolerance()));
    }
    return beyondTolerance(terms, value, achieved, missed);
  }

  private static IndicatorScore beyondTolerance(
      IndicatorTerms terms, BigDecimal value, BigDecimal achieved, String missed) {
    BigDecimal line =
        terms
            .direction()
            .worseBy(terms.target(), terms.tolerance().multiply(SIGNIFICANT_TOLERANCES));
    if (terms.baseline() != null) {
      line = terms.direction().worse(line, terms.baseline());
    }
    boolean inadequate = !terms.direction().atLeastAsGood(value, line);
    return new IndicatorScore(
        Rag.RED,
        inadequate ? PerformanceRating.INADEQUATE : PerformanceRating.REQUIRES_IMPROVEMENT,
        achieved,
        "%s, more than the tolerance of %s%s"
            .formatted(
                missed,
                plain(terms.tolerance()),
                inadequate ? ", and is worse than " + plain(line) : ""));
  }

  /**
   * The way made from a starting point to the target. The start is the baseline; where that is
   * unknown or no worse than the target, it lies as far from the target as zero does (or, for a
   * target of zero, three tolerances, at least one unit).
   */
  private static BigDecimal achievement(IndicatorTerms terms, BigDecimal value) {
    BigDecimal start = start(terms);
    BigDecimal way = terms.direction().gain(start, terms.target());
    BigDecimal made = terms.direction().gain(start, value);
    return between(BigDecimal.ZERO, percentOf(made.divide(way, EXACT)), HUNDRED)
        .setScale(2, RoundingMode.HALF_UP);
  }

  private static BigDecimal start(IndicatorTerms terms) {
    BigDecimal baseline = terms.baseline();
    if (baseline != null && terms.direction().gain(baseline, terms.target()).signum() > 0) {
      return baseline;
    }
    BigDecimal distance =
        terms.target().signum() == 0
            ? terms.tolerance().multiply(SIGNIFICANT_TOLERANCES).max(BigDecimal.ONE)
            : terms.target().abs();
    return terms.direction().worseBy(terms.target(), distance);
  }
}
