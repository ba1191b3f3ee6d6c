package uk.carecontracts.contracts.lengths;

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

/** Weighs what speaks for a long and for a short contract, and keeps the decision (S6). */
@Entity
@Table(name = "contract_length_analysis")
public class LengthAnalysis {
  private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

  @Id private UUID id;

  @Version
  @Column(name = "lock_version")
  private @Nullable Long lockVersion;

  @Column(name = "contract_id", updatable = false)
  private UUID contractId;

  @Column(updatable = false)
  private String authority;

  @Enumerated(EnumType.STRING)
  private LengthStatus status;

  @JdbcTypeCode(SqlTypes.JSON)
  private List<WeighedFactor> factors = List.of();

  @JdbcTypeCode(SqlTypes.JSON)
  private @Nullable LengthDecision decision;

  @Column(name = "created_at", updatable = false)
  private Instant createdAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  /** For the persistence provider. */
  protected LengthAnalysis() {}

  static LengthAnalysis record(
      Contract contract, List<WeighedFactor> factors, List<KnownFactor> known, Instant now) {
    if (contract.status().isEnded()) {
      throw new RuleViolation(
          "CONTRACT_ENDED", "The contract is " + contract.status() + "; its length is history.");
    }
    LengthAnalysis analysis = new LengthAnalysis();
    analysis.id = Ids.next();
    analysis.contractId = contract.id();
    analysis.authority = contract.authority();
    analysis.status = LengthStatus.RECORDED;
    analysis.createdAt = now;
    analysis.weigh(factors, known, now);
    return analysis;
  }

  /**
   * Weighs the factors anew, while nothing is decided.
   *
   * @throws RuleViolation LENGTH_NOT_WEIGHED with every reason
   */
  void weigh(List<WeighedFactor> changed, List<KnownFactor> known, Instant now) {
    requireUndecided();
    List<Violation> objections = new ArrayList<>();
    BigDecimal total =
        changed.stream().map(WeighedFactor::weightPercent).reduce(BigDecimal.ZERO, BigDecimal::add);
    if (total.compareTo(WHOLE) != 0) {
      objections.add(
          new Violation(
              "/factors", "The weights total " + total.toPlainString() + " %, not 100 %."));
    }
    if (changed.stream().map(WeighedFactor::code).distinct().count() < changed.size()) {
      objections.add(new Violation("/factors", "A factor is weighed once."));
    }
    for (Direction side : Direction.values()) {
      if (changed.stream().noneMatch(each -> each.direction() == side)) {
        objections.add(new Violation("/factors", "Nothing is said for a " + side + " contract."));
      }
    }
    for (int i = 0; i < changed.size(); i++) {
      WeighedFactor factor = changed.get(i);
      if (known.stream()
          .anyMatch(k -> k.code().equals(factor.code()) && k.direction() != factor.direction())) {
        objections.add(
            new Violation(
                "/factors/" + i + "/direction", factor.code() + " speaks for the other side."));
      }
    }
    refuse(objections);
    factors = List.copyOf(changed);
    updatedAt = now;
  }

  /** Decides how long the contract is to run. */
  void decide(LengthDecision taken, LocalDate today, Instant now) {
    requireUndecided();
    List<Violation> objections = new ArrayList<>();
    Direction leansTo = Balance.of(factors).leansTo();
    boolean against = leansTo != null && leansTo != taken.choice();
    if (against && isBlank(taken.againstBalanceBecause())) {
      objections.add(
          new Violation(
              "/againstBalanceBecause",
              "The factors lean to a " + leansTo + " contract; explain why not."));
    }
    if (taken.decidedOn().isAfter(today)) {
      objections.add(new Violation("/decidedOn", "A decision is recorded once it is taken."));
    }
    refuse(objections);
    status = LengthStatus.DECIDED;
    decision = taken;
    updatedAt = now;
  }

  private static boolean isBlank(@Nullable String text) {
    return text == null || text.isBlank();
  }

  private static void refuse(List<Violation> objections) {
    if (!objections.isEmpty()) {
      throw new RuleViolation("LENGTH_NOT_WEIGHED", objections);
    }
  }

  private void requireUndecided() {
    if (status != LengthStatus.RECORDED) {
      throw new RuleViolation("WRONG_STATUS", "The length is decided; record another analysis.");
    }
  }

  UUID contractId() {
    return contractId;
  }

  long version() {
    return lockVersion == null ? 1 : lockVersion + 1;
  }

  /** How it is shown. */
  LengthAnalysisView view() {
    return new LengthAnalysisView(
        id,
        contractId,
        authority,
        status,
        factors,
        Balance.of(factors),
        decision,
        createdAt,
        updatedAt,
        version());
  }
}
