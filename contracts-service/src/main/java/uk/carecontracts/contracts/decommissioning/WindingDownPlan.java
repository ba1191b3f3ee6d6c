package uk.carecontracts.contracts.decommissioning;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.register.Contract;
import uk.carecontracts.contracts.terms.DecommissioningPlan;
import uk.carecontracts.kit.ids.Ids;
import uk.carecontracts.kit.problem.Problem.Violation;
import uk.carecontracts.kit.problem.RuleViolation;

/** How a service is wound down; worked out until it is complete (DOMAIN.md, S6). */
@Entity
@Table(name = "decommissioning_plan")
public class WindingDownPlan {
  @Id
  @Column(name = "contract_id")
  private UUID contractId;

  @Column(updatable = false)
  private UUID id;

  @Version
  @Column(name = "lock_version")
  private @Nullable Long lockVersion;

  @Column(updatable = false)
  private String authority;

  @Enumerated(EnumType.STRING)
  private PlanStatus status;

  @JdbcTypeCode(SqlTypes.JSON)
  private PlanContent content;

  @Column(name = "created_at", updatable = false)
  private Instant createdAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  /** For the persistence provider. */
  protected WindingDownPlan() {}

  /** Begins a plan for a contract that has not ended. */
  static WindingDownPlan prepare(Contract contract, PlanContent content, Instant now) {
    if (contract.status().isEnded()) {
      throw new RuleViolation(
          "CONTRACT_ENDED", "The contract is " + contract.status() + "; there is nothing to plan.");
    }
    WindingDownPlan plan = new WindingDownPlan();
    plan.contractId = contract.id();
    plan.id = Ids.next();
    plan.authority = contract.authority();
    plan.status = PlanStatus.PREPARED;
    plan.content = content;
    plan.createdAt = now;
    plan.updatedAt = now;
    return plan;
  }

  /** Says something else instead. */
  void rework(PlanContent changed, Instant now) {
    requirePrepared();
    content = changed;
    updatedAt = now;
  }

  /**
   * The plan as the contract keeps it.
   *
   * @throws RuleViolation DECOMMISSIONING_PLAN_INCOMPLETE with everything that is missing
   */
  DecommissioningPlan complete(PlannedContract contract) {
    requirePrepared();
    List<Violation> missing = PlanPolicy.missing(content, contract);
    if (!missing.isEmpty()) {
      throw new RuleViolation("DECOMMISSIONING_PLAN_INCOMPLETE", missing);
    }
    return new DecommissioningPlan(
        Objects.requireNonNull(content.peopleAffected()),
        content.alternatives().stream()
            .map(each -> each.offer() + " (" + each.people() + ")")
            .collect(Collectors.joining("; ")),
        Objects.requireNonNull(content.peopleTold()),
        Objects.requireNonNull(content.lastDay()));
  }

  /** The contract was decommissioned by it. */
  void carriedOut(Instant now) {
    status = PlanStatus.CARRIED_OUT;
    updatedAt = now;
  }

  private void requirePrepared() {
    if (status != PlanStatus.PREPARED) {
      throw new RuleViolation("WRONG_STATUS", "A plan that is " + status + " stays as it is.");
    }
  }

  long version() {
    return lockVersion == null ? 1 : lockVersion + 1;
  }

  /** How it is shown beside its contract. */
  PlanView view(PlannedContract contract) {
    List<Violation> missing =
        status == PlanStatus.CARRIED_OUT ? List.of() : PlanPolicy.missing(content, contract);
    return new PlanView(
        id,
        contractId,
        authority,
        status,
        content,
        missing.isEmpty(),
        missing,
        createdAt,
        updatedAt,
        version());
  }
}
