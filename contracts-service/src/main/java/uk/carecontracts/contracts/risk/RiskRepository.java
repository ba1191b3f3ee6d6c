package uk.carecontracts.contracts.risk;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.UUID;
import javax.sql.DataSource;

/** The latest assessment of each contract. */
@ApplicationScoped
class RiskRepository {
  private static final String UPSERT =
      """
      insert into contract_risk (contract_id, authority, tier, score, flagged, reasons, assessed_at)
      values (?, ?, ?, ?, ?, ?::jsonb, ?)
      on conflict (contract_id) do update set tier = excluded.tier, score = excluded.score,
        flagged = excluded.flagged, reasons = excluded.reasons, assessed_at = excluded.assessed_at""";

  private final DataSource database;

  RiskRepository(DataSource database) {
    this.database = database;
  }

  /** Replaces what was held of the contract. */
  void put(UUID contractId, String authority, ContractRisk risk) {
    execute(
        UPSERT,
        statement -> {
          statement.setObject(1, contractId);
          statement.setString(2, authority);
          statement.setString(3, risk.tier());
          statement.setBigDecimal(4, risk.score());
          statement.setBoolean(5, risk.flagged());
          statement.setString(6, risk.reasons().toString());
          statement.setTimestamp(7, Timestamp.from(risk.assessedAt()));
        });
  }

  /** Forgets every assessment. */
  void clear() {
    execute("delete from contract_risk", statement -> {});
  }

  private interface Binding {
    void bind(PreparedStatement statement) throws SQLException;
  }

  private void execute(String sql, Binding binding) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      binding.bind(statement);
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("The risk of a contract could not be kept", e);
    }
  }
}
