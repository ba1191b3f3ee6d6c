package uk.carecontracts.contracts.agreements;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.database.Sql;

/** Call-offs in PostgreSQL, with the contracts they made. */
@ApplicationScoped
class CallOffRepository implements PanacheRepositoryBase<CallOff, UUID> {
  private static final String SO_FAR =
      """
      select coalesce(sum(p.value) filter (where o.lot_id = ?), 0) as in_lot,
        coalesce(sum(p.value), 0) as in_all
      from call_off o join contract_promised_value p on p.contract_id = o.call_off_contract_id
      where o.agreement_id = ? and p.status <> 'CANCELLED'
        and o.call_off_contract_id is distinct from ?::uuid""";

  private static final String BY_LOT =
      """
      select o.lot_id, sum(p.value) as value
      from call_off o join contract_promised_value p on p.contract_id = o.call_off_contract_id
      where o.agreement_id = ? and p.status <> 'CANCELLED'
      group by o.lot_id""";

  private static final String PROMISED =
      "select value from contract_promised_value where contract_id = ? and value is not null";

  private static final String BY_SUPPLIER =
      """
      select o.lot_id, o.winner_id, o.winner ->> 'name' as name, count(*) as call_offs,
        coalesce(sum(c.total_value), 0) as value
      from call_off o join contract c on c.id = o.call_off_contract_id
      where o.agreement_id = ? and c.status <> 'CANCELLED'
      group by o.lot_id, o.winner_id, o.winner ->> 'name'
      order by o.lot_id, value desc, name""";

  private final Sql sql;

  CallOffRepository(Sql sql) {
    this.sql = sql;
  }

  /** What one supplier was given in a lot. */
  record Given(String lotId, UUID providerId, String name, long callOffs, BigDecimal value) {}

  /**
   * The value called off in a lot and in all: what contracts are worth now, or by an agreed
   * variation will be.
   *
   * @param except a contract that does not count, because its value is being settled
   */
  CallOffRules.CalledOff soFar(UUID agreementId, String lotId, @Nullable UUID except) {
    return sql.first(
            SO_FAR,
            row ->
                new CallOffRules.CalledOff(
                    row.getBigDecimal("in_lot"), row.getBigDecimal("in_all")),
            lotId,
            agreementId,
            except)
        .orElseThrow();
  }

  /** The value called off by lot, counted as in {@link #soFar}. */
  Map<String, BigDecimal> byLot(UUID agreementId) {
    return sql
        .list(
            BY_LOT,
            row -> Map.entry(row.getString("lot_id"), row.getBigDecimal("value")),
            agreementId)
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** What a contract is worth, or by an agreed variation will be; none when it does not say. */
  Optional<BigDecimal> promised(UUID contractId) {
    return sql.first(PROMISED, row -> row.getBigDecimal("value"), contractId);
  }

  /** What was called off by lot and supplier. */
  List<Given> bySupplier(UUID agreementId) {
    return sql.list(
        BY_SUPPLIER,
        row ->
            new Given(
                row.getString("lot_id"),
                row.getObject("winner_id", UUID.class),
                row.getString("name"),
                row.getLong("call_offs"),
                row.getBigDecimal("value")),
        agreementId);
  }

  /** Call-offs of an agreement, newest first, before one when it is given. */
  List<CallOff> page(UUID agreementId, @Nullable UUID before, int limit) {
    return before == null
        ? find("agreementId = ?1 order by id desc", agreementId).page(0, limit).list()
        : find("agreementId = ?1 and id < ?2 order by id desc", agreementId, before)
            .page(0, limit)
            .list();
  }

  /** The call-off that made a contract. */
  Optional<CallOff> thatMade(UUID contractId) {
    return find("callOffContractId", contractId).firstResultOptional();
  }
}
