package uk.carecontracts.contracts.spend;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.database.Conditions;
import uk.carecontracts.kit.database.Sql;
import uk.carecontracts.kit.http.Cursor;
import uk.carecontracts.kit.json.StoredJson;
import uk.carecontracts.kit.money.Money;

/** What was paid against what was agreed. Other features read a contract's payments here too. */
@ApplicationScoped
public class SpendReports {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final Sql sql;
  private final StoredJson json;
  private final SpendRules rules;

  SpendReports(Sql sql, StoredJson json, SpendRules rules) {
    this.sql = sql;
    this.json = json;
    this.rules = rules;
  }

  /** What was paid under contracts, year by year, within the reach of who asks. */
  public List<ContractSpendState> paidUnder(Collection<UUID> contracts) {
    return contracts.isEmpty()
        ? List.of()
        : sql.list(
            "select state from contract_spend where contract_id = any (?)"
                + " order by contract_id, financial_year",
            row -> json.read(row.getString(1), ContractSpendState.class),
            contracts);
  }

  /** Commitments and payments of contracts in a year, in the order of their references. */
  List<SpendViews.ContractYear> contracts(
      String authority, FinancialYear year, @Nullable Cursor after, int limit) {
    Conditions conditions =
        new Conditions()
            .and("c.authority = ?", authority)
            .all(
                "(p.id is not null or (c.payable and c.starts_on <= ?"
                    + " and least(c.ends_on, c.ended_on) >= ?))",
                year.last(),
                year.first());
    if (after != null) {
      conditions.all("(c.reference, c.contract_id) > (?, ?)", after.values().get(0), after.id(1));
    }
    return sql.list(
        """
        select c.*, p.state from spend_contract c left join contract_spend p
          on p.contract_id = c.contract_id and p.financial_year = ?"""
            + conditions.where()
            + " order by c.reference, c.contract_id limit ?",
        row -> contractYear(row, year),
        Conditions.before(year.label(), conditions.parameters(limit)));
  }

  /** A contract's years with payments, the latest first. */
  List<SpendViews.Year> years(UUID contract) {
    return sql.list(
        """
        select c.*, p.state from spend_contract c join contract_spend p
          on p.contract_id = c.contract_id
        where c.contract_id = ? order by p.financial_year desc""",
        row -> {
          ContractSpendState paid = json.read(row.getString("state"), ContractSpendState.class);
          FinancialYear year = FinancialYear.parse("financialYear", paid.financialYear());
          return new SpendViews.Year(contractYear(row, year), paid.months());
        },
        contract);
  }

  private SpendViews.ContractYear contractYear(ResultSet row, FinancialYear year)
      throws SQLException {
    String held = row.getString("state");
    ContractSpendState paid = held == null ? null : json.read(held, ContractSpendState.class);
    Money actual = paid == null ? Money.gbp("0") : paid.actual();
    BigDecimal committed =
        row.getBoolean("payable")
            ? new Commitment(
                    row.getBigDecimal("total_value"),
                    row.getBigDecimal("annual_value"),
                    Sql.day(row, "starts_on"),
                    Sql.day(row, "ends_on"),
                    Sql.day(row, "ended_on"))
                .in(year)
            : null;
    return new SpendViews.ContractYear(
        row.getObject("contract_id", UUID.class),
        row.getString("reference"),
        row.getString("title"),
        row.getString("supplier"),
        Sql.uuid(row, "provider_id"),
        row.getString("status"),
        year.label(),
        committed == null ? null : Money.gbp(committed),
        actual,
        paid == null ? Money.gbp("0") : paid.credits(),
        paid == null ? 0 : paid.payments(),
        committed == null ? null : Money.gbp(committed.subtract(actual.amount())),
        committed == null ? null : percent(actual.amount(), committed));
  }

  /** The threshold above which spending without a contract is reported in a year. */
  SpendRules.Rule offContractThreshold(FinancialYear year) {
    return rules.offContractThreshold(year.last());
  }

