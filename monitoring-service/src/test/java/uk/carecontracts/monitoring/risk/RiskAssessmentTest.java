package uk.carecontracts.monitoring.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static uk.carecontracts.monitoring.risk.RiskFixtures.TODAY;
import static uk.carecontracts.monitoring.risk.RiskFixtures.calm;
import static uk.carecontracts.monitoring.risk.RiskFixtures.facts;
import static uk.carecontracts.monitoring.risk.RiskFixtures.nothingKnown;
import static uk.carecontracts.monitoring.risk.RiskFixtures.weights;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.WithNull;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.carecontracts.kit.problem.RuleViolation;
import uk.carecontracts.monitoring.providers.RegulatorRating;

class RiskAssessmentTest {

  private static RiskAssessment assess(RiskFacts facts) {
    return RiskAssessment.of(facts, weights(), null, TODAY);
  }

  @Test
  void a_calm_contract_scores_the_sum_of_its_factors() {
    // 20×0.1 + 20×0 + 15×0.2 + 10×6/24 + 10×max(0.4, 0.3) + 10×5/25 + 10×0.3 + 5×0.1
    RiskAssessment assessment = assess(calm());

    assertEquals(new BigDecimal("17.00"), assessment.score());
    assertEquals(RiskTier.LOW, assessment.tier());
    assertEquals(12, assessment.frequencyMonths());
    assertFalse(assessment.flagged());
    assertEquals(8, assessment.factors().size());
  }

  @Test
  void what_is_not_known_counts_half_and_says_so() {
    RiskAssessment assessment = assess(nothingKnown());

    assertEquals(new BigDecimal("40.00"), assessment.score());
    FactorScore rating = assessment.factors().get(0);
    assertFalse(rating.known());
    assertEquals(
        "No location of the provider has a rating: counted at 0.5 of its points",
        rating.explanation());
  }

  @Test
  void people_s_own_voice_counts_as_much_as_the_indicators_and_the_worse_holds() {
    RiskFacts calm = calm();
    RiskFacts heard =
        new RiskFacts(
            calm.worstRating(),
            false,
            List.of(),
            OpenConcerns.NONE,
            new BigDecimal("80"),
            6,
            calm.annualValue(),
            60,
            new BigDecimal("5"),
            FinancialStanding.ADEQUATE,
            new BigDecimal("90"),
            new BigDecimal("40"));

    FactorScore performance = assess(heard).factors().get(2);
    // 15 × 0.6 instead of 15 × 0.2
    assertEquals(new BigDecimal("9.00"), performance.points());
    assertEquals(
        "Indicators achieve 80%, people's scores are favourable to 40%: the worse counts",
        performance.explanation());
  }

  @ParameterizedTest
  @CsvSource({
    "0, LOW, 12",
    "24.99, LOW, 12",
    "25, MEDIUM, 6",
    "49.99, MEDIUM, 6",
    "50, HIGH, 3",
    "74.99, HIGH, 3",
    "75, ENHANCED, 1",
    "100, ENHANCED, 1"
  })
  void a_score_decides_tier_and_frequency(BigDecimal score, RiskTier tier, int months) {
    assertEquals(tier, RiskTier.ofScore(score));
    assertEquals(months, tier.frequencyMonths());
  }

  @Test
  void special_measures_mean_at_least_high_even_against_an_override() {
    TierOverride lower =
        new TierOverride(RiskTier.LOW, "Visited last week", TODAY.plusMonths(3), "officer");

    RiskAssessment assessment =
        RiskAssessment.of(
            facts(RegulatorRating.INADEQUATE, true, List.of(), OpenConcerns.NONE),
            weights(),
            lower,
            TODAY);

    assertEquals(RiskTier.HIGH, assessment.tier());
    assertTrue(assessment.flagged());
  }

  @Test
  void an_open_serious_safeguarding_concern_means_at_least_high() {
    RiskAssessment assessment =
        assess(facts(RegulatorRating.GOOD, false, List.of(), new OpenConcerns(0, 0, 1, true)));

    assertEquals(RiskTier.MEDIUM, assessment.scoredTier());
    assertEquals(RiskTier.HIGH, assessment.tier());
  }

  @Test
  void a_rating_that_fell_flags_the_contract_until_it_is_reviewed() {
    RiskAssessment fallen = assess(fallen(false));
    RiskAssessment reviewed = assess(fallen(true));

    assertTrue(fallen.flagged());
    assertEquals(RiskTier.MEDIUM, fallen.tier());
    assertEquals(
        List.of(
            "The rating of Elm House fell from GOOD to REQUIRES_IMPROVEMENT on 2026-05-20 and the"
                + " contract has not been reviewed since"),
        fallen.reasons());
    assertFalse(reviewed.flagged());
  }

  private static RiskFacts fallen(boolean reviewed) {
    return facts(
        RegulatorRating.REQUIRES_IMPROVEMENT,
        false,
        List.of(
            new RatingFall(
                "Elm House",
                RegulatorRating.GOOD,
                RegulatorRating.REQUIRES_IMPROVEMENT,
                LocalDate.of(2026, 5, 20),
                reviewed)),
        OpenConcerns.NONE);
  }

