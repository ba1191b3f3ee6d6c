package uk.carecontracts.monitoring.voice;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.database.Conditions;
import uk.carecontracts.kit.database.Sql;
import uk.carecontracts.monitoring.rules.DatedRules;
import uk.carecontracts.monitoring.rules.MonitoringRule;

/** Sums up what people said. */
@ApplicationScoped
public class Voice {
  private static final int FAVOURABLE = 4;

  private final Sql sql;
  private final DatedRules rules;
  private final Clock clock;

  Voice(Sql sql, DatedRules rules, Clock clock) {
    this.sql = sql;
    this.rules = rules;
    this.clock = clock;
  }

  private record Totals(int received, int scored, int favourable, int answered) {}

  /** What was said about a contract of late, or about all when none is named. */
  public VoiceSummary summary(@Nullable UUID contract) {
    int months = rules.today(MonitoringRule.VOICE_MONTHS);
    int fewest = rules.today(MonitoringRule.VOICE_FEWEST);
    String since = LocalDate.now(clock).minusMonths(months).toString();
    Totals totals = totals(contract, since);
    boolean enough = totals.scored() >= fewest;
    BigDecimal favourable =
        enough
            ? BigDecimal.valueOf(100L * totals.favourable())
                .divide(BigDecimal.valueOf(totals.scored()), 2, RoundingMode.HALF_UP)
            : null;
    String arithmetic =
        enough
            ? "%d of %d scores are 4 or 5".formatted(totals.favourable(), totals.scored())
            : "%d scores; a share is worked out from %d on".formatted(totals.scored(), fewest);
    return new VoiceSummary(
        months,
        totals.received(),
        totals.scored(),
        favourable,
        arithmetic,
        totals.answered(),
        themes(contract, since));
  }

  private Totals totals(@Nullable UUID contract, String since) {
    Conditions conditions = conditions(contract, since);
    return sql.list(
            "select count(*) as received, count(score) as scored,"
                + " count(*) filter (where score >= 4) as favourable,"
                + " count(*) filter (where status <> 'RECEIVED') as answered from feedback f"
                + conditions.where(),
            row ->
                new Totals(
                    row.getInt("received"),
                    row.getInt("scored"),
                    row.getInt("favourable"),
                    row.getInt("answered")),
            conditions.parameters())
        .get(0);
  }

  private List<VoiceSummary.ThemeCount> themes(@Nullable UUID contract, String since) {
    Conditions conditions = conditions(contract, since);
    return sql.list(
        "select t.code, t.title, count(*) as spoken, count(*) filter (where f.score >= "
            + FAVOURABLE
            + ") as favourable from feedback f join feedback_theme t on f.themes ?? t.code"
            + conditions.where()
            + " group by t.code, t.title order by spoken desc, t.code",
        Voice::theme,
        conditions.parameters());
  }

  private static VoiceSummary.ThemeCount theme(ResultSet row) throws SQLException {
    return new VoiceSummary.ThemeCount(
        row.getString("code"),
        row.getString("title"),
        row.getInt("spoken"),
        row.getInt("favourable"));
  }

  private static Conditions conditions(@Nullable UUID contract, String since) {
    return new Conditions().and("f.received_on >= ?", since).and("f.contract_id = ?", contract);
  }
}
