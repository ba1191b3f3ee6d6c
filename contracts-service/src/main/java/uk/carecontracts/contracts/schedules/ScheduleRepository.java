package uk.carecontracts.contracts.schedules;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import uk.carecontracts.kit.database.Sql;
import uk.carecontracts.kit.json.StoredJson;

/** Price schedules in PostgreSQL; row-level security shows each authority its own. */
@ApplicationScoped
class ScheduleRepository {
  private final Sql sql;
  private final StoredJson json;

  ScheduleRepository(Sql sql, StoredJson json) {
    this.sql = sql;
    this.json = json;
  }

  /** Keeps a schedule; false when the contract has one from that day. */
  boolean add(PriceSchedule schedule) {
    return sql.update(
            """
            insert into price_schedule (id, authority, contract_id, valid_from, state)
            values (?, ?, ?, ?, ?::jsonb) on conflict do nothing""",
            schedule.id(),
            schedule.authority(),
            schedule.contractId(),
            schedule.validFrom(),
            json.write(schedule))
        == 1;
  }

  /** Every schedule of a contract, the earliest first. */
  List<PriceSchedule> of(UUID contractId) {
    return sql.list(
        "select state from price_schedule where contract_id = ? order by valid_from",
        this::read,
        contractId);
  }

  /** The schedule of a contract that holds on a day. */
  Optional<PriceSchedule> on(UUID contractId, LocalDate day) {
    return sql.first(
        "select state from price_schedule where contract_id = ? and valid_from <= ?"
            + " order by valid_from desc limit 1",
        this::read,
        contractId,
        day);
  }

  private PriceSchedule read(ResultSet row) throws SQLException {
    return json.read(row.getString("state"), PriceSchedule.class);
  }
}