  @Test
  void an_override_holds_to_its_last_day_and_no_longer() {
    TierOverride higher = new TierOverride(RiskTier.ENHANCED, "New manager", TODAY, "officer");

    assertEquals(RiskTier.ENHANCED, RiskAssessment.of(calm(), weights(), higher, TODAY).tier());
    assertEquals(
        RiskTier.LOW, RiskAssessment.of(calm(), weights(), higher, TODAY.plusDays(1)).tier());
  }

  @Test
  void weights_that_do_not_total_100_are_refused() {
    Map<RiskFactor, BigDecimal> points = new EnumMap<>(weights().points());
    points.put(RiskFactor.CONCERNS, BigDecimal.ZERO);

    assertThrows(
        RuleViolation.class, () -> new RiskWeights("bad", TODAY, points, new BigDecimal("0.5")));
  }

  @ParameterizedTest
  @CsvSource({
    "Requires improvement, REQUIRES_IMPROVEMENT",
    "Requires improvement to be good, REQUIRES_IMPROVEMENT",
    "GOOD, GOOD",
    "Outstanding, OUTSTANDING",
    "Inspected but not rated,"
  })
  void ratings_are_read_from_words_and_codes(String text, RegulatorRating rating) {
    assertEquals(rating, RegulatorRating.read(text).orElse(null));
  }

  @Property
  void the_score_is_bounded_and_its_factors_add_up(
      @ForAll @WithNull RegulatorRating rating,
      @ForAll boolean specialMeasures,
      @ForAll @IntRange(max = 20) int concerns,
      @ForAll @IntRange(min = -10, max = 120) int performance,
      @ForAll @IntRange(max = 100) @WithNull Integer months,
      @ForAll @IntRange(max = 50_000_000) int value,
      @ForAll @IntRange(max = 100) int share,
      @ForAll @WithNull FinancialStanding standing) {
    RiskAssessment assessment =
        assess(
            new RiskFacts(
                rating,
                specialMeasures,
                List.of(),
                new OpenConcerns(concerns, concerns, concerns, false),
                BigDecimal.valueOf(performance),
                months,
                BigDecimal.valueOf(value),
                null,
                BigDecimal.valueOf(share),
                standing,
                null,
                null));

    assertTrue(assessment.score().signum() >= 0);
    assertTrue(assessment.score().compareTo(BigDecimal.valueOf(100)) <= 0);
    for (FactorScore factor : assessment.factors()) {
      assertTrue(factor.points().compareTo(factor.of()) <= 0);
    }
    assertTrue(assessment.tier().compareTo(assessment.scoredTier()) >= 0);
  }

  @Property
  void a_worse_fact_never_lowers_the_score(
      @ForAll RegulatorRating rating,
      @ForAll @IntRange(max = 5) int concerns,
      @ForAll @IntRange(max = 100) int performance,
      @ForAll @IntRange(max = 48) int months,
      @ForAll @IntRange(max = 2_000_000) int value,
      @ForAll @IntRange(max = 100) int share,
      @ForAll FinancialStanding standing,
      @ForAll RiskFactor worsened) {
    int more = 1;
    RiskFacts before =
        numbers(rating, concerns, performance, months, value, share, standing, performance);
    RiskFacts after =
        switch (worsened) {
          case REGULATOR_RATING ->
              numbers(
                  RegulatorRating.values()[Math.min(rating.ordinal() + more, 3)],
                  concerns,
                  performance,
                  months,
                  value,
                  share,
                  standing,
                  performance);
          case CONCERNS ->
              numbers(
                  rating,
                  concerns + more,
                  performance,
                  months,
                  value,
                  share,
                  standing,
                  performance);
          case INDICATOR_PERFORMANCE ->
              numbers(
                  rating,
                  concerns,
                  performance - more,
                  months,
                  value,
                  share,
                  standing,
                  performance);
          case TIME_SINCE_REVIEW ->
              numbers(
                  rating,
                  concerns,
                  performance,
                  months + more,
                  value,
                  share,
                  standing,
                  performance);
          case VALUE_AND_PEOPLE ->
              numbers(
                  rating,
                  concerns,
                  performance,
                  months,
                  value + more,
                  share,
                  standing,
                  performance);
          case PROVIDER_DEPENDENCY ->
              numbers(
                  rating,
                  concerns,
                  performance,
                  months,
                  value,
                  share + more,
                  standing,
                  performance);
          case FINANCIAL_STANDING ->
              numbers(
                  rating,
                  concerns,
                  performance,
                  months,
                  value,
                  share,
                  FinancialStanding.values()[Math.min(standing.ordinal() + more, 3)],
                  performance);
          case DATA_QUALITY ->
              numbers(
                  rating,
                  concerns,
                  performance,
                  months,
                  value,
                  share,
                  standing,
                  performance - more);
        };

    assertTrue(assess(after).score().compareTo(assess(before).score()) >= 0);
  }

  private static RiskFacts numbers(
      RegulatorRating rating,
      int concerns,
      int performance,
      int months,
      int value,
      int share,
      FinancialStanding standing,
      int quality) {
    return new RiskFacts(
        rating,
        false,
        List.of(),
        new OpenConcerns(0, concerns, 0, false),
        BigDecimal.valueOf(performance),
        months,
        BigDecimal.valueOf(value),
        10,
        BigDecimal.valueOf(share),
        standing,
        BigDecimal.valueOf(quality),
        null);
  }
}
