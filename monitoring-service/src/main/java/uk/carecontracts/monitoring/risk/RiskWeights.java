package uk.carecontracts.monitoring.risk;

import static uk.carecontracts.monitoring.arithmetic.Figures.plain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import uk.carecontracts.kit.problem.RuleViolation;

/**
 * The most points each factor can add; they total 100. Weights are dated data: a change makes a new
 * version and leaves earlier assessments as they were.
 *
 * @param version name of this set
 * @param validFrom first day it applies
 * @param points most points per factor
 * @param unknownShare part of a factor's points that counts when nothing is known about it, 0 to 1
 */
public record RiskWeights(
    String version,
    LocalDate validFrom,
    Map<RiskFactor, BigDecimal> points,
    BigDecimal unknownShare) {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** Refuses a set that leaves a factor out, goes below zero or does not total 100. */
  public RiskWeights {
    EnumMap<RiskFactor, BigDecimal> copy = new EnumMap<>(RiskFactor.class);
    copy.putAll(points);
    points = Collections.unmodifiableMap(copy);
    BigDecimal total = BigDecimal.ZERO;
    for (RiskFactor factor : RiskFactor.values()) {
      BigDecimal weight = points.get(factor);
      if (weight == null || weight.signum() < 0) {
        throw new RuleViolation(
            "RISK_WEIGHTS_INVALID",
            "Every factor needs a weight of zero or more; " + factor + " has none",
            "/weights/" + factor);
      }
      total = total.add(weight);
    }
    if (total.compareTo(HUNDRED) != 0) {
      throw new RuleViolation(
          "RISK_WEIGHTS_INVALID",
          "The weights total " + plain(total) + " instead of 100",
          "/weights");
    }
  }

  /** The most points a factor can add. */
  public BigDecimal of(RiskFactor factor) {
    BigDecimal weight = points.get(factor);
    return weight == null ? BigDecimal.ZERO : weight;
  }
}
