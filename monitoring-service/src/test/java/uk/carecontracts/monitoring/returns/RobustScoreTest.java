package uk.carecontracts.monitoring.returns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RobustScoreTest {

  @Test
  void one_odd_value_in_the_history_does_not_hide_another() {
    List<Double> history = List.of(90.0, 91.0, 92.0, 93.0, 10.0);

    // median 91, distances 1 0 1 2 81, MAD 1: 0.6745 × (60 − 91) ÷ 1
    assertEquals(-20.91, RobustScore.of(60, history), 0.01);
    assertEquals(0.67, RobustScore.of(92, history), 0.01);
  }

  @Test
  void mostly_equal_values_are_judged_by_the_mean_distance_and_equal_ones_not_at_all() {
    assertEquals(
        10 / (1.2533 * 0.4), RobustScore.of(60, List.of(50.0, 50.0, 50.0, 50.0, 52.0)), 0.01);
    assertEquals(0, RobustScore.of(60, List.of(50.0, 50.0, 50.0, 50.0)));
  }

  @Property
  void the_score_grows_with_the_distance(
      @ForAll @Size(min = 4, max = 12) List<@DoubleRange(min = 0, max = 100) Double> history,
      @ForAll @DoubleRange(min = 0, max = 100) double value) {
    double middle = RobustScore.median(history);
    double near = Math.abs(RobustScore.of(value, history));
    double far = Math.abs(RobustScore.of(middle + 2 * (value - middle), history));

    assertTrue(far >= near - 1e-9 * near);
  }

  @Test
  void a_rule_names_both_values_and_is_silent_without_one() {
    ReturnRule rule =
        new ReturnRule(
            "SHARED",
            "X",
            "A",
            ReturnRule.Part.NUMERATOR,
            ReturnRule.Relation.AT_MOST,
            "B",
            ReturnRule.Part.DENOMINATOR,
            ReturnRule.Severity.ERROR,
            "Not more than asked.",
            LocalDate.of(2026, 1, 1),
            null,
            "test");
    Reading a = new Reading("A", null, BigDecimal.valueOf(11), BigDecimal.valueOf(20), null);
    Reading b = new Reading("B", null, BigDecimal.ONE, BigDecimal.TEN, null);

    assertEquals(
        "Not more than asked. Numerator of A is 11, denominator of B is 10.",
        rule.breach(Map.of("A", a, "B", b)).orElseThrow());
    assertTrue(rule.breach(Map.of("A", a)).isEmpty());
  }
}
