package uk.carecontracts.providers.market;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import uk.carecontracts.kit.database.Sql;

/** Who spends how much with whom. */
@ApplicationScoped
class DependencyRepository {

  private static final String RUNNING =
      """
      from contract_exposure e
      where e.role = 'LEAD_SUPPLIER' and e.currency = 'GBP' and e.annual_value > 0
        and coalesce(e.contract_type, '') not in ('FRAMEWORK', 'DYNAMIC_MARKET')
        and e.status in ('ACTIVE', 'EXPIRED', 'TERMINATED', 'DECOMMISSIONED')
        and e.start_date <= ? and coalesce(e.ended_on, e.end_date, 'infinity') >= ?""";

  private final Sql sql;

  DependencyRepository(Sql sql) {
    this.sql = sql;
  }

  /** What one authority pays some providers a year. */
  record Paid(String authority, BigDecimal amount, List<UUID> counted) {}

  /** What each authority pays some providers a year on a day. */
  List<Paid> paid(Collection<UUID> providers, LocalDate day) {
    return sql.list(
        "select e.authority, sum(e.annual_value) as amount,"
            + " array_agg(e.contract_id::text order by e.contract_id) as counted "
            + RUNNING
            + " and e.provider_id = any (?) group by e.authority order by 2 desc, 1",
        row ->
            new Paid(
                row.getString("authority"),
                row.getBigDecimal("amount"),
                Sql.texts(row, "counted").stream().map(UUID::fromString).toList()),
        day,
        day,
        providers);
  }

  /** What an authority pays all providers a year on a day. */
  BigDecimal spend(String authority, LocalDate day) {
    return sql.list(
            "select coalesce(sum(e.annual_value), 0) " + RUNNING + " and e.authority = ?",
            row -> row.getBigDecimal(1),
            day,
            day,
            authority)
        .get(0);
  }
}
