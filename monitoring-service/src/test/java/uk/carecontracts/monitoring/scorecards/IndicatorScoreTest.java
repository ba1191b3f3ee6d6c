package uk.carecontracts.monitoring.scorecards;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.carecontracts.kit.problem.RuleViolation;

class IndicatorScoreTest {

  private static IndicatorTerms terms(
      Direction direction, BigDecimal baseline, BigDecimal target, BigDecimal tolerance) {
    return new IndicatorTerms(direction, baseline, target, tolerance, BigDecimal.ONE);
  }

  @ParameterizedTest(name = "{0} from {1} to {2} ± {3}: {4} is {5}, {6}, {7} %")
  @CsvSource({
    "HIGHER_IS_BETTER, 45, 60, 5, 60, GREEN, GOOD,                 100.00",
    "HIGHER_IS_BETTER, 45, 60, 5, 72, GREEN, GOOD,                 100.00",
    "HIGHER_IS_BETTER, 45, 60, 5, 57, AMBER, APPROACHING_TARGET,    80.00",
    "HIGHER_IS_BETTER, 45, 60, 5, 55, AMBER, APPROACHING_TARGET,    66.67",
    "HIGHER_IS_BETTER, 45, 60, 5, 50, RED,   REQUIRES_IMPROVEMENT,  33.33",
    "HIGHER_IS_BETTER, 45, 60, 5, 44, RED,   INADEQUATE,             0.00",
    "LOWER_IS_BETTER,  30, 20, 2, 19, GREEN, GOOD,                 100.00",
    "LOWER_IS_BETTER,  30, 20, 2, 22, AMBER, APPROACHING_TARGET,    80.00",
    "LOWER_IS_BETTER,  30, 20, 2, 24, RED,   REQUIRES_IMPROVEMENT,  60.00",
    "LOWER_IS_BETTER,  30, 20, 2, 31, RED,   INADEQUATE,             0.00",
    "HIGHER_IS_BETTER,   , 80, 4, 60, RED,   INADEQUATE,            75.00",
    "HIGHER_IS_BETTER, 90, 80, 4, 76, AMBER, APPROACHING_TARGET,    95.00",
    "LOWER_IS_BETTER,    ,  0, 1,  3, RED,   REQUIRES_IMPROVEMENT,   0.00",
    "LOWER_IS_BETTER,    ,  0, 1,  0, GREEN, GOOD,                 100.00"
  })
  void a_value_is_coloured_and_worded_by_its_distance_from_the_target(
      Direction direction,
      BigDecimal baseline,
      BigDecimal target,
      BigDecimal tolerance,
      BigDecimal value,
      Rag rag,
      PerformanceRating rating,
      BigDecimal achievement) {
    IndicatorScore score = IndicatorScore.of(terms(direction, baseline, target, tolerance), value);

    assertEquals(rag, score.rag());
    assertEquals(rating, score.rating());
    assertEquals(achievement, score.achievementPercent());
  }

  @Test
  void the_explanation_shows_the_arithmetic() {
    IndicatorScore score =
        IndicatorScore.of(
            terms(
                Direction.HIGHER_IS_BETTER,
                new BigDecimal("45"),
                new BigDecimal("60"),
                new BigDecimal("5")),
            new BigDecimal("57"));

    assertEquals("57 misses the target of 60 by 3, within the tolerance of 5", score.explanation());
  }

  @Test
  void a_negative_tolerance_is_refused() {
    assertThrows(
        RuleViolation.class,
        () -> terms(Direction.HIGHER_IS_BETTER, null, BigDecimal.TEN, new BigDecimal("-1")));
  }

  @Property
  void achievement_is_bounded_and_a_better_value_never_scores_worse(
      @ForAll Direction direction,
      @ForAll @IntRange(min = -50, max = 50) int baseline,
      @ForAll boolean baselineKnown,
      @ForAll @IntRange(min = -50, max = 50) int target,
      @ForAll @IntRange(max = 20) int tolerance,
      @ForAll @IntRange(min = -200, max = 200) int value,
      @ForAll @IntRange(max = 60) int better) {
    IndicatorTerms terms =
        terms(
            direction,
            baselineKnown ? BigDecimal.valueOf(baseline) : null,
            BigDecimal.valueOf(target),
            BigDecimal.valueOf(tolerance));
    int improved = direction == Direction.HIGHER_IS_BETTER ? value + better : value - better;

    IndicatorScore before = IndicatorScore.of(terms, BigDecimal.valueOf(value));
    IndicatorScore after = IndicatorScore.of(terms, BigDecimal.valueOf(improved));

    assertTrue(before.achievementPercent().signum() >= 0);
    assertTrue(before.achievementPercent().compareTo(BigDecimal.valueOf(100)) <= 0);
    assertTrue(after.achievementPercent().compareTo(before.achievementPercent()) >= 0);
    assertTrue(after.rag().compareTo(before.rag()) <= 0);
    assertTrue(after.rating().compareTo(before.rating()) <= 0);
  }
}
