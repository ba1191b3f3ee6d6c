package uk.carecontracts.contracts.register;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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
import java.util.stream.Stream;
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
import uk.carecontracts.kit.json.StoredJson;

/**
 * Finds contracts; one statement per page, whatever its length. In a long register a page of the
 * newest is looked for among the newest first, then further back: a statement for each stretch.
 */
@ApplicationScoped
class ContractSearchRepository implements ContractSearch {
  private static final TypeReference<List<SourceReference>> SOURCES = new TypeReference<>() {};
  private static final TypeReference<List<Remark>> REMARKS = new TypeReference<>() {};
  private static final String COLUMNS =
      """
      select c.id, c.authority, c.lock_version + 1 as version, c.status, c.terms, c.ending,
        c.sources, c.remarks, r.tier, r.score, r.flagged, r.reasons, r.assessed_at""";
  private static final String FROM =
      " from contract c left join contract_risk r on r.contract_id = c.id";

  /** Found first, then read: only the contracts of the page are opened. */
  private static final String FOUND =
      """
      , f.place::text as sort_key from (
        select c.contract_id, %s as place from %s%s limit ?) f
      join contract c on c.id = f.contract_id
      left join contract_risk r on r.contract_id = c.id
      order by f.place%s, f.contract_id%s""";

  /** Most contracts of a list are alike in all that is counted: first how many of each kind. */
  private static final String FACETS =
      """
      with alike as materialized (
        select kind::jsonb as kind, risk_tier, n
        from (select kind, risk_tier, count(*) as n
              from (select c.kind, c.risk_tier
                    from contract_found c%s order by c.contract_id desc limit ?) found
              group by kind, risk_tier) kinds)
      select 'authority' as facet, kind ->> 0 as value, sum(n) as contracts from alike group by 2
      union all select 'status', kind ->> 1, sum(n) from alike group by 2
      union all select 'type', kind ->> 2, sum(n) from alike group by 2
      union all select 'serviceType', kind ->> 3, sum(n) from alike group by 2
      union all select 'clientGroup', g, sum(n)
        from alike, jsonb_array_elements_text(kind -> 4) g group by 2
      union all select 'riskTier', risk_tier, sum(n) from alike group by 2
      union all select '', '', coalesce(sum(n), 0) from alike
      order by 1, 3 desc, 2""";

  private static final List<String> FACET_NAMES =
      List.of("authority", "clientGroup", "riskTier", "serviceType", "status", "type");
  private static final int MOST_VALUES = 100;

  private final DataSource database;
  private final StoredJson json;
  private final SearchWindows windows;
  private final int mostCounted;

  /** As the service uses it. */
  @Inject
  ContractSearchRepository(DataSource database, StoredJson json, SearchWindows windows) {
    this(database, json, windows, MOST_COUNTED);
  }

  /** With facets over another number of contracts at most. */
  ContractSearchRepository(
      DataSource database, StoredJson json, SearchWindows windows, int mostCounted) {
    this.database = database;
    this.json = json;
    this.windows = windows;
    this.mostCounted = mostCounted;
  }

  @Override
  public List<ContractRow> search(
      ContractFilter filter, @Nullable Cursor after, int limit, @Nullable Facets counted) {
    if (counted != null && counted.complete() && counted.counted() == 0) {
      return List.of();
    }
    ContractSort sort = ContractSort.of(filter.sort);
    if (sort.isNewestFirst() && ContractConditions.narrows(filter)) {
      UUID before = after == null ? null : after.id(1);
      return newest(filter, sort, before, limit, counted);
    }
    ContractConditions conditions = ContractConditions.of(filter);
    if (after != null) {
      conditions.and(sort.after(), after.values().get(0), after.id(1));
    }
    return page(conditions, sort, limit);
  }

