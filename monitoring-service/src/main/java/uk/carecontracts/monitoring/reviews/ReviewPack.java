package uk.carecontracts.monitoring.reviews;

import static uk.carecontracts.monitoring.arithmetic.Figures.plain;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.monitoring.risk.AssessedRisk;
import uk.carecontracts.monitoring.scorecards.Scorecard;
import uk.carecontracts.monitoring.scorecards.Scorecard.IndicatorLine;

/** The pack that goes with a review, as an accessible page that prints. */
final class ReviewPack {
  private ReviewPack() {}

  /** The page, checked by the build. */
  @CheckedTemplate(basePath = "reviews")
  static final class Pages {
    private Pages() {}

    static native TemplateInstance pack(
        ContractReview review,
        ReviewData data,
        List<Drawn> indicators,
        List<Factor> factors,
        RawString riskChart);
  }

  /**
   * An indicator as it is shown.
   *
   * @param title what it measures
   * @param outcome the outcome it speaks for
   * @param rag its colour in words
   * @param value its latest value
   * @param target what is to be reached
   * @param trend which way it goes
   * @param explanation the standing in one sentence
   * @param chart its history
   */
  record Drawn(
      String title,
      String outcome,
      String rag,
      String value,
      String target,
      String trend,
      String explanation,
      RawString chart) {}

  /**
   * A factor of risk as it is shown.
   *
   * @param name in words
   * @param points what it adds of what it could add
   * @param why in a sentence
   */
  record Factor(String name, String points, String why) {}

  static String html(ContractReview review, ReviewData data) {
    RawString risk = new RawString(data.risk() == null ? "" : Chart.bars(data.risk().factors()));
    return Pages.pack(review, data, drawn(data.card()), factors(data.risk()), risk).render();
  }

  private static List<Factor> factors(@Nullable AssessedRisk risk) {
    return risk == null
        ? List.of()
        : risk.factors().stream()
            .map(
                factor ->
                    new Factor(
                        Chart.words(factor.factor().name()),
                        "%s of %s".formatted(plain(factor.points()), plain(factor.of())),
                        factor.explanation()))
            .toList();
  }

  private static List<Drawn> drawn(@Nullable Scorecard card) {
    List<Drawn> drawn = new ArrayList<>();
    if (card == null) {
      return drawn;
    }
    for (Scorecard.OutcomeLine outcome : card.outcomes()) {
      for (IndicatorLine line : outcome.indicators()) {
        BigDecimal value = line.value();
        drawn.add(
            new Drawn(
                line.title(),
                outcome.title(),
                line.rag().name(),
                value == null ? "no value" : plain(value),
                plain(line.target()),
                Chart.words(line.trend().name()),
                line.explanation(),
                new RawString(Chart.line(line, card.markers()))));
      }
    }
    return drawn;
  }
}
