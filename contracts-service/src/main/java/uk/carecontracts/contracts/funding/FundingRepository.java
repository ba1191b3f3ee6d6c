package uk.carecontracts.contracts.funding;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import uk.carecontracts.contracts.register.Contract;

/** Fundings of contracts in PostgreSQL. */
@ApplicationScoped
class FundingRepository implements PanacheRepositoryBase<ContractFunding, UUID> {

  /** Whoever settles the funding of the same contract waits until this transaction ends. */
  void oneAtATime(Contract contract) {
    getEntityManager().lock(contract, LockModeType.PESSIMISTIC_WRITE);
  }

  /** Of one contract, the latest first. */
  List<ContractFunding> of(UUID contractId) {
    return list("contractId = ?1 order by validFrom desc", contractId);
  }

  /** Of an authority's contracts, those that pay on a day of a span. */
  List<ContractFunding> between(String authority, LocalDate from, LocalDate to) {
    return list(
        "authority = ?1 and validFrom <= ?3 and (validTo is null or validTo >= ?2)",
        authority,
        from,
        to);
  }
}
