package uk.carecontracts.contracts.options;

import jakarta.persistence.Column;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.register.Contract;
import uk.carecontracts.kit.ids.Ids;
import uk.carecontracts.kit.problem.RuleViolation;

/**
 * A right that the parties of a contract agreed up front: open until it is exercised after notice,
 * or lapses.
 */
@MappedSuperclass
abstract class AgreedRight {
  @Id private UUID id;

  @Version
  @Column(name = "lock_version")
  private @Nullable Long lockVersion;

  @Column(name = "contract_id", updatable = false)
  private UUID contractId;

  @Column(updatable = false)
  private String authority;

  @Column(name = "notice_months", updatable = false)
  private int noticeMonths;

  @Column(updatable = false)
  private @Nullable String clause;

  @Enumerated(EnumType.STRING)
  private OptionStatus status;

  @Column(name = "lapsed_because")
  private @Nullable String lapsedBecause;

  @Column(name = "notice_missed")
  private @Nullable LocalDate noticeMissed;

  @Column(name = "created_at", updatable = false)
  private Instant createdAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  /** For the persistence provider. */
  AgreedRight() {}

  /**
   * An open right of a contract.
   *
   * @param noticeMonths months of notice before it takes effect
   * @param clause where the contract says so
   */
  AgreedRight(Contract contract, int noticeMonths, @Nullable String clause, Instant now) {
    this.id = Ids.next();
    this.contractId = contract.id();
    this.authority = contract.authority();
    this.noticeMonths = noticeMonths;
    this.clause = clause;
    this.status = OptionStatus.OPEN;
    this.createdAt = now;
    this.updatedAt = now;
  }

  /** It was used. */
  final void exercised(Instant now) {
    status = OptionStatus.EXERCISED;
    lapsedBecause = null;
    noticeMissed = null;
    updatedAt = now;
  }

  /** Nobody can use it any more, whatever notice was given. */
  final void lapse(String because, Instant now) {
    lapse(because, null, now);
  }

  /**
   * Nobody told of notice by the deadline. Where it was given in time after all, the right can
   * still be taken.
   */
  final void lapseWithoutNotice(LocalDate deadline, String because, Instant now) {
    lapse(because, deadline, now);
  }

  private void lapse(String because, @Nullable LocalDate missed, Instant now) {
    if (!canBeTaken()) {
      throw new RuleViolation("WRONG_STATUS", "A right that is " + status + " stays so.");
    }
    status = OptionStatus.LAPSED;
    lapsedBecause = because;
    noticeMissed = missed;
    updatedAt = now;
  }

  /** Whether it is open, or lapsed only because nobody told of notice in time. */
  final boolean canBeTaken() {
    return isOpen() || noticeMissed != null;
  }

  /** The deadline by which nobody told of notice; null unless it lapsed for that. */
  final @Nullable LocalDate noticeMissed() {
    return noticeMissed;
  }

  boolean isOpen() {
    return status == OptionStatus.OPEN;
  }

  OptionStatus status() {
    return status;
  }

  UUID id() {
    return id;
  }

  UUID contractId() {
    return contractId;
  }

  String authority() {
    return authority;
  }

  int noticeMonths() {
    return noticeMonths;
  }

  @Nullable String clause() {
    return clause;
  }

  @Nullable String lapsedBecause() {
    return lapsedBecause;
  }

  Instant createdAt() {
    return createdAt;
  }

  Instant updatedAt() {
    return updatedAt;
  }

  long version() {
    return lockVersion == null ? 1 : lockVersion + 1;
  }
}
