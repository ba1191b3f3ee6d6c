package uk.carecontracts.contracts.spend;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.database.Sql;

/** The dated figures that matching and reports go by. */
@ApplicationScoped
class SpendRules {
  private final Sql sql;

  SpendRules(Sql sql) {
    this.sql = sql;
  }

  /** A figure with its time and source. */
  record Rule(BigDecimal value, LocalDate validFrom, @Nullable LocalDate validTo, String source) {}

  /** The value above which spending without a contract is reported, as of a day. */
  Rule offContractThreshold(LocalDate day) {
    return on("OFF_CONTRACT_THRESHOLD", day);
  }

  /** How many days after a contract's last day its invoices may still be paid, as of that day. */
  List<Rule> settlementDays() {
    return all("SETTLEMENT_DAYS");
  }

  private Rule on(String code, LocalDate day) {
    List<Rule> rules = all(code);
    return rules.stream()
        .filter(rule -> !day.isBefore(rule.validFrom()))
        .filter(rule -> rule.validTo() == null || !day.isAfter(rule.validTo()))
        .findFirst()
        .orElseGet(() -> rules.get(0));
  }

  private List<Rule> all(String code) {
    return sql.list(
        "select value, valid_from, valid_to, source from spend_rule where code = ?"
            + " order by valid_from",
        row ->
            new Rule(
                row.getBigDecimal("value"),
                row.getDate("valid_from").toLocalDate(),
                Sql.day(row, "valid_to"),
                row.getString("source")),
        code);
  }
}
