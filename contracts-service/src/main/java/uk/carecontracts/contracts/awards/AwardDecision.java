package uk.carecontracts.contracts.awards;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.register.Contract;
import uk.carecontracts.kit.ids.Ids;
import uk.carecontracts.kit.problem.Problem.Violation;
import uk.carecontracts.kit.problem.RuleViolation;

/** Criteria, panel, tenders and the decision of one procurement (DOMAIN.md, S24). */
@Entity
@Table(name = "award_decision")
public class AwardDecision {
  @Id private UUID id;

  @Version
  @Column(name = "lock_version")
  private @Nullable Long lockVersion;

  @Column(name = "contract_id", updatable = false)
  private UUID contractId;

  @Column(updatable = false)
  private String authority;

  @Enumerated(EnumType.STRING)
  private AwardStatus status;

  @JdbcTypeCode(SqlTypes.JSON)
  private AwardContent content;

  @JdbcTypeCode(SqlTypes.JSON)
  private @Nullable Decision decision;

  @Column(name = "decided_on")
  private @Nullable LocalDate decidedOn;

  @Column(name = "created_at", updatable = false)
  private Instant createdAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  /** For the persistence provider. */
  protected AwardDecision() {}

  static AwardDecision prepare(Contract contract, AwardContent content, Instant now) {
    AwardDecision it = new AwardDecision();
    it.id = Ids.next();
    it.contractId = contract.id();
    it.authority = contract.authority();
    it.status = AwardStatus.PREPARED;
    it.content = content;
    it.createdAt = now;
    it.updatedAt = now;
    return it;
  }

  void rework(AwardContent changed, Instant now) {
    requirePrepared();
    content = changed;
    updatedAt = now;
  }

  /**
   * Decides.
   *
   * @throws RuleViolation AWARD_NOT_DECIDABLE with everything that stands in the way
   */
  void decide(Decision taken, LocalDate today, Instant now) {
    requirePrepared();
    List<Violation> objections = new ArrayList<>(AwardPolicy.missing(content));
    List<Evaluation.Result> results = Evaluation.of(content);
    results.stream()
        .filter(result -> result.tenderer().equals(taken.tenderer()))
        .findFirst()
        .ifPresentOrElse(
            winner -> {
              boolean first = winner.rank() != null && winner.rank() == 1;
              if (!first && isBlank(taken.departureBecause())) {
                objections.add(
                    new Violation(
                        "/departureBecause",
                        "Another tender is ranked first; explain why it does not win."));
              }
            },
            () -> objections.add(new Violation("/tenderer", "No tender of that name was judged.")));
    if (taken.decidedOn().isAfter(today)) {
      objections.add(new Violation("/decidedOn", "A decision is recorded once it is taken."));
    }
    if (!objections.isEmpty()) {
      throw new RuleViolation("AWARD_NOT_DECIDABLE", objections);
    }
    status = AwardStatus.DECIDED;
    decision = taken;
    decidedOn = taken.decidedOn();
    updatedAt = now;
  }

  private static boolean isBlank(@Nullable String text) {
    return text == null || text.isBlank();
  }

  private void requirePrepared() {
    if (status != AwardStatus.PREPARED) {
      throw new RuleViolation("WRONG_STATUS", "The award is decided; what led to it stays.");
    }
  }

  private BigDecimal weight(Criterion.Kind kind) {
    return content.criteria().stream()
        .filter(each -> each.kind() == kind)
        .map(Criterion::weightPercent)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
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
  AwardDecisionView view() {
    return new AwardDecisionView(
        id,
        contractId,
        authority,
        status,
        content,
        weight(Criterion.Kind.QUALITY),
        weight(Criterion.Kind.PRICE),
        Evaluation.of(content).stream()
            .map(
                r ->
                    new AwardDecisionView.TenderResult(
                        r.tenderer(), r.total(), r.rank(), r.arithmetic()))
            .toList(),
        status == AwardStatus.DECIDED ? List.of() : AwardPolicy.missing(content),
        decision,
        createdAt,
        updatedAt,
        version());
  }
}
