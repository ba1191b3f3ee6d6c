package uk.carecontracts.monitoring.reviews;

import static uk.carecontracts.monitoring.arithmetic.Figures.plain;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.monitoring.actions.Action;
import uk.carecontracts.monitoring.actions.ActionPlan;
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
        RawString riskChart,
        List<Agreed> actions);
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

  /**
   * An action as it is shown.
   *
   * @param action what will be done
   * @param from where it was agreed, and what it answers
   * @param owner who does it
   * @param dueOn last day
   * @param standing how far it is
   */
  record Agreed(String action, String from, String owner, LocalDate dueOn, String standing) {}

  /**
   * The page.
   *
   * @param agreed the plan agreed at the review itself, completed or not
   */
  static String html(ContractReview review, ReviewData data, @Nullable ActionPlan agreed) {
    RawString risk = new RawString(data.risk() == null ? "" : Chart.bars(data.risk().factors()));
    return Pages.pack(
            review, data, drawn(data.card()), factors(data.risk()), risk, actions(data, agreed))
        .render();
  }

  /** What was agreed at this review, and what of other plans is not seen to be done, by day. */
  private static List<Agreed> actions(ReviewData data, @Nullable ActionPlan agreed) {
    Stream<ActionPlan> others =
        data.plans().stream().filter(plan -> agreed == null || !plan.id().equals(agreed.id()));
    return Stream.concat(
            Stream.ofNullable(agreed)
                .flatMap(plan -> plan.actions().stream())
                .map(action -> agreed(action, "This review", data.today())),
            others.flatMap(
                plan ->
                    plan.actions().stream()
                        .filter(action -> action.status() != Action.Status.VERIFIED)
                        .map(action -> agreed(action, origin(plan), data.today()))))
        .sorted(Comparator.comparing(Agreed::dueOn))
        .toList();
  }

  private static String origin(ActionPlan plan) {
    String what = plan.reviewId() != null ? "Review" : "Plan";
    return (plan.assessmentId() != null ? "Assessment" : what) + " of " + plan.agreedOn();
  }

  private static Agreed agreed(Action action, String from, LocalDate today) {
    String standing =
        switch (action.status()) {
          case OPEN -> action.late(today) ? "Overdue" : "Open";
          case DONE -> "Done on " + action.doneOn() + ", not verified: " + action.evidence();
          case VERIFIED -> "Done on " + action.doneOn() + ", verified: " + action.evidence();
        };
    return new Agreed(
        action.action(),
        from + ": " + action.shortfall(),
        action.owner(),
        action.dueOn(),
        standing);
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
