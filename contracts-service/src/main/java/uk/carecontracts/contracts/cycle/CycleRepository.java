package uk.carecontracts.contracts.cycle;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.cycle.CycleView.ActivityMonth;
import uk.carecontracts.contracts.cycle.CycleView.ContractLine;
import uk.carecontracts.contracts.cycle.CycleView.Lesson;
import uk.carecontracts.contracts.cycle.CycleView.Outcome;
import uk.carecontracts.contracts.cycle.CycleView.RiskTier;
import uk.carecontracts.contracts.cycle.CycleView.Scope;
import uk.carecontracts.contracts.cycle.CycleView.Share;
import uk.carecontracts.contracts.cycle.CycleView.TermsChange;
import uk.carecontracts.contracts.cycle.CycleView.YearPaid;
import uk.carecontracts.kit.database.Conditions;
import uk.carecontracts.kit.database.Sql;
import uk.carecontracts.kit.money.Money;

/** Reads the parts of the cycle view, each in one statement. */
@ApplicationScoped
class CycleRepository {
  private static final int MOST_CONTRACTS = 500;
  private static final String NOT_CEILING =
      "case when c.type in ('FRAMEWORK', 'DYNAMIC_MARKET') then 0 else coalesce(c.annual_value, 0) end";

  private final Sql sql;

  CycleRepository(Sql sql) {
    this.sql = sql;
  }

  private static Conditions scoped(Scope scope) {
    return new Conditions()
        .and("c.authority = ?", scope.authority())
        .and(
            "exists (select 1 from unnest(c.categories) k where starts_with(k, ?))",
            scope.category())
        .and("c.service_type = ?", scope.serviceType())
        .and("c.client_groups @> array[?]::text[]", scope.clientGroup())
        .when(true, "c.status not in ('DRAFT', 'CANCELLED')");
  }

  List<ContractLine> contracts(Scope scope) {
    Conditions where = scoped(scope);
    return sql.list(
        "select c.id, c.reference, c.title, c.status, c.type, "
            + NOT_CEILING
            + " as annual, c.start_date, coalesce((c.ending ->> 'date')::date, c.end_date) as last_day,"
            + " r.tier, (select string_agg(p.name, ', '"
            + " order by p.name) from contract_party p where p.contract_id = c.id) as suppliers"
            + " from contract c left join contract_risk r on r.contract_id = c.id"
            + where.where()
            + " order by c.status, last_day, c.id limit "
            + MOST_CONTRACTS,
        CycleRepository::contract,
        where.parameters());
  }

  private static ContractLine contract(ResultSet row) throws SQLException {
    return new ContractLine(
        row.getObject("id", UUID.class),
        row.getString("reference"),
        row.getString("title"),
        row.getString("status"),
        row.getString("type"),
        row.getString("suppliers"),
        Money.gbp(row.getBigDecimal("annual")),
        Sql.day(row, "start_date"),
        Sql.day(row, "last_day"),
        row.getString("tier"));
  }

  List<YearPaid> paid(Scope scope) {
    Conditions where = scoped(scope);
    return sql.list(
        "select s.financial_year, sum((s.state #>> '{actual,amount}')::numeric) as paid,"
            + " sum((s.state ->> 'payments')::bigint) as payments"
            + " from contract_spend s join contract c on c.id = s.contract_id"
            + where.where()
            + " group by s.financial_year order by s.financial_year",
        row -> new YearPaid(row.getString(1), Money.gbp(row.getBigDecimal(2)), row.getLong(3)),
        where.parameters());
  }

  List<ActivityMonth> activity(Scope scope, String fromMonth) {
    Conditions where = scoped(scope).and("a.kind = ?", "ACTIVITY").and("a.month >= ?", fromMonth);
    return sql.list(
        "select a.month, "
            + sum("planned")
            + ", "
            + sum("delivered")
            + ", "
            + sum("missed")
            + ", "
            + sum("onTime")
            + ", "
            + sum("minutesAgreed")
            + ", "
            + sum("minutesDelivered")
            + ", "
            + sum("preferenceMet")
            + ", "
            + sum("preferenceAsked")
            + " from cycle_fact a join contract c on c.id = a.contract_id"
            + where.where()
            + " group by a.month order by a.month",
        row ->
            new ActivityMonth(
                row.getString(1),
                row.getLong(2),
                row.getLong(3),
                row.getLong(4),
                percent(row.getLong(5), row.getLong(3)),
                percent(row.getLong(7), row.getLong(6)),
                percent(row.getLong(8), row.getLong(9))),
        where.parameters());
  }

  private static String sum(String field) {
    return "coalesce(sum((a.content ->> '" + field + "')::bigint), 0)";
  }

  static @Nullable BigDecimal percent(long part, long of) {
    return of == 0
        ? null
        : BigDecimal.valueOf(part)
            .multiply(BigDecimal.valueOf(100))
            .divide(BigDecimal.valueOf(of), 1, RoundingMode.HALF_UP);
  }

