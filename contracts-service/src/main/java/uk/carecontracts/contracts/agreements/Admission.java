package uk.carecontracts.contracts.agreements;

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
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.fitness.ProviderStanding.Objection;
import uk.carecontracts.contracts.fitness.ProviderStanding.Obstacle;
import uk.carecontracts.kit.ids.Ids;
import uk.carecontracts.kit.problem.RuleViolation;

/** A supplier's place on a lot, which follows what the provider register says of the supplier. */
@Entity
@Table(name = "agreement_admission")
class Admission {
  @Id private UUID id;

  @Version
  @Column(name = "lock_version")
  private @Nullable Long lockVersion;

  @Column(updatable = false)
  private String authority;

  @Column(name = "agreement_id", updatable = false)
  private UUID agreementId;

  @Column(name = "contract_id", updatable = false)
  private UUID contractId;

  @Column(name = "lot_id", updatable = false)
  private String lotId;

  @Column(name = "provider_id", updatable = false)
  private UUID providerId;

  @Column(name = "provider_name", updatable = false)
  private String providerName;

  @Enumerated(EnumType.STRING)
  private AdmissionStatus status;

  private @Nullable String reason;

  @Column(name = "admitted_on", updatable = false)
  private LocalDate admittedOn;

  @Column(name = "updated_at")
  private Instant updatedAt;

  /** For the persistence provider. */
  protected Admission() {}

  /** Admits a supplier, or refuses it for what stands against it. */
  static Admission admit(
      Agreement agreement,
      String lotId,
      Supplier supplier,
      Optional<Objection> objection,
      LocalDate today,
      Instant now) {
    objection.ifPresent(Admission::refuse);
    Admission admission = new Admission();
    admission.id = Ids.next();
    admission.authority = agreement.authority();
    admission.agreementId = agreement.id();
    admission.contractId = agreement.contractId();
    admission.lotId = lotId;
    admission.providerId = supplier.providerId();
    admission.providerName = supplier.name();
    admission.status = AdmissionStatus.ADMITTED;
    admission.admittedOn = today;
    admission.updatedAt = now;
    return admission;
  }

  private static void refuse(Objection objection) {
    if (objection.obstacle() == Obstacle.SUSPENDED) {
      throw new RuleViolation("PROVIDER_SUSPENDED", objection.reason(), "/provider");
    }
    throw new RuleViolation("PROVIDER_NOT_ACCREDITED", objection.reason(), "/provider");
  }

  /** Follows what now stands against the supplier; gives whether that changed anything. */
  boolean follow(Optional<Objection> objection, Instant now) {
    if (status == AdmissionStatus.REMOVED) {
      return false;
    }
    AdmissionStatus next =
        objection
            .map(
                each ->
                    each.obstacle() == Obstacle.SUSPENDED
                        ? AdmissionStatus.SUSPENDED
                        : AdmissionStatus.LAPSED)
            .orElse(AdmissionStatus.ADMITTED);
    String why = objection.map(Objection::reason).orElse(null);
    if (next == status && Objects.equals(why, reason)) {
      return false;
    }
    status = next;
    reason = why;
    updatedAt = now;
    return true;
  }

  /** Takes the supplier off the lot. */
  void remove(String why, Instant now) {
    if (status == AdmissionStatus.REMOVED) {
      throw new RuleViolation("ADMISSION_REMOVED", "The supplier is off the lot already.");
    }
    status = AdmissionStatus.REMOVED;
    reason = why;
    updatedAt = now;
  }

  /** What happened to it, as the event's type. */
  String followed() {
    return switch (status) {
      case ADMITTED -> "admission.restored.v1";
      case SUSPENDED -> "admission.suspended.v1";
      case LAPSED -> "admission.lapsed.v1";
      case REMOVED -> "admission.removed.v1";
    };
  }

  UUID id() {
    return id;
  }

  UUID agreementId() {
    return agreementId;
  }

  String lotId() {
    return lotId;
  }

  Supplier supplier() {
    return new Supplier(providerId, providerName);
  }

  /** The public version, from 1; right once changes are flushed. */
  long version() {
    return lockVersion == null ? 1 : lockVersion + 1;
  }

  /** Its full state. */
  AdmissionState state() {
    return new AdmissionState(
        id,
        authority,
        agreementId,
        contractId,
        lotId,
        supplier(),
        status,
        reason,
        admittedOn,
        version());
  }
}