  /**
   * Suppliers paid more than the threshold without a contract in a year, the most first. Numbers of
   * the ledger that have the same provider record, or the same name and none, are one supplier. The
   * ledger is added up by number first: who a number is is asked once, not for each of its lines.
   */
  List<SpendViews.OffContractSupplier> offContract(
      String authority,
      FinancialYear year,
      BigDecimal threshold,
      @Nullable String proclass,
      @Nullable Cursor after,
      int limit) {
    Conditions conditions =
        new Conditions()
            .and("l.authority = ?", authority)
            .when(true, "l.status = 'OFF_CONTRACT'")
            .all("l.paid_on between ? and ?", year.first(), year.last())
            .and("starts_with(l.proclass, ?)", proclass);
    Conditions totals = new Conditions().and("t.total > ?", threshold);
    if (after != null) {
      totals.all("(t.total, s.id) < (?, ?)", after.decimal(0), after.id(1));
    }
    return sql.list(
        """
        select t.*, s.id as supplier_id, s.name, s.provider_id from (
          select array_agg(distinct l.supplier_id::text order by l.supplier_id::text) as suppliers,
            sum(l.total) as total, sum(l.payments) as payments, sum(l.credits) as credits,
            min(l.first_on) as first_on, max(l.last_on) as last_on,
            array_agg(distinct l.reason order by l.reason) as reasons
          from (
            select supplier_id, reason, sum(amount) as total, count(*) as payments,
              coalesce(sum(amount) filter (where amount < 0), 0) as credits,
              min(paid_on) as first_on, max(paid_on) as last_on
            from spend_line l"""
            + conditions.where()
            + " group by 1, 2) l join ("
            + """
            select id, coalesce(provider_id::text, (
                select min(k.key) from spend_supplier_key k
                where k.supplier_id = spend_supplier.id and k.key like 'NAME:%'), id::text) as same
            from spend_supplier) one on one.id = l.supplier_id
          group by one.same) t join spend_supplier s on s.id = t.suppliers[1]::uuid"""
            + totals.where()
            + " order by t.total desc, s.id desc limit ?",
        row ->
            new SpendViews.OffContractSupplier(
                row.getObject("supplier_id", UUID.class),
                row.getString("name"),
                Sql.uuid(row, "provider_id"),
                Sql.texts(row, "suppliers").stream().map(UUID::fromString).toList(),
                Money.gbp(row.getBigDecimal("total")),
                Money.gbp(row.getBigDecimal("credits")),
                row.getLong("payments"),
                row.getDate("first_on").toLocalDate(),
                row.getDate("last_on").toLocalDate(),
                Sql.texts(row, "reasons").stream().map(MatchReason::valueOf).toList()),
        conditions.parameters(totals.parameters(limit)));
  }

  private record Count(PaymentStatus status, MatchReason reason, long lines, BigDecimal value) {}

  /** How much of a year's spending is matched, by number and value. */
  SpendViews.MatchedShare matchedShare(
      String authority, FinancialYear year, @Nullable String proclass) {
    Conditions conditions =
        new Conditions()
            .and("authority = ?", authority)
            .all("paid_on between ? and ?", year.first(), year.last())
            .and("starts_with(proclass, ?)", proclass);
    List<Count> counts =
        sql.list(
            "select status, reason, count(*) as lines, sum(amount) as value from spend_line"
                + conditions.where()
                + " group by 1, 2",
            row ->
                new Count(
                    PaymentStatus.valueOf(row.getString("status")),
                    MatchReason.valueOf(row.getString("reason")),
                    row.getLong("lines"),
                    row.getBigDecimal("value")),
            conditions.parameters());
    long lines = counts.stream().mapToLong(Count::lines).sum();
    BigDecimal value = sum(counts);
    return new SpendViews.MatchedShare(
        year.label(),
        lines,
        Money.gbp(value),
        List.of(PaymentStatus.values()).stream()
            .map(
                each ->
                    share(
                        each.name(),
                        counts.stream().filter(count -> count.status() == each).toList(),
                        lines,
                        value))
            .toList(),
        List.of(MatchReason.values()).stream()
            .map(
                each ->
                    share(
                        each.name(),
                        counts.stream().filter(count -> count.reason() == each).toList(),
                        lines,
                        value))
            .filter(share -> share.lines() > 0)
            .toList());
  }

  private static SpendViews.Share share(
      String code, List<Count> some, long lines, BigDecimal value) {
    long count = some.stream().mapToLong(Count::lines).sum();
    return new SpendViews.Share(
        code,
        count,
        Money.gbp(sum(some)),
        percent(BigDecimal.valueOf(count), BigDecimal.valueOf(lines)),
        percent(sum(some), value));
  }

  private static BigDecimal sum(List<Count> counts) {
    return counts.stream().map(Count::value).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** A share in percent with two places; null of nothing. */
  static @Nullable BigDecimal percent(BigDecimal part, BigDecimal whole) {
    return whole.signum() == 0
        ? null
        : part.multiply(HUNDRED).divide(whole, 2, RoundingMode.HALF_UP);
  }

  /** The financial year a day is in, for reports that are not told one. */
  static FinancialYear year(@Nullable String label, LocalDate today) {
    return label == null ? FinancialYear.of(today) : FinancialYear.parse("financialYear", label);
  }
}