  /**
   * Window by window from the newest back, until the page is full. Windows that would probably not
   * fill it are passed over; what lies behind them has no end. Where all that match are known to be
   * few, there is nothing to glance at; and where a page holds them, they are read at once.
   */
  private List<ContractRow> newest(
      ContractFilter filter,
      ContractSort sort,
      @Nullable UUID before,
      int limit,
      @Nullable Facets counted) {
    boolean few = counted != null && counted.complete();
    if (few && counted.counted() <= limit) {
      return page(ContractConditions.of(filter).gathering(before), sort, limit);
    }
    boolean glancing = !few && ContractConditions.of(filter).inverted();
    List<ContractRow> rows = new ArrayList<>();
    UUID until = before;
    int searched = 0;
    for (SearchWindows.Window window : windows.shortestFirst(glancing)) {
      if (isOlder(window.oldest(), until) && window.promises(limit, rows.size(), searched)) {
        ContractConditions within = within(window, until, ContractConditions.of(filter));
        rows.addAll(page(within, sort, limit - rows.size()));
        if (rows.size() == limit) {
          return rows;
        }
        until = window.oldest();
        searched = window.glance() ? 0 : window.length();
      }
    }
    rows.addAll(
        page(ContractConditions.of(filter).between(null, until), sort, limit - rows.size()));
    return rows;
  }

  private static ContractConditions within(
      SearchWindows.Window window, @Nullable UUID until, ContractConditions conditions) {
    if (window.glance()) {
      return conditions.glancing(window, until);
    }
    return conditions.inverted()
        ? conditions.gathering(window, until)
        : conditions.between(window.oldest(), until);
  }

  /** As PostgreSQL orders them, byte by byte. */
  private static boolean isOlder(UUID contract, @Nullable UUID than) {
    return than == null || contract.toString().compareTo(than.toString()) < 0;
  }

  private List<ContractRow> page(ContractConditions conditions, ContractSort sort, int limit) {
    String direction = sort.descending() ? " desc" : "";
    String sql =
        COLUMNS
            + FOUND.formatted(
                sort.expression(), conditions.found(), sort.orderBy(), direction, direction);
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

  private record Count(String facet, @Nullable String value, long contracts) {}

  @Override
  public Facets facets(ContractFilter filter) {
    ContractConditions conditions = ContractConditions.of(filter);
    List<Count> counts =
        query(
            FACETS.formatted(conditions.where()),
            statement -> statement.setInt(conditions.bind(statement), mostCounted),
            row ->
                new Count(
                    row.getString("facet"), row.getString("value"), row.getLong("contracts")));
    long found =
        counts.stream()
            .filter(each -> each.facet().isEmpty())
            .findFirst()
            .orElseThrow()
            .contracts();
    Map<String, List<Facet>> facets = new LinkedHashMap<>();
    FACET_NAMES.forEach(name -> facets.put(name, values(counts, name)));
    return new Facets(facets, found, found < mostCounted);
  }

  private static List<Facet> values(List<Count> counts, String facet) {
    return counts.stream()
        .filter(each -> each.facet().equals(facet))
        .flatMap(
            each ->
                Stream.ofNullable(each.value()).map(value -> new Facet(value, each.contracts())))
        .limit(MOST_VALUES)
        .toList();
  }

  private interface Binding {
    void bind(PreparedStatement statement) throws SQLException;
  }

  private interface Reading<T> {
    T read(ResultSet row) throws SQLException;
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
    } catch (SQLException e) {
      throw new IllegalStateException("Contracts could not be searched", e);
    }
  }

  private ContractRow read(ResultSet row) throws SQLException {
    String ending = row.getString("ending");
    ContractState state =
        ContractState.of(
            row.getObject("id", UUID.class),
            row.getString("authority"),
            ContractStatus.valueOf(row.getString("status")),
            json.read(row.getString("terms"), ContractTerms.class),
            ending == null ? null : json.read(ending, Ending.class),
            json.read(row.getString("sources"), SOURCES),
            json.read(row.getString("remarks"), REMARKS),
            row.getLong("version"));
    return new ContractRow(state, risk(row), row.getString("sort_key"));
  }

  private @Nullable ContractRisk risk(ResultSet row) throws SQLException {
    String tier = row.getString("tier");
    return tier == null
        ? null
        : new ContractRisk(
            tier,
            row.getBigDecimal("score"),
            row.getBoolean("flagged"),
            json.tree(row.getString("reasons")),
            row.getTimestamp("assessed_at").toInstant());
  }
}
