package uk.carecontracts.contracts.duties;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import uk.carecontracts.kit.database.Sql;

/** Changes of contracts as events told of them. */
@ApplicationScoped
class ChangeRepository {
  private static final String KEEP =
      """
      insert into duty_change (id, authority, contract_id, day, open, novation, old_total, new_total,
        old_end, new_end)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (id) do update set day = excluded.day, open = excluded.open,
        novation = excluded.novation, old_total = excluded.old_total,
        new_total = excluded.new_total, old_end = excluded.old_end, new_end = excluded.new_end""";

  private final Sql sql;

  ChangeRepository(Sql sql) {
    this.sql = sql;
  }

  /** Keeps what a change says now. */
  void keep(String authority, UUID contractId, ChangeFacts change) {
    sql.update(
        KEEP,
        change.id(),
        authority,
        contractId,
        change.day(),
        change.open(),
        change.novation(),
        change.oldTotal(),
        change.newTotal(),
        change.oldEnd(),
        change.newEnd());
  }

  /** The changes of a contract. */
  List<ChangeFacts> of(UUID contractId) {
    return sql.list(
        "select * from duty_change where contract_id = ? order by day, id",
        row ->
            new ChangeFacts(
                row.getObject("id", UUID.class),
                row.getDate("day").toLocalDate(),
                row.getBoolean("open"),
                row.getBoolean("novation"),
                row.getBigDecimal("old_total"),
                row.getBigDecimal("new_total"),
                Sql.day(row, "old_end"),
                Sql.day(row, "new_end")),
        contractId);
  }

  void clear() {
    sql.update("delete from duty_change");
  }
}
