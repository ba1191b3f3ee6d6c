package uk.carecontracts.providers.engagement;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.ids.Ids;
import uk.carecontracts.kit.problem.RuleViolation;

/** What somebody agreed to do by a day; changed only through the meeting it belongs to. */
@Entity
@Table(name = "engagement_action")
class AgreedAction {

  @Id private UUID id;

  @Column(name = "engagement_id")
  private UUID engagementId;

  private String authority;
  private String what;
  private String owner;

  @Column(name = "due_on")
  private LocalDate dueOn;

  @Enumerated(EnumType.STRING)
  private ActionStatus status;

  @Column(name = "closed_on")
  private @Nullable LocalDate closedOn;

  private @Nullable String outcome;
  private int moved;

  /** For the persistence provider. */
  @SuppressWarnings("NullAway")
  protected AgreedAction() {}

  AgreedAction(UUID engagement, String authority, EngagementForms.NewAction form) {
    this.id = Ids.next();
    this.engagementId = engagement;
    this.authority = authority;
    this.what = form.what();
    this.owner = form.owner();
    this.dueOn = form.dueOn();
    this.status = ActionStatus.OPEN;
  }

  void close(ActionStatus how, LocalDate today, String why) {
    requireOpen();
    status = how;
    closedOn = today;
    outcome = why;
  }

  void putOff(LocalDate until) {
    requireOpen();
    if (!until.isAfter(dueOn)) {
      throw new RuleViolation(
          "NOT_LATER", "An action is put off to a day after " + dueOn + ".", "/dueOn");
    }
    dueOn = until;
    moved++;
  }

  private void requireOpen() {
    if (status != ActionStatus.OPEN) {
      throw new RuleViolation("ACTION_CLOSED", "This action is " + status + ".");
    }
  }

  EngagementState.Action state() {
    return new EngagementState.Action(
        id, engagementId, what, owner, dueOn, status, closedOn, outcome, moved);
  }

  UUID id() {
    return id;
  }

  String authority() {
    return authority;
  }
}
