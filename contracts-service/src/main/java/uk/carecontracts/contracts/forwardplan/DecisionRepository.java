package uk.carecontracts.contracts.forwardplan;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import uk.carecontracts.contracts.options.DecisionKind;
import uk.carecontracts.contracts.planning.PlanningRecords;
import uk.carecontracts.kit.database.Conditions;
import uk.carecontracts.kit.database.Sql;

/** Reads what is to be decided, in one statement however much there is. */
@ApplicationScoped
class DecisionRepository {
  private static final String SELECT =
      """
      select c.id, c.authority, c.reference, c.title, c.type, c.service_type, c.client_groups,
        c.categories, c.area,
        coalesce(nullif(c.terms ->> 'department', ''), c.terms ->> 'directorate') as department,
        coalesce(c.total_value, 0) as total, coalesce(c.annual_value, 0) as annual,
        d.kind, d.date, f.content
      from contract_decision_date d
      join contract c on c.id = d.contract_id
      left join forward_plan f on f.contract_id = c.id""";

  private final Sql sql;
  private final PlanningRecords records;

  DecisionRepository(Sql sql, PlanningRecords records) {
    this.sql = sql;
    this.records = records;
  }

  /** The decisions of a scope, by day; overdue reviews stay in it for a year. */
  List<ContractDecision> decisions(PlanScope scope) {
    Conditions conditions =
        new Conditions()
            .and("d.authority = ?", scope.authority())
            .all(
                "(d.date >= ? or (d.kind = 'REVIEW' and d.date >= ?))",
                scope.from(),
                scope.from().minusYears(1))
            .and("d.contract_id = ?", scope.contractId())
            .and("d.date <= ?", scope.to())
            .and(
                "exists (select 1 from unnest(c.categories) k where starts_with(k, ?))",
                scope.category())
            .and("c.client_groups @> array[?]::text[]", scope.clientGroup());
    if (!scope.kinds().isEmpty()) {
      conditions.and("d.kind = any (?)", scope.kinds().stream().map(Enum::name).toList());
    }
    return sql.list(
        SELECT + conditions.where() + " order by d.date, c.id, d.kind",
        this::read,
        conditions.parameters());
  }

  private ContractDecision read(ResultSet row) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    String authority = row.getString("authority");
    String content = row.getString("content");
    return new ContractDecision(
        contract(row, id, authority),
        new Decision(
            DecisionKind.valueOf(row.getString("kind")), row.getDate("date").toLocalDate()),
        content == null
            ? PlanRecord.untouched(authority, id)
            : records.read(content, PlanRecord.class));
  }

  private static PlannedContract contract(ResultSet row, UUID id, String authority)
      throws SQLException {
    BigDecimal total = row.getBigDecimal("total");
    return new PlannedContract(
        id,
        authority,
        row.getString("reference"),
        row.getString("title"),
        row.getString("department"),
        row.getString("type"),
        row.getString("service_type"),
        Sql.texts(row, "client_groups"),
        Sql.texts(row, "categories"),
        row.getString("area"),
        total,
        row.getBigDecimal("annual"));
  }
}
