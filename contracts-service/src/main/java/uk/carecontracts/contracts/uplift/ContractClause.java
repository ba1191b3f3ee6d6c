package uk.carecontracts.contracts.uplift;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.terms.ContractState;
import uk.carecontracts.kit.ids.Ids;

/** The uplift clause a contract has (DOMAIN.md, S10). */
@Entity
@Table(name = "uplift_clause")
class ContractClause {
  @Id private UUID id;

  @Version
  @Column(name = "lock_version")
  private @Nullable Long lockVersion;

  @Column(updatable = false)
  private String authority;

  @Column(name = "contract_id", updatable = false)
  private UUID contractId;

  @JdbcTypeCode(SqlTypes.JSON)
  private ClauseTerms terms;

  @Column(name = "updated_at")
  private Instant updatedAt;

  /** For the persistence provider. */
  protected ContractClause() {}

  /** The clause of a contract that had none. */
  static ContractClause settle(ContractState contract, ClauseTerms terms, Instant now) {
    ContractClause clause = new ContractClause();
    clause.id = Ids.next();
    clause.authority = contract.authority();
    clause.contractId = contract.id();
    clause.resettle(terms, now);
    return clause;
  }

  /** Another clause in its place. */
  void resettle(ClauseTerms settled, Instant now) {
    terms = settled;
    updatedAt = now;
  }

  /** The public version, from 1; right once changes are flushed. */
  long version() {
    return lockVersion == null ? 1 : lockVersion + 1;
  }

  ClauseState state() {
    return new ClauseState(id, authority, contractId, terms, version());
  }
}
