package uk.carecontracts.monitoring.assessments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import uk.carecontracts.monitoring.plans.Assurance;
import uk.carecontracts.monitoring.providers.RegulatorRating;

class ResultTest {
  private static final Bands BANDS = new Bands(88, 63, 39);
  private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

  private static Judged judged(String code, String domain, int weight, boolean minimum, int score) {
    return new Judged(
        code,
        code,
        domain,
        minimum,
        BigDecimal.valueOf(weight),
        score,
        null,
        score < 3 ? "x" : null);
  }

  @Test
  void the_whole_is_the_weighted_share_of_the_points_there_were() {
    Result result =
        Result.of(
            List.of(
                judged("A", "WELLBEING", 3, true, 3),
                judged("B", "WELLBEING", 1, false, 4),
                judged("C", "LEADERSHIP", 2, false, 2)),
            BANDS);

    // (9 + 4 + 4) of 24
    assertEquals(new BigDecimal("70.83"), result.percent());
    assertEquals("(A 3 × 3 + B 4 × 1 + C 2 × 2) ÷ 24", result.arithmetic());
    assertEquals(Rating.GOOD, result.rating());
    assertEquals(new BigDecimal("81.25"), result.domains().get(0).percent());
    assertEquals(Rating.REQUIRES_IMPROVEMENT, result.domains().get(1).rating());
    assertTrue(result.limits().isEmpty());
  }

  @Test
  void a_minimum_standard_that_is_not_met_keeps_the_whole_from_being_good() {
    Result result =
        Result.of(
            List.of(
                judged("TRAINING", "WORKFORCE", 1, true, 1),
                judged("B", "WORKFORCE", 9, false, 4),
                judged("C", "WELLBEING", 9, false, 4)),
            BANDS);

    assertEquals(Rating.REQUIRES_IMPROVEMENT, result.rating());
    assertEquals(
        List.of("The minimum standard TRAINING is not met: at most REQUIRES_IMPROVEMENT"),
        result.limits());
  }

  @Test
  void poor_safeguarding_makes_the_whole_poor_and_another_poor_domain_does_not() {
    List<Judged> rest = List.of(judged("B", "WELLBEING", 20, false, 4));
    Judged safeguarding = judged("S", "SAFEGUARDING", 1, false, 1);
    Judged leadership = judged("L", "LEADERSHIP", 1, false, 1);

    assertEquals(Rating.POOR, Result.of(List.of(rest.get(0), safeguarding), BANDS).rating());
    assertEquals(
        Rating.REQUIRES_IMPROVEMENT, Result.of(List.of(rest.get(0), leadership), BANDS).rating());
  }

  @Property
  void a_better_score_never_makes_the_result_worse(
      @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 1, max = 4) Integer> scores,
      @ForAll @IntRange(min = 0, max = 11) int at) {
    int index = at % scores.size();
    Result before = result(scores);
    List<Integer> better = new java.util.ArrayList<>(scores);
    better.set(index, Math.min(4, scores.get(index) + 1));
    Result after = result(better);

    assertTrue(after.percent().compareTo(before.percent()) >= 0);
    assertTrue(after.rating().compareTo(before.rating()) >= 0);
  }

  private static Result result(List<Integer> scores) {
    List<String> domains = List.of("SAFEGUARDING", "WELLBEING", "LEADERSHIP");
    List<Judged> judged = new java.util.ArrayList<>();
    for (int i = 0; i < scores.size(); i++) {
      judged.add(judged("S" + i, domains.get(i % 3), 1 + i % 3, i % 2 == 0, scores.get(i)));
    }
    return Result.of(judged, BANDS);
  }

  @Test
  void an_inspection_is_relied_on_while_it_is_fresh_and_good_in_every_question() {
    Domain workforce = new Domain("WORKFORCE", "Staffing", List.of("safe", "effective"));
    LocalDate report = LocalDate.of(2025, 9, 10);
    Inspection good = inspection(report, RegulatorRating.GOOD, RegulatorRating.OUTSTANDING);

    Assurance relied = workforce.assurance(List.of(good), TODAY, 12);
    assertTrue(relied.reliedOn());
    assertEquals(LocalDate.of(2026, 9, 10), relied.until());
    assertTrue(workforce.assurance(List.of(good), LocalDate.of(2026, 9, 10), 12).reliedOn());
    Assurance old = workforce.assurance(List.of(good), LocalDate.of(2026, 9, 11), 12);
    assertFalse(old.reliedOn());
    assertEquals("The report on Elm House of 2025-09-10 is older than 12 months", old.reason());

    Inspection weak =
        inspection(report, RegulatorRating.REQUIRES_IMPROVEMENT, RegulatorRating.GOOD);
    assertEquals(
        "Elm House was rated REQUIRES_IMPROVEMENT for 'safe' on 2025-09-10",
        workforce.assurance(List.of(good, weak), TODAY, 12).reason());
    assertFalse(workforce.assurance(List.of(), TODAY, 12).reliedOn());
  }

  private static Inspection inspection(
      LocalDate report, RegulatorRating safe, RegulatorRating effective) {
    return new Inspection("Elm House", report, Map.of("safe", safe, "effective", effective));
  }
}
