package uk.carecontracts.contracts.duties;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import uk.carecontracts.contracts.terms.Regime;
import uk.carecontracts.kit.database.Sql;

/** The reference data of the clock. */
@ApplicationScoped
class RuleBookRepository {
  private final Sql sql;

  RuleBookRepository(Sql sql) {
    this.sql = sql;
  }

  /** Every rule and threshold of every time. */
  RuleBook all() {
    return new RuleBook(
        sql.list(
            "select * from duty_rule order by regime, code, valid_from",
            row ->
                new DutyRule(
                    row.getString("code"),
                    Regime.valueOf(row.getString("regime")),
                    row.getObject("valid_from", java.time.LocalDate.class),
                    Sql.day(row, "valid_to"),
                    row.getString("notice"),
                    row.getString("name"),
                    DutyTrigger.valueOf(row.getString("trigger")),
                    row.getInt("amount"),
                    DutyUnit.valueOf(row.getString("unit")),
                    row.getString("threshold"),
                    row.getBigDecimal("above"),
                    Sql.texts(row, "not_for_types"),
                    row.getString("exempt_because"),
                    row.getBoolean("met_by_register"),
                    row.getBigDecimal("change_percent"),
                    row.getBigDecimal("payment_above"),
                    row.getString("source"),
                    row.getString("confidence"))),
        sql.list(
            "select * from procurement_threshold order by code, valid_from",
            row ->
                new Threshold(
                    row.getString("code"),
                    row.getBigDecimal("amount"),
                    row.getObject("valid_from", java.time.LocalDate.class),
                    Sql.day(row, "valid_to"),
                    row.getString("source"))),
        ownRules());
  }

  /** What authorities owe by themselves, of every time. */
  List<OwnDutyRule> ownRules() {
    return sql.list(
        "select * from own_duty_rule order by code, valid_from",
        row ->
            new OwnDutyRule(
                row.getString("code"),
                row.getObject("valid_from", java.time.LocalDate.class),
                Sql.day(row, "valid_to"),
                row.getString("notice"),
                row.getString("name"),
                Sql.texts(row, "period_starts"),
                row.getInt("months"),
                OwnDutyRule.Edge.valueOf(row.getString("counts_from")),
                row.getInt("days"),
                row.getBigDecimal("expected_from"),
                row.getBigDecimal("contract_above"),
                row.getString("source"),
                row.getString("confidence")));
  }
}
