package uk.carecontracts.monitoring.reviews;

import static uk.carecontracts.monitoring.arithmetic.Figures.plain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import uk.carecontracts.monitoring.actions.Action;
import uk.carecontracts.monitoring.contracts.KnownContracts.Marker;
import uk.carecontracts.monitoring.reviews.ContractReview.AgendaPoint;
import uk.carecontracts.monitoring.risk.AssessedRisk;
import uk.carecontracts.monitoring.scorecards.Rag;
import uk.carecontracts.monitoring.scorecards.Scorecard;
import uk.carecontracts.monitoring.scorecards.Scorecard.IndicatorLine;

/** Draws a review's agenda up from the data: people's safety first, then what is off its course. */
final class Agenda {
  private static final BigDecimal GOOD_DATA = BigDecimal.valueOf(80);
  private static final BigDecimal CONTENT = BigDecimal.valueOf(75);
  private static final int MONTHS_TO_DECIDE = 18;

  private Agenda() {}

  static List<AgendaPoint> of(ReviewData data) {
    List<AgendaPoint> agenda = new ArrayList<>();
    concerns(data, agenda);
    risk(data.risk(), agenda);
    actions(data, agenda);
    if (data.card() != null) {
      indicators(data.card(), agenda);
      terms(data.card(), agenda);
    }
    voice(data, agenda);
    quality(data, agenda);
    term(data, agenda);
    if (agenda.isEmpty()) {
      agenda.add(
          new AgendaPoint("ROUTINE", "What went well, and what to keep", "Nothing stands out"));
    }
    return agenda;
  }

  private static void concerns(ReviewData data, List<AgendaPoint> agenda) {
    data.concerns()
        .forEach(
            concern ->
                agenda.add(
                    new AgendaPoint(
                        "CONCERN",
                        concern.summary(),
                        "%s %s concern, open since %s"
                            .formatted(concern.severity(), concern.kind(), concern.raisedOn()))));
  }

  private static void risk(
      @org.jspecify.annotations.Nullable AssessedRisk risk, List<AgendaPoint> agenda) {
    if (risk == null) {
      return;
    }
    risk.reasons()
        .forEach(
            reason ->
                agenda.add(new AgendaPoint("RISK", reason, "Risk score " + plain(risk.score()))));
  }

  private static void actions(ReviewData data, List<AgendaPoint> agenda) {
    data.plans().stream()
        .flatMap(plan -> plan.actions().stream())
        .filter(action -> action.status() == Action.Status.OPEN)
        .forEach(
            action ->
                agenda.add(
                    new AgendaPoint(
                        "ACTION",
                        action.action(),
                        "%s, due %s%s"
                            .formatted(
                                action.owner(),
                                action.dueOn(),
                                action.late(data.today()) ? ": overdue" : ""))));
  }

  private static void indicators(Scorecard card, List<AgendaPoint> agenda) {
    for (Scorecard.OutcomeLine outcome : card.outcomes()) {
      for (IndicatorLine line : outcome.indicators()) {
        if (line.rag() == Rag.RED || line.rag() == Rag.AMBER) {
          agenda.add(
              new AgendaPoint(
                  "INDICATOR",
                  line.title(),
                  "%s; trend %s".formatted(line.explanation(), line.trend())));
        }
      }
    }
  }

  private static void terms(Scorecard card, List<AgendaPoint> agenda) {
    for (Marker marker : card.markers()) {
      boolean after =
          card.periods().stream()
              .anyMatch(p -> p.rag() == Rag.RED && p.periodStart().isAfter(marker.on()));
      if (after) {
        agenda.add(
            new AgendaPoint(
                "TERMS",
                "Did the change of terms cost quality?",
                "%s on %s, and red since".formatted(marker.description(), marker.on())));
      }
    }
  }

  private static void voice(ReviewData data, List<AgendaPoint> agenda) {
    BigDecimal favourable = data.voice().favourablePercent();
    if (favourable != null && favourable.compareTo(CONTENT) < 0) {
      agenda.add(
          new AgendaPoint("VOICE", "What people say about the care", data.voice().arithmetic()));
    }
    if (data.voice().received() > data.voice().answered()) {
      agenda.add(
          new AgendaPoint(
              "VOICE",
              "Feedback without an answer",
              "%d of %d"
                  .formatted(
                      data.voice().received() - data.voice().answered(), data.voice().received())));
    }
  }

  private static void quality(ReviewData data, List<AgendaPoint> agenda) {
    if (data.quality() != null && data.quality().overall().compareTo(GOOD_DATA) < 0) {
      agenda.add(
          new AgendaPoint(
              "DATA",
              "Can we rely on the returns?",
              "Data quality %s%%: %s"
                  .formatted(data.quality().overall(), data.quality().arithmetic())));
    }
  }

  private static void term(ReviewData data, List<AgendaPoint> agenda) {
    LocalDate end = data.contract().endsOn();
    if (end != null && end.isBefore(data.today().plusMonths(MONTHS_TO_DECIDE))) {
      agenda.add(new AgendaPoint("TERM", "What comes after this contract?", "It ends on " + end));
    }
  }
}
