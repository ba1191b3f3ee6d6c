package uk.carecontracts.contracts.agreements;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.terms.ContractState;
import uk.carecontracts.contracts.terms.ContractType;
import uk.carecontracts.kit.ids.Ids;

/** What a framework, dynamic market, block or alliance promises (DOMAIN.md, S7). */
@Entity
@Table(name = "agreement")
class Agreement {
  @Id private UUID id;

  @Version
  @Column(name = "lock_version")
  private @Nullable Long lockVersion;

  @Column(updatable = false)
  private String authority;

  @Column(name = "contract_id", updatable = false)
  private UUID contractId;

  @Enumerated(EnumType.STRING)
  private ContractType kind;

  @Column(name = "service_type")
  private @Nullable String serviceType;

  private @Nullable String area;

  @JdbcTypeCode(SqlTypes.JSON)
  private AgreementTerms terms;

  @Column(name = "updated_at")
  private Instant updatedAt;

  /** For the persistence provider. */
  protected Agreement() {}

  /** The terms of a contract, for the first time. */
  static Agreement settle(ContractState contract, AgreementTerms terms, Instant now) {
    Agreement agreement = new Agreement();
    agreement.id = Ids.next();
    agreement.authority = contract.authority();
    agreement.contractId = contract.id();
    agreement.resettle(contract, terms, now);
    return agreement;
  }

  /** Other terms; those of its contract must allow them. */
  void resettle(ContractState contract, AgreementTerms settled, Instant now) {
    AgreementRules.check(contract, settled);
    kind = Objects.requireNonNull(contract.type());
    serviceType = contract.serviceType();
    area = contract.area();
    terms = settled;
    updatedAt = now;
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

  ContractType kind() {
    return kind;
  }

  AgreementTerms terms() {
    return terms;
  }

  /** The public version, from 1; right once changes are flushed. */
  long version() {
    return lockVersion == null ? 1 : lockVersion + 1;
  }

  /** Its full state. */
  AgreementState state() {
    return new AgreementState(
        id,
        authority,
        contractId,
        kind,
        serviceType,
        area,
        terms.lots(),
        terms.routes(),
        terms.volume(),
        terms.shares(),
        version());
  }
}
