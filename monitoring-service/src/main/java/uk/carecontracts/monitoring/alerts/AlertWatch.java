package uk.carecontracts.monitoring.alerts;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import uk.carecontracts.monitoring.actions.ActionPlan;
import uk.carecontracts.monitoring.actions.ActionPlanChanged;
import uk.carecontracts.monitoring.alerts.Causes.Rating;
import uk.carecontracts.monitoring.contracts.ContractChanged;
import uk.carecontracts.monitoring.plans.PlanChanged;
import uk.carecontracts.monitoring.providers.ProviderSpokenFor;
import uk.carecontracts.monitoring.providers.RatingsChanged;
import uk.carecontracts.monitoring.returns.ReturnChanged;
import uk.carecontracts.monitoring.scorecards.Scorecard;
import uk.carecontracts.monitoring.scorecards.Scorecards;
import uk.carecontracts.monitoring.visits.ActivityRecorded;

/** Looks for causes of alerts whenever something they rest on changes, in that transaction. */
@ApplicationScoped
class AlertWatch {
  private final Alerts alerts;
  private final Causes causes;
  private final ScorecardCauses scorecardCauses;
  private final LateActions lateActions;
  private final LateReAudits lateReAudits;
  private final ActionReminders reminders;
  private final Scorecards scorecards;

  AlertWatch(
      Alerts alerts,
      Causes causes,
      ScorecardCauses scorecardCauses,
      LateActions lateActions,
      LateReAudits lateReAudits,
      ActionReminders reminders,
      Scorecards scorecards) {
    this.alerts = alerts;
    this.causes = causes;
    this.scorecardCauses = scorecardCauses;
    this.lateActions = lateActions;
    this.lateReAudits = lateReAudits;
    this.reminders = reminders;
    this.scorecards = scorecards;
  }

  void onReturn(@Observes @Priority(300) ReturnChanged event) {
    performance(event.state().contractId());
    missing(event.state().contractId());
  }

  void onPlan(@Observes @Priority(300) PlanChanged event) {
    performance(event.plan().contractId());
    missing(event.plan().contractId());
  }

  void onContract(@Observes @Priority(300) ContractChanged event) {
    UUID contract = event.contract().id();
    performance(contract);
    expiry(contract);
    if (!event.contract().active()) {
      alerts.gone(event.contract().authority(), contract.toString(), AlertKind.MISSED_VISITS);
    }
  }

  void onRatings(@Observes @Priority(300) RatingsChanged event) {
    ratings(event.providerId());
  }

  void onSpokenFor(@Observes @Priority(300) ProviderSpokenFor event) {
    event.speakers().forEach(this::ratings);
  }

  private void ratings(UUID provider) {
    causes
        .ratings(provider)
        .forEach(
            rating ->
                alerts.settle(
                    rating.cause(), rating.authority(), rating.subject(), AlertKind.RATING_FALL));
  }

  void onActivity(@Observes @Priority(300) ActivityRecorded event) {
    if (causes.isLatestMonth(event.state())) {
      alerts.settle(
          causes.missedVisits(event.state()).orElse(null),
          event.state().authority(),
          event.state().contractId().toString(),
          AlertKind.MISSED_VISITS);
    }
  }

  void onActions(@Observes @Priority(300) ActionPlanChanged event) {
    ActionPlan plan = event.plan();
    UUID subject = Objects.requireNonNullElse(plan.assessmentId(), plan.id());
    actions(plan.authority(), subject.toString());
    Map<String, Cause> due = new HashMap<>();
    reminders.of(plan.id()).forEach(cause -> due.put(cause.subject(), cause));
    plan.actions().forEach(action -> reminder(plan.authority(), action.id().toString(), due));
  }

  /** Calls an action to mind, or no more. */
  void reminder(String authority, String action, Map<String, Cause> due) {
    alerts.settle(due.get(action), authority, action, AlertKind.ACTION_DUE);
  }

  /** What the scorecard says; of a contract that has ended it moves nobody any more. */
  private void performance(UUID contract) {
    Scorecard card = scorecards.latest(contract).orElse(null);
    if (card == null) {
      return;
    }
    String authority = causes.authority(contract);
    Map<AlertKind, Cause> found =
        causes.active(contract) ? scorecardCauses.of(card, authority) : Map.of();
    for (AlertKind kind : ScorecardCauses.KINDS) {
      alerts.settle(found.get(kind), authority, contract.toString(), kind);
    }
  }

  private void missing(UUID contract) {
    alerts.settle(
        causes.missingReturn(contract).orElse(null),
        causes.authority(contract),
        contract.toString(),
        AlertKind.MISSING_RETURN);
  }

  /** Looks whether a contract ends soon; time alone brings that about. */
  void expiry(UUID contract) {
    alerts.settle(
        causes.expiry(contract).orElse(null),
        causes.authority(contract),
        contract.toString(),
        AlertKind.EXPIRY);
  }

  /** Looks whether the actions that answer an assessment, or a plan by itself, are late. */
  void actions(String authority, String subject) {
    alerts.settle(
        lateActions.find(subject).orElse(null), authority, subject, AlertKind.ACTION_PLAN_LATE);
  }

  /** Looks whether the shortfalls of an assessment were looked at again in time. */
  void reAudit(String authority, String assessment) {
    alerts.settle(
        lateReAudits.find(assessment).orElse(null), authority, assessment, AlertKind.RE_AUDIT_LATE);
  }

  /**
   * Looks again whether a location's lowered rating is still a reason; it is none for an authority
   * that has no active contract with whoever runs it.
   */
  void rating(String authority, UUID location) {
    alerts.settle(
        causes.ratingsOfLocation(location).stream()
            .filter(rating -> rating.authority().equals(authority))
            .map(Rating::cause)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null),
        authority,
        location.toString(),
        AlertKind.RATING_FALL);
  }
}
