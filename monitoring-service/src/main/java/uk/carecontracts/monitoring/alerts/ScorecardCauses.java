package uk.carecontracts.monitoring.alerts;

import static uk.carecontracts.monitoring.arithmetic.Figures.plain;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import uk.carecontracts.monitoring.scorecards.ChangeEffect;
import uk.carecontracts.monitoring.scorecards.MarketScores;
import uk.carecontracts.monitoring.scorecards.Rag;
import uk.carecontracts.monitoring.scorecards.Scorecard;
import uk.carecontracts.monitoring.scorecards.Scorecard.IndicatorLine;
import uk.carecontracts.monitoring.scorecards.Trend;

/** Reads causes of alerts off a contract's scorecard, one of a kind for each contract. */
@ApplicationScoped
class ScorecardCauses {
  /** The kinds a scorecard can give a cause for. */
  static final List<AlertKind> KINDS =
      List.of(AlertKind.BREACH, AlertKind.TREND, AlertKind.QUALITY_AFTER_CHANGE);

  private final MarketScores scores;
  private final AlertRules rules;

  ScorecardCauses(MarketScores scores, AlertRules rules) {
    this.scores = scores;
    this.rules = rules;
  }

  Map<AlertKind, Cause> of(Scorecard card, String authority) {
    Map<AlertKind, Cause> causes = new EnumMap<>(AlertKind.class);
    List<String> breaches = new ArrayList<>();
    List<String> worsening = new ArrayList<>();
    boolean inadequate = false;
    for (IndicatorLine line :
        card.outcomes().stream().flatMap(outcome -> outcome.indicators().stream()).toList()) {
      if (line.rag() == Rag.RED) {
        breaches.add(line.code() + ": " + line.explanation());
        inadequate |= line.rating().equals("Inadequate");
      }
      if (line.trend() == Trend.WORSENING) {
        worsening.add(line.code());
      }
    }
    if (!breaches.isEmpty()) {
      causes.put(
          AlertKind.BREACH,
          cause(card, authority, AlertKind.BREACH, inadequate, String.join("; ", breaches)));
    }
    if (!worsening.isEmpty()) {
      causes.put(
          AlertKind.TREND,
          cause(
              card,
              authority,
              AlertKind.TREND,
              card.rag() == Rag.RED,
              "Moving the wrong way: " + String.join(", ", worsening)));
    }
    afterChange(card, authority, causes);
    return causes;
  }

  private void afterChange(Scorecard card, String authority, Map<AlertKind, Cause> causes) {
    BigDecimal fall = BigDecimal.valueOf(rules.pointsFall());
    for (ChangeEffect effect : scores.effects(card)) {
      BigDecimal before = effect.pointsBefore();
      BigDecimal after = effect.pointsAfter();
      if (before != null && after != null && before.subtract(after).compareTo(fall) > 0) {
        causes.put(
            AlertKind.QUALITY_AFTER_CHANGE,
            cause(
                card,
                authority,
                AlertKind.QUALITY_AFTER_CHANGE,
                card.rag() == Rag.RED,
                "Points fell from %s to %s after %s on %s (%s)"
                    .formatted(
                        plain(before),
                        plain(after),
                        effect.kind().equals("PRICE") ? "the price changed" : "the term changed",
                        effect.on(),
                        effect.description())));
      }
    }
  }

  private static Cause cause(
      Scorecard card, String authority, AlertKind kind, boolean serious, String message) {
    return new Cause(
        authority,
        kind,
        card.contractId().toString(),
        card.contractId(),
        card.providerId(),
        serious ? AlertSeverity.SERIOUS : AlertSeverity.WARNING,
        card.contractReference() + ": " + message);
  }
}
