package uk.carecontracts.monitoring.rules;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import uk.carecontracts.kit.database.Sql;

/** Time limits and thresholds as they hold on a day, from table monitoring_rule. */
@ApplicationScoped
public class DatedRules {
  private final Sql sql;
  private final Clock clock;

  DatedRules(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /** The value of a rule today. */
  public int today(MonitoringRule rule) {
    return on(rule, LocalDate.now(clock));
  }

  /** The value of a rule on a day. */
  public int on(MonitoringRule rule, LocalDate day) {
    return sql.first(
            "select value from monitoring_rule where code = ? and valid_from <= ?"
                + " and (valid_to is null or valid_to > ?) order by valid_from desc limit 1",
            row -> row.getInt(1),
            rule,
            day,
            day)
        .orElseThrow(() -> new IllegalStateException("Rule " + rule + " does not hold on " + day));
  }
}
