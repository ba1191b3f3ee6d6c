package uk.carecontracts.contracts.register;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.risk.ContractRisk;
import uk.carecontracts.contracts.terms.ContractState;
import uk.carecontracts.contracts.terms.ContractStatus;
import uk.carecontracts.contracts.terms.ContractTerms;
import uk.carecontracts.contracts.terms.Ending;
import uk.carecontracts.contracts.terms.Remark;
import uk.carecontracts.contracts.terms.SourceReference;
import uk.carecontracts.kit.http.Cursor;

/** Finds contracts; one statement per page, whatever its length. */
@ApplicationScoped
class ContractSearchRepository implements ContractSearch {
  private static final TypeReference<List<SourceReference>> SOURCES = new TypeReference<>() {};
  private static final TypeReference<List<Remark>> REMARKS = new TypeReference<>() {};
  private static final String FROM =
      " from contract c left join contract_risk r on r.contract_id = c.id";
  private static final String COLUMNS =
      "select c.id, c.authority, c.lock_version + 1 as version, c.status, c.terms, c.ending,"
          + " c.sources, c.remarks, r.tier, r.score, r.flagged, r.reasons, r.assessed_at";
  private static final Map<String, String> FACETS =
      Map.of(
          "status", "c.status",
          "type", "c.type",
          "serviceType", "c.service_type",
          "clientGroup", "unnest(c.client_groups)",
          "riskTier", "r.tier");

  private final DataSource database;
  private final ObjectMapper json;

  ContractSearchRepository(DataSource database, ObjectMapper json) {
    this.database = database;
    this.json = json;
  }

  @Override
  public List<ContractRow> search(ContractFilter filter, @Nullable Cursor after, int limit) {
    ContractSort sort = ContractSort.of(filter.sort);
    ContractConditions conditions = ContractConditions.of(filter);
    if (after != null) {
      conditions.and(sort.after(), after.values().get(0), UUID.fromString(after.values().get(1)));
    }
    String sql =
        COLUMNS
            + ", ("
            + sort.expression()
            + ")::text as sort_key"
            + FROM
            + conditions.where()
            + sort.orderBy()
            + " limit ?";
    return query(sql, statement -> statement.setInt(conditions.bind(statement), limit), this::read);
  }

  @Override
  public Optional<ContractRow> find(UUID id) {
    return query(
            COLUMNS + ", '' as sort_key" + FROM + " where c.id = ?",
            statement -> statement.setObject(1, id),
            this::read)
        .stream()
        .findFirst();
  }

  @Override
  public Map<String, List<Facet>> facets(ContractFilter filter) {
    Map<String, List<Facet>> facets = new LinkedHashMap<>();
    ContractConditions conditions = ContractConditions.of(filter);
    FACETS.keySet().stream()
        .sorted()
        .forEach(
            name ->
                facets.put(
                    name,
                    query(
                        "select value, count(*) as contracts from (select "
                            + FACETS.get(name)
                            + " as value"
                            + FROM
                            + conditions.where()
                            + ") f where value is not null group by value"
                            + " order by contracts desc, value limit 100",
                        statement -> conditions.bind(statement),
                        row -> new Facet(row.getString("value"), row.getLong("contracts")))));
    return facets;
  }

  private interface Binding {
    void bind(PreparedStatement statement) throws SQLException;
  }

  private interface Reading<T> {
    T read(ResultSet row) throws SQLException, JsonProcessingException;
  }

  private <T> List<T> query(String sql, Binding binding, Reading<T> reading) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      binding.bind(statement);
      List<T> rows = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          rows.add(reading.read(row));
        }
      }
      return rows;
    } catch (SQLException | JsonProcessingException e) {
      throw new IllegalStateException("Contracts could not be searched", e);
    }
  }

  private ContractRow read(ResultSet row) throws SQLException, JsonProcessingException {
    String ending = row.getString("ending");
    ContractState state =
        ContractState.of(
            row.getObject("id", UUID.class),
            row.getString("authority"),
            ContractStatus.valueOf(row.getString("status")),
            json.readValue(row.getString("terms"), ContractTerms.class),
            ending == null ? null : json.readValue(ending, Ending.class),
            json.readValue(row.getString("sources"), SOURCES),
            json.readValue(row.getString("remarks"), REMARKS),
            row.getLong("version"));
    return new ContractRow(state, risk(row), row.getString("sort_key"));
  }

  private @Nullable ContractRisk risk(ResultSet row) throws SQLException, JsonProcessingException {
    String tier = row.getString("tier");
    return tier == null
        ? null
        : new ContractRisk(
            tier,
            row.getBigDecimal("score"),
            row.getBoolean("flagged"),
            json.readTree(row.getString("reasons")),
            row.getTimestamp("assessed_at").toInstant());
  }
}
