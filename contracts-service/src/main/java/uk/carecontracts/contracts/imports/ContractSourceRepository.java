package uk.carecontracts.contracts.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Sources in PostgreSQL: one statement to read and one to write, for any number of them. */
@ApplicationScoped
class ContractSourceRepository implements ContractSources {
  private static final String SELECT =
      "select value, contract_id, content_hash, content, stated_at from contract_source"
          + " where authority = ? and scheme = ? and value = any (?)";
  private static final String UPSERT =
      """
      insert into contract_source
        (authority, scheme, value, contract_id, content_hash, content, stated_at, imported_at)
      values (?, ?, ?, ?, ?, ?::jsonb, ?, ?)
      on conflict (authority, scheme, value) do update set content_hash = excluded.content_hash,
        content = excluded.content, stated_at = excluded.stated_at, imported_at = excluded.imported_at""";

  private final DataSource database;

  ContractSourceRepository(DataSource database) {
    this.database = database;
  }

  @Override
  public Map<String, Held> held(String authority, String scheme, Collection<String> values) {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(SELECT)) {
      select.setString(1, authority);
      select.setString(2, scheme);
      select.setArray(3, connection.createArrayOf("text", values.toArray()));
      Map<String, Held> held = new HashMap<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          held.put(
              row.getString("value"),
              new Held(
                  row.getObject("contract_id", UUID.class),
                  row.getString("content_hash"),
                  row.getString("content"),
                  instant(row.getTimestamp("stated_at"))));
        }
      }
      return held;
    } catch (SQLException e) {
      throw new IllegalStateException("Sources of contracts could not be read", e);
    }
  }

  @Override
  public void hold(List<Holding> holdings) {
    try (Connection connection = database.getConnection();
        PreparedStatement upsert = connection.prepareStatement(UPSERT)) {
      for (Holding each : holdings) {
        upsert.setString(1, each.authority());
        upsert.setString(2, each.scheme());
        upsert.setString(3, each.value());
        upsert.setObject(4, each.contractId());
        upsert.setString(5, each.hash());
        upsert.setString(6, each.content());
        upsert.setTimestamp(7, each.statedAt() == null ? null : Timestamp.from(each.statedAt()));
        upsert.setTimestamp(8, Timestamp.from(each.importedAt()));
        upsert.addBatch();
      }
      upsert.executeBatch();
    } catch (SQLException e) {
      throw new IllegalStateException("Sources of contracts could not be kept", e);
    }
  }

  private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
    return timestamp == null ? null : timestamp.toInstant();
  }
}
