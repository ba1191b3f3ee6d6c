package uk.carecontracts.contracts.projects;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.carecontracts.contracts.projects.AppraisalResult.Turn;
import uk.carecontracts.contracts.projects.OptionsAppraisal.Criterion;
import uk.carecontracts.contracts.projects.OptionsAppraisal.Delivery;
import uk.carecontracts.contracts.projects.OptionsAppraisal.Option;
import uk.carecontracts.kit.problem.RuleViolation;

class AppraisalResultTest {
  private static Option option(String code, Delivery delivery, int quality, int price, int reach) {
    return new Option(
        code,
        code,
        delivery,
        null,
        Map.of(
            "QUALITY", BigDecimal.valueOf(quality),
            "PRICE", BigDecimal.valueOf(price),
            "REACH", BigDecimal.valueOf(reach)),
        null);
  }

  private static OptionsAppraisal appraisal(
      int quality, int price, int reach, @Nullable String chosen, @Nullable String reason) {
    return new OptionsAppraisal(
        List.of(
            new Criterion("QUALITY", "Quality", BigDecimal.valueOf(quality)),
            new Criterion("PRICE", "Price", BigDecimal.valueOf(price)),
            new Criterion("REACH", "Rural reach", BigDecimal.valueOf(reach))),
        List.of(
            option("OWN", Delivery.IN_HOUSE, 8, 4, 9),
            option("BUY", Delivery.OUTSOURCED, 6, 9, 5),
            option("STAY", Delivery.NO_CHANGE, 5, 5, 5)),
        chosen,
        reason);
  }

  /** (50×8 + 30×4 + 20×9) ÷ 100 = 7.00 against (50×6 + 30×9 + 20×5) ÷ 100 = 6.70. */
  @Test
  void weighted_scores_are_added_up_and_shown() {
    AppraisalResult result = AppraisalResult.of(appraisal(50, 30, 20, null, null));
    assertEquals(
        List.of("OWN 7.00 1", "BUY 6.70 2", "STAY 5.00 3"),
        result.ranking().stream().map(r -> r.code() + " " + r.score() + " " + r.rank()).toList());
    assertEquals("OWN: (50 × 8 + 30 × 4 + 20 × 9) ÷ 100 = 7.00", result.arithmetic());
    assertEquals(
        List.of("IN_HOUSE OWN", "OUTSOURCED BUY", "NO_CHANGE STAY"),
        result.inHouseOrOutsourced().stream().map(s -> s.delivery() + " " + s.code()).toList());
  }

  /**
   * OWN leads by 30 points. Quality: 2 a point, so level at 50 − 15 = 35. Price: −5 a point, level
   * at 30 + 6 = 36. Reach: 4 a point, level at 20 − 7.5 = 12.5.
   */
  @Test
  void the_weight_that_would_change_the_answer_is_found() {
    AppraisalResult result = AppraisalResult.of(appraisal(50, 30, 20, null, null));
    assertEquals(
        List.of("QUALITY 35.00 BELOW BUY", "PRICE 36.00 ABOVE BUY", "REACH 12.50 BELOW BUY"),
        result.sensitivity().stream()
            .map(t -> t.criterion() + " " + t.turnsAt() + " " + t.direction() + " " + t.wouldWin())
            .toList());
    assertEquals(
        "BUY would win if the weight of PRICE were more than 36.00; it is 30.",
        result.sensitivity().get(1).explanation());
  }

  @Test
  void a_weight_that_cannot_change_the_answer_says_so() {
    OptionsAppraisal clear =
        new OptionsAppraisal(
            List.of(new Criterion("QUALITY", "Quality", BigDecimal.TEN)),
            List.of(
                new Option(
                    "OWN", "", Delivery.IN_HOUSE, null, Map.of("QUALITY", BigDecimal.TEN), null),
                new Option(
                    "BUY", "", Delivery.OUTSOURCED, null, Map.of("QUALITY", BigDecimal.ONE), null)),
            null,
            null);
    List<Turn> turns = AppraisalResult.of(clear).sensitivity();
    assertEquals("No weight of QUALITY would change the answer.", turns.get(0).explanation());
  }

  @Test
  void both_sides_must_be_appraised_and_another_choice_needs_a_reason() {
    assertThrows(RuleViolation.class, () -> appraisal(50, 30, 20, "BUY", null).checked());
    assertThrows(RuleViolation.class, () -> appraisal(50, 30, 20, "NONE", "x").checked());
    assertThrows(RuleViolation.class, () -> appraisal(0, 0, 0, null, null).checked());
    assertEquals("BUY", appraisal(50, 30, 20, "BUY", "No own staff").checked().chosen());
    OptionsAppraisal full = appraisal(50, 30, 20, null, null);
    RuleViolation oneSided =
        assertThrows(
            RuleViolation.class,
            () ->
                new OptionsAppraisal(full.criteria(), full.options().subList(1, 3), null, null)
                    .checked());
    assertEquals("ONE_SIDED_APPRAISAL", oneSided.code());
  }

  @Property(tries = 300)
  void at_the_turning_weight_the_other_option_draws_level(
      @ForAll @IntRange(min = 1, max = 60) int quality,
      @ForAll @IntRange(min = 1, max = 60) int price,
      @ForAll @IntRange(min = 1, max = 60) int reach) {
    OptionsAppraisal appraisal = appraisal(quality, price, reach, null, null);
    AppraisalResult result = AppraisalResult.of(appraisal);
    String best = result.ranking().get(0).code();
    for (Turn turn : result.sensitivity()) {
      if (turn.turnsAt() != null) {
        BigDecimal difference = BigDecimal.ZERO;
        for (Criterion criterion : appraisal.criteria()) {
          BigDecimal weight =
              criterion.code().equals(turn.criterion()) ? turn.turnsAt() : criterion.weight();
          difference =
              difference.add(
                  weight.multiply(
                      scores(appraisal, best)
                          .get(criterion.code())
                          .subtract(
                              scores(appraisal, String.valueOf(turn.wouldWin()))
                                  .get(criterion.code()))));
        }
        assertTrue(difference.abs().compareTo(new BigDecimal("0.06")) < 0, turn + " " + difference);
      }
    }
  }

  private static Map<String, BigDecimal> scores(OptionsAppraisal appraisal, String code) {
    return appraisal.options().stream()
        .filter(each -> each.code().equals(code))
        .findFirst()
        .orElseThrow()
        .scores();
  }
}
