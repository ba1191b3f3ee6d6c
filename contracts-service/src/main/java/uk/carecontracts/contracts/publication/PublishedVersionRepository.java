package uk.carecontracts.contracts.publication;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
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
import uk.carecontracts.kit.json.StoredJson;

/**
 * The public versions of contracts and of what is published with them, read from the journal with
 * the reach of the system. A draft is never among them, given up or not, nor what is only proposed,
 * nor what was kept back while there was nothing public to keep it back from.
 */
@ApplicationScoped
class PublishedVersionRepository {
  private static final String PUBLIC =
      """
      (v.aggregate_type = 'contract' and v.state ->> 'status' <> 'DRAFT'
        and v.type <> 'contract.variation-proposed.v1'
        and not (v.state ->> 'status' = 'CANCELLED'
                 and exists (select 1 from contract c where c.id = v.aggregate_id and c.never_public))
       or v.aggregate_type in ('contract-spend', 'contract-metrics', 'contract-observations',
                               'publication-exemption')
       or v.aggregate_type = 'performance-failure' and (v.state -> 'disclosed')::boolean
       or v.aggregate_type = 'duty' and jsonb_exists(v.state, 'notice'))""";
  private static final String SELECT =
      """
      select j.position, j.aggregate_type, j.type, j.state, j.occurred_at, j.change ->> 'reason' as reason,
        of.contract_id, before.state as previous,
        exists (select 1 from jsonb_array_elements(j.change -> 'fields') f
                where f ->> 'pointer' = '/status') as status_is_new,
        exists (select 1 from contract_source own join contract_source older
                  on older.scheme = own.scheme and older.value = own.value
                where own.contract_id = of.contract_id and own.scheme = 'OCID'
                  and older.contract_id < own.contract_id) as ocid_taken
      from journal j
      cross join lateral (
        select case j.aggregate_type when 'contract' then j.aggregate_id
               else (j.state ->> 'contractId')::uuid end as contract_id) of
      left join lateral (
        select v.state from journal v
        where v.aggregate_id = j.aggregate_id and v.aggregate_type = j.aggregate_type
          and v.aggregate_version < j.aggregate_version and\s"""
          + PUBLIC
          + """
          \s
        order by v.aggregate_version desc limit 1) before on true
      where j.position is not null and\s"""
          + PUBLIC.replace("v.", "j.")
          + """
          \s
        and (j.aggregate_type = 'contract'
             or exists (select 1 from contract c where c.id = of.contract_id and c.status <> 'DRAFT'
                       and not c.never_public))
        and (j.aggregate_type <> 'publication-exemption'
             or exists (select 1 from journal v where v.aggregate_type = 'contract'
                        and v.aggregate_id = of.contract_id and v.position < j.position and\s"""
          + PUBLIC
          + """
          ))
        and\s""";

  private final DataSource database;
  private final StoredJson json;

  PublishedVersionRepository(DataSource database, StoredJson json) {
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
    if (contracts.isEmpty()) {
      return List.of();
    }
    return query(
        """
        j.aggregate_id in (
          select unnest(?::uuid[])
          union select p.id from contract_spend p where p.contract_id = any (?::uuid[])
          union select m.id from contract_metrics m where m.contract_id = any (?::uuid[])
          union select v.id from contract_observation v where v.contract_id = any (?::uuid[])
          union select e.id from publication_exemption e where e.contract_id = any (?::uuid[])
          union select f.id from performance_failure f where f.contract_id = any (?::uuid[])
          union select d.id from duty_mark d where d.contract_id = any (?::uuid[]))
        order by j.position""",
        statement -> {
          Array ids = statement.getConnection().createArrayOf("uuid", contracts.toArray());
          statement.setArray(1, ids);
          statement.setArray(2, ids);
          statement.setArray(3, ids);
          statement.setArray(4, ids);
          statement.setArray(5, ids);
          statement.setArray(6, ids);
          statement.setArray(7, ids);
        });
  }

  /** The open contracting identifier that a contract was imported with. */
  Optional<String> ocidOf(UUID contract) {
    String sql =
        "select value from contract_source where scheme = 'OCID' and contract_id = ?"
            + " order by imported_at, value limit 1";
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setObject(1, contract);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("Open contracting identifiers could not be read", e);
    }
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

  private @Nullable JsonNode previous(@Nullable String text) {
    return text == null ? null : json.tree(text);
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
                  row.getObject("contract_id", UUID.class),
                  row.getString("aggregate_type"),
                  row.getString("type"),
                  json.tree(row.getString("state")),
                  previous(row.getString("previous")),
                  row.getString("reason"),
                  row.getBoolean("status_is_new"),
                  row.getTimestamp("occurred_at").toInstant(),
                  row.getBoolean("ocid_taken")));
        }
      }
      return versions;
    } catch (SQLException e) {
      throw new IllegalStateException("Published versions could not be read", e);
    }
  }
}
