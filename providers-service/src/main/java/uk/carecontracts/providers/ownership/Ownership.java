package uk.carecontracts.providers.ownership;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.ids.Ids;
import uk.carecontracts.kit.problem.RuleViolation;

/** One step upwards, for a time. */
@Entity
@Table(name = "ownership")
public class Ownership {

  @Id private UUID id;
  @Version private long version;
  private String authority;

  @Enumerated(EnumType.STRING)
  private OwnershipKind kind;

  @Column(name = "provider_id")
  private UUID providerId;

  @Column(name = "parent_id")
  private @Nullable UUID parentId;

  private @Nullable String brand;

  @Column(name = "valid_from")
  private LocalDate validFrom;

  @Column(name = "valid_to")
  private @Nullable LocalDate validTo;

  private String evidence;

  @Column(name = "end_reason")
  private @Nullable String endReason;

  @Column(name = "recorded_by")
  private String recordedBy;

  @Column(name = "recorded_at")
  private Instant recordedAt;

  /** For the persistence provider. */
  @SuppressWarnings("NullAway")
  protected Ownership() {}

  /** Records a step. */
  static Ownership record(
      String authority,
      UUID provider,
      OwnershipForms.NewOwnership form,
      @Nullable UUID parent,
      String person,
      Instant now) {
    Ownership step = new Ownership();
    step.id = Ids.next();
    step.version = 1;
    step.authority = authority;
    step.kind = form.kind();
    step.providerId = provider;
    step.parentId = parent;
    step.brand = form.brand() == null ? null : form.brand().strip();
    step.validFrom = form.validFrom();
    step.validTo = form.validTo();
    step.evidence = form.evidence();
    step.recordedBy = person;
    step.recordedAt = now;
    return step;
  }

  /** Holds no longer from a day on. */
  void end(LocalDate day, String reason) {
    if (validTo != null) {
      throw new RuleViolation("OWNERSHIP_ENDED", "It ended on " + validTo + " already.");
    }
    if (!day.isAfter(validFrom)) {
      throw new RuleViolation("ENDS_BEFORE_START", "It must hold for at least a day.", "/endedOn");
    }
    validTo = day;
    endReason = reason;
  }

  Hierarchy.Step step() {
    return new Hierarchy.Step(
        id, providerId, java.util.Objects.requireNonNull(parentId), validFrom, validTo);
  }

  OwnershipState state() {
    return new OwnershipState(
        id,
        authority,
        kind,
        providerId,
        parentId,
        brand,
        validFrom,
        validTo,
        evidence,
        endReason,
        recordedBy,
        version);
  }

  UUID id() {
    return id;
  }

  long version() {
    return version;
  }

  UUID providerId() {
    return providerId;
  }
}
