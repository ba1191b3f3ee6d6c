package uk.carecontracts.contracts.funding;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import uk.carecontracts.kit.database.Sql;

/** Contracts that commit money; frameworks and dynamic markets only promise terms. */
@ApplicationScoped
class CommittedRepository {
  private static final String COMMITTED =
      """
      select id, reference, total_value, (terms #>> '{values,annual,amount}')::numeric as annual_value,
        start_date, end_date, (ending ->> 'date')::date as ended
      from contract
      where authority = ? and status in ('AWARDED', 'ACTIVE', 'EXPIRED', 'TERMINATED', 'DECOMMISSIONED')
        and coalesce(type, '') not in ('FRAMEWORK', 'DYNAMIC_MARKET')
        and (total_value is not null or terms #>> '{values,annual,amount}' is not null)
        and start_date <= ? and end_date >= ?""";

  private final Sql sql;

  CommittedRepository(Sql sql) {
    this.sql = sql;
  }

  /** Contracts whose term has a day in a span. */
  List<CommittedContract> between(String authority, LocalDate from, LocalDate to) {
    return sql.list(
        COMMITTED,
        row ->
            new CommittedContract(
                row.getObject("id", UUID.class),
                row.getString("reference"),
                row.getBigDecimal("total_value"),
                row.getBigDecimal("annual_value"),
                Objects.requireNonNull(Sql.day(row, "start_date")),
                Objects.requireNonNull(Sql.day(row, "end_date")),
                Sql.day(row, "ended")),
        authority,
        to,
        from);
  }
}
