package uk.carecontracts.contracts.duties;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.duties.OwnDutyRule.Period;
import uk.carecontracts.kit.database.Sql;
import uk.carecontracts.kit.ids.Ids;
import uk.carecontracts.kit.tenancy.Acting;
import uk.carecontracts.kit.tenancy.Tenancy;

/**
 * Keeps what authorities owe by themselves beside the duties of their contracts. It is worked out
 * anew every day, because what contracts will cost decides whether one of them is owed.
 */
@ApplicationScoped
class OwnDuties {
  private static final Acting KEEPER = Acting.system("contract-own-duties");
  private static final String EXPECTED =
      """
      select coalesce(sum(total_value * (least(end_date, ?::date) - greatest(start_date, ?::date) + 1)
        / (end_date - start_date + 1)), 0) as pounds
      from contract
      where authority = ? and status in ('AWARDED', 'ACTIVE', 'EXPIRED', 'TERMINATED', 'DECOMMISSIONED')
        and coalesce(type, '') not in ('FRAMEWORK', 'DYNAMIC_MARKET', 'SLA', 'GRANT')
        and total_value is not null and start_date <= ? and end_date >= ?""";
  private static final String KEEP =
      """
      insert into duty (id, authority, code, occurrence, notice, name, due_on, applicable, reason,
        source, reference, title)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (id) do update set due_on = excluded.due_on, applicable = excluded.applicable,
        reason = excluded.reason, source = excluded.source, name = excluded.name""";

  private final RuleBookRepository books;
  private final Sql sql;
  private final Clock clock;

  OwnDuties(RuleBookRepository books, Sql sql, Clock clock) {
    this.books = books;
    this.sql = sql;
    this.clock = clock;
  }

  /** Brings every authority's own duties up to today. */
  @Scheduled(
      every = "${contracts.duties.own-every:6h}",
      delayed = "${contracts.duties.own-delayed:40s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void refresh() {
    Tenancy.runAs(KEEPER, () -> QuarkusTransaction.requiringNew().run(this::keepAll));
  }

  private void keepAll() {
    List<OwnDutyRule> rules = books.ownRules();
    List<Object[]> rows = new ArrayList<>();
    sql.list("select distinct authority from contract", row -> row.getString(1))
        .forEach(
            authority ->
                rules.forEach(
                    rule ->
                        rule.until(LocalDate.now(clock))
                            .forEach(period -> rows.add(row(authority, rule, period)))));
    sql.batch(KEEP, rows);
  }

  private Object[] row(String authority, OwnDutyRule rule, Period period) {
    BigDecimal expected = rule.expectedFrom() == null ? null : expected(authority, period);
    boolean owed = expected == null || expected.compareTo(rule.expectedFrom()) >= 0;
    String occurrence = period.from() + " to " + period.to();
    return new @Nullable Object[] {
      Ids.named("own-duty/" + authority + "/" + rule.code() + "/" + period.from()),
      authority,
      rule.code(),
      occurrence,
      rule.notice(),
      rule.name(),
      owed ? period.dueOn() : null,
      owed,
      reason(authority, rule, period, expected, owed),
      rule.source(),
      authority,
      "The authority's own"
    };
  }

  private BigDecimal expected(String authority, Period period) {
    return sql.first(
            EXPECTED,
            row -> row.getBigDecimal("pounds").setScale(2, RoundingMode.HALF_UP),
            period.to(),
            period.from(),
            authority,
            period.to(),
            period.from())
        .orElseThrow();
  }

  private static String reason(
      String authority,
      OwnDutyRule rule,
      Period period,
      @Nullable BigDecimal expected,
      boolean owed) {
    String when = "For " + period.from() + " to " + period.to() + ".";
    if (expected == null) {
      return when;
    }
    String sum =
        when
            + " The contracts on this register come to £"
            + expected.toPlainString()
            + " in it, day by day; the notice is owed from £"
            + rule.expectedFrom()
            + ".";
    return owed
        ? sum
            + " What it names is in /v1/register/pipeline?authority="
            + authority
            + "&valueFrom="
            + rule.contractAbove()
            + "."
        : sum + " Contracts that are not on the register are not counted.";
  }
}
