package uk.carecontracts.contracts.placements;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.ids.Ids;
import uk.carecontracts.kit.problem.RuleViolation;

/** One person's package of care with its terms over time (DOMAIN.md, S11). */
@Entity
@Table(name = "placement")
class Placement {
  @Id private UUID id;

  @Version
  @Column(name = "lock_version")
  private @Nullable Long lockVersion;

  @Column(updatable = false)
  private String authority;

  @Column(updatable = false)
  private @Nullable String reference;

  @Column(name = "contract_id", updatable = false)
  private @Nullable UUID contractId;

  @Column(name = "provider_id", updatable = false)
  private @Nullable UUID providerId;

  /** The record that speaks for the one that was named: merges of providers are followed. */
  @Formula("provider_survivor(provider_id)")
  private @Nullable UUID speakerId;

  @Column(name = "provider_name", updatable = false)
  private String providerName;

  @Column(name = "service_type", updatable = false)
  private String serviceType;

  @Column(name = "client_group", updatable = false)
  private String clientGroup;

  @Column(name = "person_reference", updatable = false)
  private String personReference;

  @Enumerated(EnumType.STRING)
  private PlacementStatus status;

  @Column(name = "start_date", updatable = false)
  private LocalDate startDate;

  @Column(name = "end_date")
  private @Nullable LocalDate endDate;

  @Column(name = "end_reason")
  private @Nullable String endReason;

  @JdbcTypeCode(SqlTypes.JSON)
  private List<PlacementTerms> terms;

  @Column(name = "updated_at")
  private Instant updatedAt;

  /** For the persistence provider. */
  protected Placement() {}

  /** A placement whose rules were checked. */
  static Placement start(String authority, SettledPlacement settled, LocalDate today, Instant now) {
    Placement placement = new Placement();
    placement.id = Ids.next();
    placement.authority = authority;
    placement.reference = settled.reference();
    placement.contractId = settled.contractId();
    placement.providerId = settled.provider().providerId();
    placement.speakerId = settled.speakerId();
    placement.providerName = settled.provider().name();
    placement.serviceType = settled.serviceType();
    placement.clientGroup = settled.clientGroup();
    placement.personReference = settled.personReference();
    placement.startDate = settled.terms().from();
    placement.endDate = settled.endDate();
    placement.terms = List.of(settled.terms());
    placement.settleStatus(today);
    placement.updatedAt = now;
    return placement;
  }

  /** New terms from a day on. */
  void change(PlacementChange change, LocalDate today, Instant now) {
    requireActive();
    LocalDate from = change.from() == null ? today : change.from();
    PlacementTerms last = latest();
    if (from.isBefore(last.from())) {
      throw new RuleViolation(
          "TERMS_OUT_OF_ORDER",
          "Its latest terms hold from " + last.from() + "; new ones cannot begin before them.",
          "/from");
    }
    if (from.isAfter(today) && !from.equals(last.from())) {
      throw new RuleViolation(
          "TERMS_IN_FUTURE", "New terms are recorded once they hold, not before.", "/from");
    }
    List<PlacementTerms> all = new ArrayList<>(terms);
    if (from.equals(last.from())) {
      all.remove(all.size() - 1);
    }
    all.add(change.applyTo(last, from));
    terms = List.copyOf(all);
    updatedAt = now;
  }

  /**
   * Settles its last day, or corrects the one it had; it has ended once that has come. Terms that
   * were to hold from a later day never did, and go.
   */
  void end(LocalDate lastDay, String reason, LocalDate today, Instant now) {
    if (lastDay.isBefore(startDate)) {
      throw new RuleViolation(
          "ENDS_BEFORE_START",
          "It began on " + startDate + "; it cannot end before that.",
          "/date");
    }
    terms = terms.stream().filter(each -> !each.from().isAfter(lastDay)).toList();
    endDate = lastDay;
    endReason = reason;
    settleStatus(today);
    updatedAt = now;
  }

  /** Another record speaks for its provider. */
  void speaks(UUID speaker, Instant now) {
    speakerId = speaker;
    updatedAt = now;
  }

  /** Its known last day has come. */
  void runOut(LocalDate today, Instant now) {
    requireActive();
    settleStatus(today);
    updatedAt = now;
  }

  private void settleStatus(LocalDate today) {
    boolean ended = endDate != null && !endDate.isAfter(today);
    status = ended ? PlacementStatus.ENDED : PlacementStatus.ACTIVE;
  }

  private void requireActive() {
    if (status == PlacementStatus.ENDED) {
      throw new RuleViolation(
          "PLACEMENT_ENDED", "The placement ended on " + endDate + "; it no longer changes.");
    }
  }

  private PlacementTerms latest() {
    return terms.get(terms.size() - 1);
  }

  UUID id() {
    return id;
  }

  boolean hasEnded() {
    return status == PlacementStatus.ENDED;
  }

  /** The public version, from 1; right once changes are flushed. */
  long version() {
    return lockVersion == null ? 1 : lockVersion + 1;
  }

  /** Its full state. */
  PlacementState state() {
    PlacementTerms now = latest();
    return new PlacementState(
        id,
        authority,
        reference,
        contractId,
        new PlacementProvider(speakerId, Objects.requireNonNull(providerName)),
        now.locationId(),
        now.kind(),
        now.careType(),
        serviceType,
        clientGroup,
        now.area(),
        personReference,
        now.weeklyPrice(),
        now.hoursPerWeek(),
        startDate,
        endDate,
        endReason,
        status,
        terms,
        version());
  }
}
