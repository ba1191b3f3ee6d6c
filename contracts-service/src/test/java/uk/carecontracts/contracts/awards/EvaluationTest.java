package uk.carecontracts.contracts.awards;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class EvaluationTest {
  private static Criterion criterion(String code, Criterion.Kind kind, int weight) {
    return new Criterion(code, code, kind, BigDecimal.valueOf(weight), "It matters");
  }

  private static Tender tender(String name, String... scores) {
    return new Tender(
        name,
        null,
        java.util.stream.IntStream.range(0, scores.length)
            .mapToObj(i -> new Tender.Score("C" + i, new BigDecimal(scores[i])))
            .toList());
  }

  private static AwardContent content(int quality, List<Tender> tenders) {
    return new AwardContent(
        "Home care",
        List.of(
            criterion("C0", Criterion.Kind.QUALITY, quality),
            criterion("C1", Criterion.Kind.PRICE, 100 - quality)),
        List.of(),
        null,
        tenders);
  }

  @Test
  void scores_times_weights_make_the_ranking_and_equal_totals_share_a_rank() {
    List<Evaluation.Result> results =
        Evaluation.of(
            content(
                60,
                List.of(
                    tender("Low", "50", "100"),
                    tender("Best", "85", "72.5"),
                    tender("Same", "85", "72.5"),
                    tender("Open", "85"))));
    assertEquals(
        List.of("Best", "Same", "Low", "Open"),
        results.stream().map(Evaluation.Result::tenderer).toList());
    assertEquals(new BigDecimal("80.00"), results.get(0).total());
    assertEquals(1, results.get(1).rank());
    assertEquals(3, results.get(2).rank());
    assertEquals("C0 50 × 60 % + C1 100 × 40 % = 70.00", results.get(2).arithmetic());
    assertNull(results.get(3).total());
  }

  @Property
  void a_total_lies_between_the_lowest_and_the_highest_score(
      @ForAll @IntRange(max = 100) int quality,
      @ForAll @IntRange(max = 100) int one,
      @ForAll @IntRange(max = 100) int other) {
    BigDecimal total =
        Evaluation.of(content(quality, List.of(tender("T", "" + one, "" + other)))).get(0).total();
    assertTrue(total != null && total.compareTo(BigDecimal.valueOf(Math.min(one, other))) >= 0);
    assertTrue(total.compareTo(BigDecimal.valueOf(Math.max(one, other))) <= 0);
  }
}
