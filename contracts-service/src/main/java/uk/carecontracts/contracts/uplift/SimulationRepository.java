package uk.carecontracts.contracts.uplift;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.database.Conditions;
import uk.carecontracts.kit.database.Sql;
import uk.carecontracts.kit.json.StoredJson;
import uk.carecontracts.kit.money.Money;

/** Simulations with their results, and the live contracts they are run on. */
@ApplicationScoped
class SimulationRepository {
  private static final TypeReference<List<ContractExposure.Result>> RESULTS =
      new TypeReference<>() {};
  private static final String LIVE =
      """
      select c.id, c.reference, c.title, c.service_type, c.start_date, c.end_date,
        case when coalesce(c.terms #>> '{values,total,currency}', 'GBP') = 'GBP'
          then c.total_value end as total,
        case when c.terms #>> '{values,annual,currency}' = 'GBP'
          then (c.terms #>> '{values,annual,amount}')::numeric end as annual,
        u.terms as clause
      from contract c left join uplift_clause u on u.contract_id = c.id""";

  private final Sql sql;
  private final StoredJson json;

  SimulationRepository(Sql sql, StoredJson json) {
    this.sql = sql;
    this.json = json;
  }

  /**
   * The authority's live contracts that still run on a day, which is after no announced ending;
   * ceilings are no spend, and grants have no price.
   */
  List<Portfolio.Live> live(
      String authority, LocalDate day, SimulationRequest.@Nullable Scope scope) {
    Conditions conditions =
        new Conditions()
            .and("c.authority = ?", authority)
            .when(true, "c.status = 'ACTIVE'")
            .and("coalesce((c.ending ->> 'date')::date, c.end_date, 'infinity') >= ?", day)
            .when(true, "coalesce(c.type, '') not in ('FRAMEWORK', 'DYNAMIC_MARKET', 'GRANT')");
    if (scope != null) {
      conditions
          .and("c.service_type = ?", scope.serviceType())
          .and("c.client_groups @> array[?]::text[]", scope.clientGroup())
          .and(
              "c.type = any (?)",
              scope.types().isEmpty() ? null : scope.types().stream().map(Enum::name).toList())
          .and("c.id = any (?)", scope.contractIds().isEmpty() ? null : scope.contractIds());
    }
    return sql.list(
        LIVE + conditions.where() + " order by c.id", this::live, conditions.parameters());
  }

  private Portfolio.Live live(ResultSet row) throws SQLException {
    String clause = row.getString("clause");
    return new Portfolio.Live(
        row.getObject("id", UUID.class),
        row.getString("reference"),
        row.getString("title"),
        row.getString("service_type"),
        row.getBigDecimal("total"),
        row.getBigDecimal("annual"),
        Sql.day(row, "start_date"),
        Sql.day(row, "end_date"),
        clause == null ? null : json.read(clause, ClauseTerms.class));
  }

  /** Keeps a run with its results. */
  void add(SimulationState state, List<ContractExposure> contracts) {
    sql.update(
        "insert into uplift_simulation (id, authority, version, state) values (?, ?, ?, ?::jsonb)",
        state.id(),
        state.authority(),
        state.version(),
        json.write(state));
    List<Object[]> rows = new ArrayList<>();
    for (ContractExposure each : contracts) {
      rows.add(
          new Object[] {
            state.id(),
            state.authority(),
            each.contractId(),
            each.reference(),
            each.title(),
            each.serviceType(),
            each.annualValue().amount(),
            each.derived(),
            json.write(each.results())
          });
    }
    sql.batch(
        """
        insert into uplift_result (simulation_id, authority, contract_id, reference, title,
          service_type, annual_value, derived, results)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)""",
        rows);
  }

  /** Replaces what is said of a run, if it still has the version before. */
  boolean replace(SimulationState state) {
    return sql.update(
            "update uplift_simulation set state = ?::jsonb, version = ? where id = ? and version = ?",
            json.write(state),
            state.version(),
            state.id(),
            state.version() - 1)
        == 1;
  }

  Optional<SimulationState> find(UUID id) {
    return sql.first(
        "select state from uplift_simulation where id = ?",
        row -> json.read(row.getString("state"), SimulationState.class),
        id);
  }

  /** Runs, newest first, before one when it is given. */
  List<SimulationState> page(@Nullable UUID before, int limit) {
    Conditions conditions = new Conditions().and("id < ?", before);
    return sql.list(
        "select state from uplift_simulation" + conditions.where() + " order by id desc limit ?",
        row -> json.read(row.getString("state"), SimulationState.class),
        conditions.parameters(limit));
  }

  /** Results of a run in the order of contracts, after one when it is given. */
  List<ContractExposure> results(UUID id, @Nullable UUID after, int limit) {
    Conditions conditions =
        new Conditions().and("simulation_id = ?", id).and("contract_id > ?", after);
    return sql.list(
        "select * from uplift_result" + conditions.where() + " order by contract_id limit ?",
        this::exposure,
        conditions.parameters(limit));
  }

  /** Results of a run for these contracts; of all when none are named. */
  List<ContractExposure> results(UUID id, List<UUID> contracts) {
    Conditions conditions =
        new Conditions()
            .and("simulation_id = ?", id)
            .and("contract_id = any (?)", contracts.isEmpty() ? null : contracts);
    return sql.list(
        "select * from uplift_result" + conditions.where() + " order by contract_id",
        this::exposure,
        conditions.parameters());
  }

  private ContractExposure exposure(ResultSet row) throws SQLException {
    return new ContractExposure(
        row.getObject("contract_id", UUID.class),
        row.getString("reference"),
        row.getString("title"),
        row.getString("service_type"),
        Money.gbp(row.getBigDecimal("annual_value")),
        row.getBoolean("derived"),
        json.read(row.getString("results"), RESULTS));
  }

  /** Takes the place of one uplift of a contract from a day; false when it is taken. */
  boolean claim(SimulationState run, UUID contract, LocalDate day, String clause) {
    return sql.update(
            """
            insert into uplift_approval (contract_id, authority, effective_date, simulation_id, clause)
            values (?, ?, ?, ?, ?) on conflict do nothing""",
            contract,
            run.authority(),
            day,
            run.id(),
            clause)
        == 1;
  }

  /** Notes the variation that carries an uplift, and by how much prices rise with it. */
  void carriedBy(UUID contract, LocalDate day, UUID variation, BigDecimal percent) {
    sql.update(
        "update uplift_approval set variation_id = ?, percent = ?"
            + " where contract_id = ? and effective_date = ?",
        variation,
        percent,
        contract,
        day);
  }

  /** By how much prices rise with a variation of a contract that carries an uplift. */
  Optional<BigDecimal> percent(UUID contract, UUID variation) {
    return sql.first(
        "select percent from uplift_approval where contract_id = ? and variation_id = ?"
            + " and percent is not null",
        row -> row.getBigDecimal(1),
        contract,
        variation);
  }

  /** Gives the place of an uplift free again. */
  void release(UUID contract, LocalDate day) {
    sql.update(
        "delete from uplift_approval where contract_id = ? and effective_date = ?", contract, day);
  }

  /** The variation that carries the uplift of a contract from a day, where there is one. */
  Optional<UUID> variation(UUID contract, LocalDate day) {
    return sql
        .list(
            "select variation_id from uplift_approval where contract_id = ? and effective_date = ?"
                + " and variation_id is not null",
            row -> row.getObject("variation_id", UUID.class),
            contract,
            day)
        .stream()
        .findFirst();
  }
}
