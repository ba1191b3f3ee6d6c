package uk.carecontracts.providers.market;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.database.Sql;

/** What the caller's authority pays, and paid. */
@ApplicationScoped
class PriceRepository {

  private static final String PLACEMENTS =
      """
      select area, care_type, service_type, kind, count(*) as placements,
        min(weekly_price) as lowest,
        percentile_cont(0.25) within group (order by weekly_price)::numeric as lower_quartile,
        percentile_cont(0.5) within group (order by weekly_price)::numeric as median,
        percentile_cont(0.75) within group (order by weekly_price)::numeric as upper_quartile,
        max(weekly_price) as highest, avg(weekly_price) as mean,
        sum(weekly_price) filter (where hours_per_week > 0)
          / nullif(sum(hours_per_week) filter (where hours_per_week > 0), 0) as hourly,
        array_agg(placement_id::text order by placement_id) as counted
      from placements_on(?)
      where weekly_price is not null and (?::text is null or area = ?)
        and (?::text is null or care_type = ?)
      group by area, care_type, service_type, kind
      order by area nulls last, care_type nulls last, service_type nulls last, kind""";

  private static final String CONTRACTS =
      """
      select e.service_type, e.area, c.contract_id, c.changed_on, c.before, c.after, c.reason
      from contract_price_change c
      join contract_exposure e on e.contract_id = c.contract_id and e.role = 'LEAD_SUPPLIER'
      where c.changed_on > ? and c.changed_on <= ? and (?::text is null or e.area = ?)
      order by c.changed_on, c.contract_id, c.version limit 500""";

  private final Sql sql;

  PriceRepository(Sql sql) {
    this.sql = sql;
  }

  /**
   * The weekly prices of placements of one kind on a day.
   *
   * @param area district
   * @param careType kind of care
   * @param serviceType service
   * @param kind SPOT or BLOCK
   * @param placements how many
   * @param lowest lowest weekly price in pounds
   * @param lowerQuartile a quarter pay no more
   * @param median half pay no more
   * @param upperQuartile three quarters pay no more
   * @param highest highest weekly price
   * @param mean average weekly price
   * @param hourly pounds for an hour, over those measured in hours
   * @param yearBefore the median a year before; absent without any
   * @param movementPercent of the median over the year, to two places
   * @param counted the placements
   */
  @Schema(name = "PlacementPrices")
  public record Prices(
      @Nullable String area,
      @Nullable String careType,
      @Nullable String serviceType,
      String kind,
      long placements,
      BigDecimal lowest,
      BigDecimal lowerQuartile,
      BigDecimal median,
      BigDecimal upperQuartile,
      BigDecimal highest,
      BigDecimal mean,
      @Nullable BigDecimal hourly,
      @Nullable BigDecimal yearBefore,
      @Nullable BigDecimal movementPercent,
      List<UUID> counted) {

    boolean sameMarket(Prices other) {
      return java.util.Objects.equals(area, other.area)
          && java.util.Objects.equals(careType, other.careType)
          && java.util.Objects.equals(serviceType, other.serviceType)
          && kind.equals(other.kind);
    }

    Prices against(@Nullable Prices before) {
      BigDecimal then = before == null ? null : before.median;
      BigDecimal moved =
          then == null || then.signum() == 0
              ? null
              : median
                  .subtract(then)
                  .multiply(BigDecimal.valueOf(100))
                  .divide(then, 2, RoundingMode.HALF_UP);
      return new Prices(
          area,
          careType,
          serviceType,
          kind,
          placements,
          lowest,
          lowerQuartile,
          median,
          upperQuartile,
          highest,
          mean,
          hourly,
          then,
          moved,
          counted);
    }
  }

  /**
   * What a variation did to the price of a contract.
   *
   * @param contractId the contract
   * @param serviceType service
   * @param area district
   * @param changedOn the day on which it was recorded
   * @param before annual value in pounds before
   * @param after annual value after
   * @param reason why
   */
  @Schema(name = "ContractPriceChange")
  public record Change(
      UUID contractId,
      @Nullable String serviceType,
      @Nullable String area,
      LocalDate changedOn,
      @Nullable BigDecimal before,
      @Nullable BigDecimal after,
      @Nullable String reason) {}

  List<Prices> placements(LocalDate day, @Nullable String area, @Nullable String careType) {
    return sql.list(PLACEMENTS, PriceRepository::prices, day, area, area, careType, careType);
  }

  List<Change> contracts(LocalDate after, LocalDate until, @Nullable String area) {
    return sql.list(
        CONTRACTS,
        row ->
            new Change(
                row.getObject("contract_id", UUID.class),
                row.getString("service_type"),
                row.getString("area"),
                row.getObject("changed_on", LocalDate.class),
                row.getBigDecimal("before"),
                row.getBigDecimal("after"),
                row.getString("reason")),
        after,
        until,
        area,
        area);
  }

  private static Prices prices(ResultSet row) throws SQLException {
    BigDecimal hourly = row.getBigDecimal("hourly");
    return new Prices(
        row.getString("area"),
        row.getString("care_type"),
        row.getString("service_type"),
        row.getString("kind"),
        row.getLong("placements"),
        pounds(row, "lowest"),
        pounds(row, "lower_quartile"),
        pounds(row, "median"),
        pounds(row, "upper_quartile"),
        pounds(row, "highest"),
        pounds(row, "mean"),
        hourly == null ? null : hourly.setScale(2, RoundingMode.HALF_UP),
        null,
        null,
        Sql.texts(row, "counted").stream().map(UUID::fromString).toList());
  }

  private static BigDecimal pounds(ResultSet row, String column) throws SQLException {
    return row.getBigDecimal(column).setScale(2, RoundingMode.HALF_UP);
  }
}
