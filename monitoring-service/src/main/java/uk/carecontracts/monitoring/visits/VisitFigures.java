package uk.carecontracts.monitoring.visits;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import uk.carecontracts.kit.database.Sql;

/** What kept figures say of a contract, for features that compare or watch. */
@ApplicationScoped
public class VisitFigures {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final Sql sql;

  VisitFigures(Sql sql) {
    this.sql = sql;
  }

  /**
   * The visit indicators of the catalogue as the visit records have them: VISITS_ON_TIME and
   * MISSED_VISITS, of the visits that were not cancelled, in per cent to four places; empty when
   * the months of the period have no visits.
   *
   * @param contract the contract
   * @param start first day; its whole month counts
   * @param end last day; its whole month counts
   */
  public Map<String, BigDecimal> percentages(UUID contract, LocalDate start, LocalDate end) {
    record Sums(long kept, long onTime, long missed) {}
    Sums sums =
        sql.first(
                "select coalesce(sum(planned - cancelled), 0) as kept,"
                    + " coalesce(sum(on_time), 0) as on_time, coalesce(sum(missed), 0) as missed"
                    + " from visit_figure where contract_id = ? and month between ? and ?",
                row -> new Sums(row.getLong("kept"), row.getLong("on_time"), row.getLong("missed")),
                contract,
                start.withDayOfMonth(1),
                end)
            .orElse(new Sums(0, 0, 0));
    Map<String, BigDecimal> percentages = new HashMap<>();
    if (sums.kept() > 0) {
      percentages.put("VISITS_ON_TIME", percent(sums.onTime(), sums.kept()));
      percentages.put("MISSED_VISITS", percent(sums.missed(), sums.kept()));
    }
    return percentages;
  }

  private static BigDecimal percent(long part, long whole) {
    return BigDecimal.valueOf(part)
        .multiply(HUNDRED)
        .divide(BigDecimal.valueOf(whole), 4, RoundingMode.HALF_UP);
  }
}
