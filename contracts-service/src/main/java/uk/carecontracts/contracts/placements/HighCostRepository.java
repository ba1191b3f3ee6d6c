package uk.carecontracts.contracts.placements;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.database.Conditions;
import uk.carecontracts.kit.database.Sql;
import uk.carecontracts.kit.money.Money;

/** Thresholds of high cost, and the placements given on a day with their prices. */
@ApplicationScoped
class HighCostRepository {
  private static final String ALL =
      "select id, care_type, valid_from, weekly_amount, percentile, reason from"
          + " high_cost_threshold order by valid_from desc, care_type nulls last";
  private static final String GIVEN =
      """
      select p.id, p.reference, p.provider_name, p.start_date, t.kind, t.care_type, t.area,
        t.weekly_price
      from placement_terms t join placement p on p.id = t.placement_id""";

  private final Sql sql;

  HighCostRepository(Sql sql) {
    this.sql = sql;
  }

  /** A placement given on a day. */
  record Given(
      UUID id,
      @Nullable String reference,
      String provider,
      LocalDate startDate,
      PlacementKind kind,
      String careType,
      String area,
      BigDecimal price) {}

  /** Keeps a threshold; one care type has one threshold from one day. */
  boolean add(String authority, HighCostThreshold threshold, Instant now) {
    Money amount = threshold.weeklyAmount();
    return sql.update(
            """
            insert into high_cost_threshold (id, authority, care_type, valid_from, weekly_amount,
              percentile, reason, set_at)
            values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""",
            threshold.id(),
            authority,
            threshold.careType(),
            threshold.from(),
            amount == null ? null : amount.amount(),
            threshold.percentile(),
            threshold.reason(),
            now)
        == 1;
  }

  /** The authority's thresholds, the latest first. */
  List<HighCostThreshold> all() {
    return sql.list(ALL, HighCostRepository::threshold);
  }

  private static HighCostThreshold threshold(ResultSet row) throws SQLException {
    BigDecimal amount = row.getBigDecimal("weekly_amount");
    return new HighCostThreshold(
        row.getObject("id", UUID.class),
        row.getString("care_type"),
        row.getDate("valid_from").toLocalDate(),
        amount == null ? null : Money.gbp(amount),
        row.getBigDecimal("percentile"),
        row.getString("reason"));
  }

  /** Placements given on a day, by care type and ascending price. */
  List<Given> givenOn(ReportFilter filter, LocalDate day) {
    Conditions conditions =
        filter
            .conditions()
            .all("t.valid_from <= ? and coalesce(t.valid_to, 'infinity') > ?", day, day);
    return sql.list(
        GIVEN + conditions.where() + " order by t.care_type, t.weekly_price, p.id",
        row ->
            new Given(
                row.getObject("id", UUID.class),
                row.getString("reference"),
                row.getString("provider_name"),
                row.getDate("start_date").toLocalDate(),
                PlacementKind.valueOf(row.getString("kind")),
                row.getString("care_type"),
                row.getString("area"),
                row.getBigDecimal("weekly_price")),
        conditions.parameters());
  }
}