  List<Outcome> outcomes(Scope scope, LocalDate today) {
    Conditions where = scoped(scope).and("a.kind = ?", "RETURN");
    String year = today.minusYears(1).toString().substring(0, 7);
    String before = today.minusYears(2).toString().substring(0, 7);
    return sql.list(
        "select o.indicator, avg(o.value) filter (where o.month > '"
            + year
            + "') as latest, avg(o.value) filter (where o.month <= '"
            + year
            + "' and o.month > '"
            + before
            + "') as before, count(*) filter (where o.month > '"
            + year
            + "') as returns from (select a.month, x ->> 'indicator' as indicator,"
            + " (x ->> 'value')::numeric as value from cycle_fact a"
            + " join contract c on c.id = a.contract_id"
            + " cross join jsonb_array_elements(a.content -> 'observations') x"
            + where.where()
            + ") o where o.value is not null group by o.indicator"
            + " having count(*) filter (where o.month > '"
            + year
            + "') > 0 order by o.indicator",
        row -> {
          BigDecimal latest = places(row.getBigDecimal("latest"));
          BigDecimal earlier =
              row.getBigDecimal("before") == null ? null : places(row.getBigDecimal("before"));
          return new Outcome(
              row.getString("indicator"),
              latest,
              earlier,
              earlier == null ? null : latest.subtract(earlier),
              row.getLong("returns"));
        },
        where.parameters());
  }

  private static BigDecimal places(BigDecimal exact) {
    return exact.setScale(2, RoundingMode.HALF_UP);
  }

  List<RiskTier> risk(Scope scope) {
    Conditions where = scoped(scope).when(true, "c.status in ('AWARDED', 'ACTIVE')");
    return sql.list(
        "select r.tier, count(*), count(*) filter (where r.flagged) from contract_risk r"
            + " join contract c on c.id = r.contract_id"
            + where.where()
            + " group by r.tier order by r.tier",
        row -> new RiskTier(row.getString(1), row.getLong(2), row.getLong(3)),
        where.parameters());
  }

  /** Lead suppliers with what running contracts are worth to them a year, the greatest first. */
  List<Share> shares(Scope scope) {
    Conditions where = scoped(scope).when(true, "c.status in ('AWARDED', 'ACTIVE')");
    return sql.list(
        "select p.name, sum("
            + NOT_CEILING
            + ") as annual from contract c join lateral (select coalesce(min(q.provider_id::text),"
            + " lower(min(q.name))) as who, min(q.name) as name from contract_party q"
            + " where q.contract_id = c.id and q.role = 'LEAD_SUPPLIER') p on p.who is not null"
            + where.where()
            + " group by p.who, p.name order by annual desc, p.name",
        row -> new Share(row.getString(1), Money.gbp(row.getBigDecimal(2)), BigDecimal.ZERO),
        where.parameters());
  }

  long vcseContracts(Scope scope) {
    Conditions where =
        scoped(scope).when(true, "c.status in ('AWARDED', 'ACTIVE')").when(true, "c.vcse");
    return sql.first(
            "select count(*) from contract c" + where.where(),
            row -> row.getLong(1),
            where.parameters())
        .orElse(0L);
  }

  List<TermsChange> terms(Scope scope) {
    Conditions where =
        scoped(scope)
            .when(true, "v.status = 'IN_FORCE'")
            .when(true, "v.reason in ('PRICE', 'TERM')");
    return sql.list(
        "select c.reference, v.reason, v.effective_date, v.description, "
            + punctuality("-3 months", "0 months")
            + " as before, "
            + punctuality("0 months", "3 months")
            + " as after from contract_variation v join contract c on c.id = v.contract_id"
            + where.where()
            + " order by v.effective_date desc, v.id limit 200",
        row -> {
          BigDecimal before = row.getBigDecimal("before");
          BigDecimal after = row.getBigDecimal("after");
          boolean falling =
              before != null
                  && after != null
                  && before.subtract(after).compareTo(BigDecimal.valueOf(2)) >= 0;
          return new TermsChange(
              row.getString("reference"),
              row.getString("reason"),
              row.getDate("effective_date").toLocalDate(),
              row.getString("description"),
              before,
              after,
              falling);
        },
        where.parameters());
  }

  private static String punctuality(String from, String to) {
    return "(select round(100.0 * sum((a.content ->> 'onTime')::bigint)"
        + " / nullif(sum((a.content ->> 'delivered')::bigint), 0), 1) from cycle_fact a"
        + " where a.contract_id = c.id and a.kind = 'ACTIVITY'"
        + " and a.month >= to_char(v.effective_date + interval '"
        + from
        + "', 'YYYY-MM') and a.month < to_char(v.effective_date + interval '"
        + to
        + "', 'YYYY-MM'))";
  }

  /** What reviews and early endings taught. */
  List<Lesson> lessons(Scope scope) {
    Conditions reviews =
        scoped(scope)
            .and("a.kind = ?", "REVIEW")
            .when(true, "coalesce(a.content ->> 'summary', '') <> ''");
    List<Lesson> found =
        new ArrayList<>(
            sql.list(
                "select c.reference, a.content ->> 'heldOn', a.content ->> 'summary'"
                    + " from cycle_fact a join contract c on c.id = a.contract_id"
                    + reviews.where()
                    + " order by 2 desc limit 100",
                row ->
                    new Lesson(
                        "REVIEW",
                        row.getString(1),
                        LocalDate.parse(row.getString(2)),
                        row.getString(3)),
                reviews.parameters()));
    Conditions endings = scoped(scope).when(true, "c.ending is not null and c.status <> 'ACTIVE'");
    found.addAll(
        sql.list(
            "select c.reference, c.ending ->> 'date', c.ending ->> 'reason', c.status"
                + " from contract c"
                + endings.where()
                + " order by c.ending ->> 'date' desc limit 100",
            row ->
                new Lesson(
                    row.getString(4),
                    row.getString(1),
                    LocalDate.parse(row.getString(2)),
                    row.getString(3)),
            endings.parameters()));
    return found;
  }
}
