package uk.carecontracts.contracts.options;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import uk.carecontracts.kit.database.Sql;

/**
 * The days by which something must be decided about awarded and active contracts, for other
 * features: end, review, notice of each open extension option and break clause. Whoever joins in
 * SQL uses the view {@code contract_decision_date (authority, contract_id, kind, date, source_id)};
 * row-level security holds there as everywhere.
 */
@ApplicationScoped
public class DecisionDates {
  private static final String SELECT =
      "select contract_id, kind, date, source_id from contract_decision_date where ";

  private final Sql sql;

  DecisionDates(Sql sql) {
    this.sql = sql;
  }

  /** Of one contract, earliest first; days past are among them. */
  public List<DecisionDate> of(UUID contractId) {
    return sql.list(
        SELECT + "contract_id = ? order by date, kind", DecisionDates::read, contractId);
  }

  /** Of an authority in a span of days, both included, earliest first. */
  public List<DecisionDate> between(String authority, LocalDate from, LocalDate to) {
    return sql.list(
        SELECT + "authority = ? and date between ? and ? order by date, contract_id, kind",
        DecisionDates::read,
        authority,
        from,
        to);
  }

  private static DecisionDate read(ResultSet row) throws SQLException {
    return new DecisionDate(
        row.getObject("contract_id", UUID.class),
        DecisionKind.valueOf(row.getString("kind")),
        row.getObject("date", LocalDate.class),
        row.getObject("source_id", UUID.class));
  }
}
