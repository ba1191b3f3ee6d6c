package uk.carecontracts.contracts.register;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import uk.carecontracts.kit.database.Sql;

/** Contracts in PostgreSQL; row-level security shows each authority its own. */
@ApplicationScoped
class ContractRepository implements Contracts, PanacheRepositoryBase<Contract, UUID> {
  private final Sql sql;

  ContractRepository(Sql sql) {
    this.sql = sql;
  }

  @Override
  public Optional<Contract> find(UUID id) {
    return findByIdOptional(id);
  }

  @Override
  public Map<UUID, Contract> findAll(Collection<UUID> ids) {
    return ids.isEmpty()
        ? Map.of()
        : list("select distinct c from Contract c left join fetch c.parties where c.id in ?1", ids)
            .stream()
            .collect(Collectors.toMap(Contract::id, Function.identity()));
  }

  @Override
  public Map<String, UUID> referencesTaken(String authority, Collection<String> references) {
    return references.isEmpty()
        ? Map.of()
        : getEntityManager()
            .createQuery(
                "select c.columns.reference, c.id from Contract c"
                    + " where c.authority = :authority and c.columns.reference in :references",
                Object[].class)
            .setParameter("authority", authority)
            .setParameter("references", references)
            .getResultStream()
            .collect(Collectors.toMap(row -> (String) row[0], row -> (UUID) row[1]));
  }

  @Override
  public void add(Contract contract) {
    persist(contract);
  }

  @Override
  public void flush() {
    getEntityManager().flush();
  }

  @Override
  public List<UUID> announcedToEndBefore(LocalDate day, int limit) {
    return sql.list(
        """
        select c.id from contract c
        where c.status = 'ACTIVE' and c.ending is not null and c.ending ->> 'date' < ?
          and not exists (select 1 from contract_variation v
            where v.contract_id = c.id and v.status = 'AGREED' and v.effective_date < ?)
        order by c.ending ->> 'date', c.id limit ?""",
        row -> row.getObject("id", UUID.class),
        day.toString(),
        day,
        limit);
  }

  @Override
  public List<UUID> endedBefore(LocalDate day, int limit) {
    return getEntityManager()
        .createQuery(
            "select c.id from Contract c where c.status = ACTIVE and c.columns.endDate < :day"
                + " and c.ending is null"
                + " and not exists (select v.id from Variation v"
                + " where v.contractId = c.id and v.status = AGREED and v.effectiveDate < :day)"
                + " order by c.columns.endDate, c.id",
            UUID.class)
        .setParameter("day", day)
        .setMaxResults(limit)
        .getResultList();
  }
}
