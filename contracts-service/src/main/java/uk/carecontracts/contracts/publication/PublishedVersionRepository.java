package uk.carecontracts.contracts.publication;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The public versions of contracts, read from the journal with the reach of the system. A draft is
 * never among them, nor what is only proposed.
 */
@ApplicationScoped
class PublishedVersionRepository {
  private static final String SELECT =
      """
      select j.position, j.aggregate_id, j.type, j.state, j.occurred_at,
        exists (select 1 from jsonb_array_elements(j.change -> 'fields') f
                where f ->> 'pointer' = '/status') as status_is_new,
        exists (select 1 from contract_source own join contract_source older
                  on older.scheme = own.scheme and older.value = own.value
                where own.contract_id = j.aggregate_id and own.scheme = 'OCID'
                  and older.contract_id < own.contract_id) as ocid_taken
      from journal j
      where j.aggregate_type = 'contract' and j.position is not null
        and j.state ->> 'status' <> 'DRAFT'
        and j.type <> 'contract.variation-proposed.v1' and\s""";

  private final DataSource database;
  private final ObjectMapper json;

  PublishedVersionRepository(DataSource database, ObjectMapper json) {
    this.database = database;
    this.json = json;
  }

  /** Versions after a place in commit order. */
  List<PublishedVersion> after(long position, @Nullable String authority, int limit) {
    return query(
        "j.position > ? and (?::text is null or j.authority = ?) order by j.position limit ?",
        statement -> {
          statement.setLong(1, position);
          statement.setString(2, authority);
          statement.setString(3, authority);
          statement.setInt(4, limit);
        });
  }

  /** All versions of some contracts, in the order they were made. */
  List<PublishedVersion> of(Collection<UUID> contracts) {
    return query(
        "j.aggregate_id = any (?) order by j.aggregate_id, j.aggregate_version",
        statement ->
            statement.setArray(
                1, statement.getConnection().createArrayOf("uuid", contracts.toArray())));
  }

  /** The contract that an open contracting identifier of another publisher belongs to. */
  Optional<UUID> contractOf(String ocid) {
    String sql =
        "select contract_id from contract_source where scheme = 'OCID' and value = ?"
            + " order by contract_id limit 1";
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, ocid);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? Optional.of(row.getObject(1, UUID.class)) : Optional.empty();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("Open contracting identifiers could not be read", e);
    }
  }

  private interface Binding {
    void bind(PreparedStatement statement) throws SQLException;
  }

  private List<PublishedVersion> query(String where, Binding binding) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(SELECT + where)) {
      binding.bind(statement);
      List<PublishedVersion> versions = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          versions.add(
              new PublishedVersion(
                  row.getLong("position"),
                  row.getObject("aggregate_id", UUID.class),
                  row.getString("type"),
                  json.readTree(row.getString("state")),
                  row.getBoolean("status_is_new"),
                  row.getTimestamp("occurred_at").toInstant(),
                  row.getBoolean("ocid_taken")));
        }
      }
      return versions;
    } catch (SQLException | JsonProcessingException e) {
      throw new IllegalStateException("Published versions could not be read", e);
    }
  }
}
