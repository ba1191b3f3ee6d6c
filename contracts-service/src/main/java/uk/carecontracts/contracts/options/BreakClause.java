package uk.carecontracts.contracts.options;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.register.Contract;
import uk.carecontracts.kit.problem.RuleViolation;

/** A right to end a contract early on a day of its window, after notice (DOMAIN.md, S6). */
@Entity
@Table(name = "break_clause")
public class BreakClause extends AgreedRight {
  @Enumerated(EnumType.STRING)
  @Column(name = "held_by", updatable = false)
  private BreakHolder heldBy;

  @Column(name = "window_from", updatable = false)
  private LocalDate windowFrom;

  @Column(name = "window_to", updatable = false)
  private LocalDate windowTo;

  @JdbcTypeCode(SqlTypes.JSON)
  private @Nullable BreakTaken exercise;

  /** For the persistence provider. */
  protected BreakClause() {}

  private BreakClause(Contract contract, BreakRequest request, Instant now) {
    super(contract, request.noticeMonths(), request.clause(), now);
    this.heldBy = request.heldBy();
    this.windowFrom = request.windowFrom();
    this.windowTo = request.windowTo();
  }

  /** Enters a clause. */
  static BreakClause define(Contract contract, BreakRequest request, Instant now) {
    DefinitionPolicy.checkBreak(contract, request);
    return new BreakClause(contract, request, now);
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
    exercise = taken;
    exercised(now);
    return taken;
  }

  /** The last day of notice for the contract to end on a day. */
  LocalDate noticeBy(LocalDate lastDay) {
    return Months.noticeBy(lastDay, noticeMonths());
  }

  boolean inWindow(LocalDate day) {
    return !day.isBefore(windowFrom) && !day.isAfter(windowTo);
  }

  BreakHolder heldBy() {
    return heldBy;
  }

  String window() {
    return windowFrom + " to " + windowTo;
  }

  /** How it is shown. */
  BreakClauseView view() {
    return new BreakClauseView(
        id(),
        contractId(),
        authority(),
        heldBy,
        windowFrom,
        windowTo,
        noticeMonths(),
        clause(),
        status(),
        noticeBy(windowFrom),
        noticeBy(windowTo),
        exercise,
        lapsedBecause(),
        createdAt(),
        updatedAt(),
        version());
  }
}
