package uk.carecontracts.contracts.funding;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
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
import uk.carecontracts.contracts.register.Contract;
import uk.carecontracts.kit.ids.Ids;
import uk.carecontracts.kit.problem.Problem.Violation;
import uk.carecontracts.kit.problem.RuleViolation;

/** Who pays which share of a contract from when to when (DOMAIN.md, S19). */
@Entity
@Table(name = "contract_funding")
public class ContractFunding {
  @Id private UUID id;

  @Version
  @Column(name = "lock_version")
  private @Nullable Long lockVersion;

  @Column(name = "contract_id", updatable = false)
  private UUID contractId;

  @Column(updatable = false)
  private String authority;

  @Column(name = "valid_from", updatable = false)
  private LocalDate validFrom;

  @Column(name = "valid_to")
  private @Nullable LocalDate validTo;

  @JdbcTypeCode(SqlTypes.JSON)
  @Column(updatable = false)
  private FundingTerms content;

  @Column(name = "created_at", updatable = false)
  private Instant createdAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  /** For the persistence provider. */
  protected ContractFunding() {}

  /**
   * Agrees who pays from a day on.
   *
   * @param held fundings the contract has
   * @throws RuleViolation FUNDING_NOT_WHOLE with every reason
   */
  static ContractFunding agree(
      Contract contract,
      FundingRequest request,
      List<ContractFunding> held,
      List<Violation> aboutFunds,
      Instant now) {
    List<Violation> objections = FundingPolicy.objections(request, held);
    objections.addAll(aboutFunds);
    if (!objections.isEmpty()) {
      throw new RuleViolation("FUNDING_NOT_WHOLE", objections);
    }
    ContractFunding funding = new ContractFunding();
    funding.id = Ids.next();
    funding.contractId = contract.id();
    funding.authority = contract.authority();
    funding.validFrom = request.validFrom();
    funding.validTo = request.validTo();
    funding.content = request.terms();
    funding.createdAt = now;
    funding.updatedAt = now;
    return funding;
  }

  /** Ends it the day before another begins. */
  void endBefore(LocalDate next, Instant now) {
    validTo = next.minusDays(1);
    updatedAt = now;
  }

  boolean begins(LocalDate day) {
    return validFrom.equals(day);
  }

  boolean beginsAfter(LocalDate day) {
    return validFrom.isAfter(day);
  }

  /** Whether it pays on a day. */
  boolean holdsOn(LocalDate day) {
    return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
  }

  UUID contractId() {
    return contractId;
  }

  LocalDate validFrom() {
    return validFrom;
  }

  @Nullable LocalDate validTo() {
    return validTo;
  }

  FundingTerms terms() {
    return content;
  }

  long version() {
    return lockVersion == null ? 1 : lockVersion + 1;
  }

  /** How it is shown. */
  FundingView view() {
    return new FundingView(
        id, contractId, authority, validFrom, validTo, content, createdAt, updatedAt, version());
  }
}
