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
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.ids.Ids;
import uk.carecontracts.kit.problem.RuleViolation;

/** An authority's finding that a provider may deliver a service at a level. */
@Entity
@Table(name = "accreditation")
class Accreditation {

  @Id private UUID id;
  @Version private long version;
  private String authority;

  @Column(name = "provider_id")
  private UUID providerId;

  @Column(name = "service_type")
  private String serviceType;

  private int level;

  @JdbcTypeCode(SqlTypes.JSON)
  private EvidenceList evidence;

  private String reviewer;

  @Column(name = "granted_by")
  private String grantedBy;

  @Column(name = "valid_from")
  private LocalDate validFrom;

  @Column(name = "expires_on")
  private LocalDate expiresOn;

  @Column(name = "review_on")
  private @Nullable LocalDate reviewOn;

  @Enumerated(EnumType.STRING)
  private AccreditationStatus status;

  @Column(name = "ended_on")
  private @Nullable LocalDate endedOn;

  @Column(name = "end_reason")
  private @Nullable String endReason;

  @Column(name = "granted_at")
  private Instant grantedAt;

  /** Evidence as one stored value. */
  record EvidenceList(List<Evidence> items) {}

  /** For the persistence provider. */
  @SuppressWarnings("NullAway")
  protected Accreditation() {}

  /** Grants a level; nobody grants what they examined themselves. */
  static Accreditation grant(
      String authority, UUID provider, FitnessForms.NewAccreditation form, String by, Instant now) {
    if (form.reviewer().equalsIgnoreCase(by)) {
      throw new RuleViolation(
          "REVIEWER_GRANTS",
          "Somebody other than the reviewer must grant an accreditation.",
          "/reviewer");
    }
    if (form.expiresOn().isBefore(form.validFrom())) {
      throw new RuleViolation(
          "EXPIRES_BEFORE_START", "The last day lies before the first.", "/expiresOn");
    }
    LocalDate review = form.reviewOn();
    if (review != null && (review.isBefore(form.validFrom()) || review.isAfter(form.expiresOn()))) {
      throw new RuleViolation(
          "REVIEW_OUTSIDE_TERM",
          "The review falls between the first and the last day of the accreditation.",
          "/reviewOn");
    }
    Accreditation granted = new Accreditation();
    granted.id = Ids.next();
    granted.version = 1;
    granted.authority = authority;
    granted.providerId = provider;
    granted.serviceType = form.serviceType();
    granted.level = form.level();
    granted.evidence = new EvidenceList(form.evidence());
    granted.reviewer = form.reviewer();
    granted.grantedBy = by;
    granted.validFrom = form.validFrom();
    granted.expiresOn = form.expiresOn();
    granted.reviewOn = review;
    granted.status = AccreditationStatus.GRANTED;
    granted.grantedAt = now;
    return granted;
  }

  /** Takes it back. */
  void withdraw(LocalDate today, String reason) {
    end(AccreditationStatus.WITHDRAWN, today, reason);
  }

  /** Gives way to another one. */
  void replace(LocalDate today) {
    end(AccreditationStatus.REPLACED, today, "Another accreditation for this service was granted");
  }

  private void end(AccreditationStatus how, LocalDate today, String reason) {
    if (status != AccreditationStatus.GRANTED) {
      throw new RuleViolation("NOT_GRANTED", "This accreditation is " + status + ".");
    }
    status = how;
    endedOn = today;
    endReason = reason;
  }

  AccreditationState state() {
    return new AccreditationState(
        id,
        authority,
        providerId,
        serviceType,
        level,
        evidence.items(),
        reviewer,
        grantedBy,
        validFrom,
        expiresOn,
        reviewOn,
        status,
        endedOn,
        endReason,
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

  long version() {
    return version;
  }
}
