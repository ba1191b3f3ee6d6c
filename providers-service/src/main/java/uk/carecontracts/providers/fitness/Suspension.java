package uk.carecontracts.providers.fitness;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.ids.Ids;
import uk.carecontracts.kit.problem.RuleViolation;

/** No new work for a provider, for a reason it may answer, until a day on which it lifts itself. */
@Entity
@Table(name = "suspension")
class Suspension {

  @Id private UUID id;
  @Version private long version;
  private String authority;

  @Column(name = "provider_id")
  private UUID providerId;

  @Column(name = "service_type")
  private @Nullable String serviceType;

  private String reason;

  @Column(name = "starts_on")
  private LocalDate startsOn;

  @Column(name = "ends_on")
  private LocalDate endsOn;

  @Column(name = "reply_by")
  private LocalDate replyBy;

  private @Nullable String reply;

  @Column(name = "replied_at")
  private @Nullable Instant repliedAt;

  @Enumerated(EnumType.STRING)
  private SuspensionStatus status;

  @Column(name = "lifted_on")
  private @Nullable LocalDate liftedOn;

  @Column(name = "lift_reason")
  private @Nullable String liftReason;

  @Column(name = "imposed_by")
  private String imposedBy;

  @Column(name = "imposed_at")
  private Instant imposedAt;

  /** For the persistence provider. */
  @SuppressWarnings("NullAway")
  protected Suspension() {}

  /** Imposes it; its end must lie ahead, and the provider must have time to reply. */
  static Suspension impose(
      String authority,
      UUID provider,
      FitnessForms.NewSuspension form,
      String by,
      LocalDate today,
      Instant now) {
    if (form.endsOn().isBefore(form.startsOn()) || form.endsOn().isBefore(today)) {
      throw new RuleViolation(
          "ENDS_TOO_EARLY", "A suspension ends after it starts and not in the past.", "/endsOn");
    }
    if (form.replyBy().isBefore(today) || form.replyBy().isAfter(form.endsOn())) {
      throw new RuleViolation(
          "NO_TIME_TO_REPLY",
          "The provider must be able to reply while it lasts; give a day up to its last.",
          "/replyBy");
    }
    Suspension imposed = new Suspension();
    imposed.id = Ids.next();
    imposed.version = 1;
    imposed.authority = authority;
    imposed.providerId = provider;
    imposed.serviceType = form.serviceType();
    imposed.reason = form.reason();
    imposed.startsOn = form.startsOn();
    imposed.endsOn = form.endsOn();
    imposed.replyBy = form.replyBy();
    imposed.status = SuspensionStatus.IN_FORCE;
    imposed.imposedBy = by;
    imposed.imposedAt = now;
    return imposed;
  }

  /** Whether it says the same for the same days: lifting one of two would lift nothing. */
  boolean says(FitnessForms.NewSuspension form) {
    return Objects.equals(serviceType, form.serviceType())
        && reason.equals(form.reason())
        && startsOn.equals(form.startsOn())
        && endsOn.equals(form.endsOn());
  }

  /** The provider answers, once and in time. */
  void answer(String text, LocalDate today, Instant now) {
    requireInForce();
    if (reply != null) {
      throw new RuleViolation("ALREADY_REPLIED", "The provider has replied to this suspension.");
    }
    if (today.isAfter(replyBy)) {
      throw new RuleViolation("REPLY_TOO_LATE", "Replies were accepted until " + replyBy + ".");
    }
    reply = text;
    repliedAt = now;
  }

  /** A person lifts it before its last day. */
  void lift(String why, LocalDate today) {
    requireInForce();
    status = SuspensionStatus.LIFTED;
    liftedOn = today;
    liftReason = why;
  }

  /** Its last day has passed. */
  void end() {
    requireInForce();
    status = SuspensionStatus.ENDED;
    liftedOn = endsOn.plusDays(1);
    liftReason = "Its last day has passed";
  }

  private void requireInForce() {
    if (status != SuspensionStatus.IN_FORCE) {
      throw new RuleViolation("NOT_IN_FORCE", "This suspension is " + status + ".");
    }
  }

  SuspensionState state() {
    return new SuspensionState(
        id,
        authority,
        providerId,
        serviceType,
        reason,
        startsOn,
        endsOn,
        replyBy,
        reply,
        repliedAt,
        status,
        liftedOn,
        liftReason,
        version);
  }

  UUID id() {
    return id;
  }

  UUID providerId() {
    return providerId;
  }

  String authority() {
    return authority;
  }

  String imposedBy() {
    return imposedBy;
  }

  long version() {
    return version;
  }
}
