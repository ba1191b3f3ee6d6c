package uk.carecontracts.contracts.options;

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
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.register.Contract;
import uk.carecontracts.kit.ids.Ids;
import uk.carecontracts.kit.problem.RuleViolation;

/** A right to end a contract early on a day of its window, after notice (DOMAIN.md, S6). */
@Entity
@Table(name = "break_clause")
public class BreakClause {
  @Id private UUID id;

  @Version
  @Column(name = "lock_version")
  private @Nullable Long lockVersion;

  @Column(name = "contract_id", updatable = false)
  private UUID contractId;

  @Column(updatable = false)
  private String authority;

  @Enumerated(EnumType.STRING)
  @Column(name = "held_by", updatable = false)
  private BreakHolder heldBy;

  @Column(name = "window_from", updatable = false)
  private LocalDate windowFrom;

  @Column(name = "window_to", updatable = false)
  private LocalDate windowTo;

  @Column(name = "notice_months", updatable = false)
  private int noticeMonths;

  @Column(updatable = false)
  private @Nullable String clause;

  @Enumerated(EnumType.STRING)
  private OptionStatus status;

  @JdbcTypeCode(SqlTypes.JSON)
  private @Nullable BreakTaken exercise;

  @Column(name = "lapsed_because")
  private @Nullable String lapsedBecause;

  @Column(name = "created_at", updatable = false)
  private Instant createdAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  /** For the persistence provider. */
  protected BreakClause() {}

  /** Enters a clause. */
  static BreakClause define(Contract contract, BreakRequest request, Instant now) {
    DefinitionPolicy.checkBreak(contract, request);
    BreakClause it = new BreakClause();
    it.id = Ids.next();
    it.contractId = contract.id();
    it.authority = contract.authority();
    it.heldBy = request.heldBy();
    it.windowFrom = request.windowFrom();
    it.windowTo = request.windowTo();
    it.noticeMonths = request.noticeMonths();
    it.clause = request.clause();
    it.status = OptionStatus.OPEN;
    it.createdAt = now;
    it.updatedAt = now;
    return it;
  }

  /**
   * Breaks the contract off.
   *
   * @throws RuleViolation BREAK_NOT_POSSIBLE with every reason
   */
  BreakTaken exercise(Contract contract, BreakDecision decision, LocalDate today, Instant now) {
    BreakPolicy.check(new BreakPolicy.Breaking(contract, this, decision, today));
    BreakTaken taken =
        new BreakTaken(
            decision.lastDay(),
            decision.noticeGiven(),
            decision.by(),
            decision.decidedBy(),
            decision.reason(),
            Objects.requireNonNull(contract.terms().dates().end()),
            decision.newTotal());
    status = OptionStatus.EXERCISED;
    exercise = taken;
    updatedAt = now;
    return taken;
  }

  /** Nobody can use it any more. */
  void lapse(String because, Instant now) {
    if (status != OptionStatus.OPEN) {
      throw new RuleViolation("WRONG_STATUS", "A clause that is " + status + " stays so.");
    }
    status = OptionStatus.LAPSED;
    lapsedBecause = because;
    updatedAt = now;
  }

  /** The last day of notice for the contract to end on a day. */
  LocalDate noticeBy(LocalDate lastDay) {
    return Months.noticeBy(lastDay, noticeMonths);
  }

  boolean inWindow(LocalDate day) {
    return !day.isBefore(windowFrom) && !day.isAfter(windowTo);
  }

  boolean isOpen() {
    return status == OptionStatus.OPEN;
  }

  OptionStatus status() {
    return status;
  }

  BreakHolder heldBy() {
    return heldBy;
  }

  String window() {
    return windowFrom + " to " + windowTo;
  }

  UUID id() {
    return id;
  }

  UUID contractId() {
    return contractId;
  }

  long version() {
    return lockVersion == null ? 1 : lockVersion + 1;
  }

  /** How it is shown. */
  BreakClauseView view() {
    return new BreakClauseView(
        id,
        contractId,
        authority,
        heldBy,
        windowFrom,
        windowTo,
        noticeMonths,
        clause,
        status,
        noticeBy(windowFrom),
        noticeBy(windowTo),
        exercise,
        lapsedBecause,
        createdAt,
        updatedAt,
        version());
  }
}
