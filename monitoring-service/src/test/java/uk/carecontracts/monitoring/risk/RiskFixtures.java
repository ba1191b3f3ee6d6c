package uk.carecontracts.monitoring.risk;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import uk.carecontracts.monitoring.providers.RegulatorRating;

/** Weights and facts to start from. */
final class RiskFixtures {
  static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

  private RiskFixtures() {}

  static RiskWeights weights() {
    Map<RiskFactor, BigDecimal> points = new EnumMap<>(RiskFactor.class);
    int[] most = {20, 20, 15, 10, 10, 10, 10, 5};
    for (RiskFactor factor : RiskFactor.values()) {
      points.put(factor, BigDecimal.valueOf(most[factor.ordinal()]));
    }
    return new RiskWeights("2026-1", LocalDate.of(2026, 1, 1), points, new BigDecimal("0.5"));
  }

  static RiskFacts calm() {
    return facts(RegulatorRating.GOOD, false, List.of(), OpenConcerns.NONE);
  }

  static RiskFacts facts(
      RegulatorRating rating,
      boolean specialMeasures,
      List<RatingFall> falls,
      OpenConcerns concerns) {
    return new RiskFacts(
        rating,
        specialMeasures,
        falls,
        concerns,
        new BigDecimal("80"),
        6,
        new BigDecimal("400000"),
        60,
        new BigDecimal("5"),
        FinancialStanding.ADEQUATE,
        new BigDecimal("90"),
        null);
  }

  static RiskFacts nothingKnown() {
    return new RiskFacts(
        null, false, List.of(), OpenConcerns.NONE, null, null, null, null, null, null, null, null);
  }
}
