package uk.carecontracts.monitoring.scorecards;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.carecontracts.monitoring.scorecards.RollUp.Part;

class RollUpTest {

  private static Part part(String name, String weight, Rag rag, String achieved) {
    return new Part(
        name,
        new BigDecimal(weight),
        rag,
        BigDecimal.valueOf(rag.points()),
        new BigDecimal(achieved));
  }

  private static final Part UNKNOWN = new Part("C", BigDecimal.TEN, Rag.GREY, null, null);

  @Test
  void weighted_points_make_the_colour_with_the_sum_written_out() {
    RollUp rollUp =
        RollUp.of(List.of(part("A", "2", Rag.GREEN, "100"), part("B", "1", Rag.AMBER, "80")));

    assertEquals(Rag.GREEN, rollUp.rag());
    assertEquals(new BigDecimal("83.33"), rollUp.points());
    assertEquals(new BigDecimal("93.33"), rollUp.achievementPercent());
    assertEquals("(A 100 × 2 + B 50 × 1) ÷ 3 = 83.33", rollUp.arithmetic());
  }

  @Test
  void nothing_is_green_while_a_part_of_it_is_red() {
    RollUp rollUp =
        RollUp.of(List.of(part("A", "9", Rag.GREEN, "100"), part("B", "1", Rag.RED, "10")));

    assertEquals(Rag.AMBER, rollUp.rag());
    assertTrue(rollUp.arithmetic().endsWith("amber because a part is red"));
  }

  @Test
  void what_is_not_known_does_not_count() {
    RollUp known = RollUp.of(List.of(part("A", "2", Rag.AMBER, "60"), UNKNOWN));

    assertEquals(new BigDecimal("50.00"), known.points());
    assertEquals(Rag.GREY, RollUp.of(List.of(UNKNOWN)).rag());
    assertNull(RollUp.of(List.of()).points());
  }

  @ParameterizedTest
  @CsvSource({
    "HIGHER_IS_BETTER, 50 52 58 60, IMPROVING",
    "LOWER_IS_BETTER,  50 52 58 60, WORSENING",
    "HIGHER_IS_BETTER, 50 51 50 51, STEADY",
    "HIGHER_IS_BETTER, 50 50 90 50 50, STEADY",
    "HIGHER_IS_BETTER, 50 90, NOT_ENOUGH_DATA"
  })
  void a_trend_is_read_in_the_right_direction_and_one_odd_period_does_not_turn_it(
      Direction direction, String values, Trend trend) {
    List<BigDecimal> series = new ArrayList<>();
    for (String value : values.trim().split(" ", -1)) {
      series.add(new BigDecimal(value));
    }

    assertEquals(trend, Trend.of(direction, BigDecimal.valueOf(2), series));
  }

  @Property
  void scaling_all_weights_changes_nothing_but_the_sum_shown(
      @ForAll @Size(min = 1, max = 8) List<@IntRange(max = 2) Integer> colours,
      @ForAll @IntRange(min = 1, max = 50) int factor) {
    RollUp once = RollUp.of(parts(colours, 1));
    RollUp scaled = RollUp.of(parts(colours, factor));

    assertEquals(once.rag(), scaled.rag());
    assertEquals(once.points(), scaled.points());
    assertEquals(once.achievementPercent(), scaled.achievementPercent());
  }

  @Property
  void improving_one_part_never_worsens_the_whole_and_points_stay_bounded(
      @ForAll @Size(min = 1, max = 8) List<@IntRange(max = 2) Integer> colours,
      @ForAll @IntRange(max = 7) int which) {
    List<Integer> improved = new ArrayList<>(colours);
    int index = which % colours.size();
    improved.set(index, Math.max(0, colours.get(index) - 1));

    RollUp before = RollUp.of(parts(colours, 1));
    RollUp after = RollUp.of(parts(improved, 1));

    assertTrue(after.rag().compareTo(before.rag()) <= 0);
    assertTrue(after.points().compareTo(before.points()) >= 0);
    assertTrue(before.points().signum() >= 0);
    assertTrue(before.points().compareTo(BigDecimal.valueOf(100)) <= 0);
  }

  private static List<Part> parts(List<Integer> colours, int factor) {
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < colours.size(); i++) {
      Rag rag = Rag.values()[colours.get(i)];
      parts.add(part("P" + i, String.valueOf((i + 1) * factor), rag, "" + rag.points()));
    }
    return parts;
  }
}
