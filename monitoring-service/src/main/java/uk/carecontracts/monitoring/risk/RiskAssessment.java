package uk.carecontracts.monitoring.risk;

import static uk.carecontracts.monitoring.arithmetic.Figures.plain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How closely a contract should be watched, and why.
 *
 * @param score 0 to 100, two places
 * @param scoredTier the tier of the score alone
 * @param tier the tier that holds, after safety floor and override
 * @param flagged whether the contract carries the risk mark
 * @param reasons why it is flagged or its tier differs from its score, in words
 * @param factors what each factor added
 * @param weightsVersion the weights used
 */
public record RiskAssessment(
    BigDecimal score,
    RiskTier scoredTier,
    RiskTier tier,
    boolean flagged,
    List<String> reasons,
    List<FactorScore> factors,
    String weightsVersion) {

  /** Keeps its own copies. */
  public RiskAssessment {
    reasons = List.copyOf(reasons);
    factors = List.copyOf(factors);
  }

  /** Months between two reviews. */
  public int frequencyMonths() {
    return tier.frequencyMonths();
  }

  /**
   * Assesses a contract. Special measures and an open serious safeguarding concern put it in HIGH
   * at least, and no override goes below that.
   *
   * @param facts what is known
   * @param weights the weights that apply
   * @param override an officer's decision, if any
   * @param today the day on which an override must still hold
   */
  public static RiskAssessment of(
      RiskFacts facts, RiskWeights weights, @Nullable TierOverride override, LocalDate today) {
    List<FactorScore> factors = new ArrayList<>();
    BigDecimal sum = BigDecimal.ZERO;
    for (RiskFactor factor : RiskFactor.values()) {
      Exposure exposure = Exposure.of(factor, facts);
      BigDecimal points = points(exposure, weights, factor);
      sum = sum.add(points);
      factors.add(factorScore(factor, exposure, weights, points));
    }
    BigDecimal score = sum.setScale(2, RoundingMode.HALF_UP);
    RiskTier scored = RiskTier.ofScore(score);
    List<String> reasons = new ArrayList<>();
    RiskTier tier = decide(facts, scored, override, today, reasons);
    boolean flagged = flagged(facts, tier, reasons);
    return new RiskAssessment(score, scored, tier, flagged, reasons, factors, weights.version());
  }

  private static BigDecimal points(Exposure exposure, RiskWeights weights, RiskFactor factor) {
    BigDecimal share = exposure.share() == null ? weights.unknownShare() : exposure.share();
    return weights.of(factor).multiply(share);
  }

  private static FactorScore factorScore(
      RiskFactor factor, Exposure exposure, RiskWeights weights, BigDecimal points) {
    boolean known = exposure.share() != null;
    String explanation =
        known
            ? exposure.explanation()
            : "%s: counted at %s of its points"
                .formatted(exposure.explanation(), plain(weights.unknownShare()));
    return new FactorScore(
        factor, points.setScale(2, RoundingMode.HALF_UP), weights.of(factor), known, explanation);
  }

  private static RiskTier decide(
      RiskFacts facts,
      RiskTier scored,
      @Nullable TierOverride override,
      LocalDate today,
      List<String> reasons) {
    RiskTier tier = scored;
    if (override != null && override.holdsOn(today)) {
      tier = override.tier();
      reasons.add(
          "Set to %s until %s by %s: %s"
              .formatted(
                  override.tier(), override.expires(), override.decidedBy(), override.reason()));
    }
    if (facts.specialMeasures()) {
      tier = tier.atLeast(RiskTier.HIGH);
      reasons.add("A location is in special measures: at least HIGH");
    }
    if (facts.concerns().serious() > 0 && facts.concerns().safeguarding()) {
      tier = tier.atLeast(RiskTier.HIGH);
      reasons.add("A serious safeguarding concern is open: at least HIGH");
    }
    return tier;
  }

  private static boolean flagged(RiskFacts facts, RiskTier tier, List<String> reasons) {
    boolean unreviewedFall = false;
    for (RatingFall fall : facts.falls()) {
      if (!fall.reviewed()) {
        unreviewedFall = true;
        reasons.add(
            "The rating of %s fell from %s to %s on %s and the contract has not been reviewed since"
                .formatted(fall.location(), fall.from(), fall.to(), fall.reportDate()));
      }
    }
    boolean high = tier.compareTo(RiskTier.HIGH) >= 0;
    if (high) {
      reasons.add("The tier is " + tier);
    }
    return high || unreviewedFall || facts.specialMeasures();
  }
}
