package uk.carecontracts.providers.engagement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import uk.carecontracts.kit.journal.Entry;
import uk.carecontracts.kit.journal.Journal;

/** Records meetings, follows what was agreed, and tells everyone. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class EngagementDesk {

  private final EngagementRepository engagements;
  private final ActionRepository actions;
  private final Journal journal;
  private final Clock clock;

  EngagementDesk(
      EngagementRepository engagements, ActionRepository actions, Journal journal, Clock clock) {
    this.engagements = engagements;
    this.actions = actions;
    this.journal = journal;
    this.clock = clock;
  }

  EngagementState record(String authority, EngagementForms.NewEngagement form, String by) {
    Engagement fresh =
        Engagement.record(authority, form.record(), LocalDate.now(clock), by, Instant.now(clock));
    List<EngagementForms.NewAction> agreed = form.actions() == null ? List.of() : form.actions();
    List<AgreedAction> kept = agreed.stream().map(fresh::agree).toList();
    engagements.persist(fresh);
    engagements.flush();
    actions.persist(kept);
    return tell(fresh, "engagement.recorded.v1", Map.of("actions", kept.size()));
  }

  EngagementState amend(Engagement engagement, EngagementForms.Record form, String by) {
    engagement.write(form, LocalDate.now(clock), by, Instant.now(clock));
    return tell(engagement, "engagement.amended.v1", Map.of());
  }

  EngagementState agree(Engagement engagement, EngagementForms.NewAction form, String by) {
    AgreedAction action = engagement.agree(form);
    engagement.touch(by, Instant.now(clock));
    actions.persist(action);
    return tell(engagement, "engagement.action-agreed.v1", Map.of("actionId", action.id()));
  }

  EngagementState close(
      Engagement engagement, AgreedAction action, ActionStatus how, String outcome, String by) {
    action.close(how, LocalDate.now(clock), outcome);
    engagement.touch(by, Instant.now(clock));
    return tell(
        engagement,
        "engagement.action-closed.v1",
        Map.of("actionId", action.id(), "outcome", outcome));
  }

  EngagementState putOff(
      Engagement engagement, AgreedAction action, EngagementForms.PutOff form, String by) {
    action.putOff(form.dueOn());
    engagement.touch(by, Instant.now(clock));
    return tell(
        engagement,
        "engagement.action-put-off.v1",
        Map.of("actionId", action.id(), "reason", form.reason()));
  }

  private EngagementState tell(Engagement engagement, String type, Map<String, Object> change) {
    engagements.flush();
    EngagementState state = engagement.state(actions.of(engagement.id()));
    journal.append(
        new Entry(
            "engagement",
            engagement.id(),
            engagement.version(),
            type,
            engagement.authority(),
            state,
            change));
    return state;
  }
}
