package uk.carecontracts.monitoring.risk;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.monitoring.database.Sql;
import uk.carecontracts.monitoring.providers.RegulatorRating;

/** Gathers what is known about many contracts in three statements, however many they are. */
@ApplicationScoped
class FactGathering {
  /** Returns that came in time count fully, late ones half, missing ones not at all. */
  private static final String CONTRACTS =
      """
      select c.contract_id, c.authority, c.reference, c.title, c.provider_id, c.annual_value,
        c.starts_on, s.achievement_percent, review.reviewed_on, o.tier, o.reason, o.expires,
        o.decided_by, quality.percent as quality,
        case when total.value > 0 then 100 * share.value / total.value end as share
      from contract_view c
      left join scorecard_summary s on s.contract_id = c.contract_id
      left join risk_override o on o.contract_id = c.contract_id
      left join lateral (select max(reviewed_on) as reviewed_on from contract_review r
        where r.contract_id = c.contract_id) review on true
      left join lateral (select round(100 * avg(case
            when r.submitted_at is null then 0
            when (r.submitted_at at time zone 'Europe/London')::date <= d.due_on then 1
            else 0.5 end), 2) as percent
        from monitoring_plan p join return_period d on d.plan_id = p.id
        left join performance_return r
          on r.plan_id = d.plan_id and r.period_start = d.period_start
        where p.contract_id = c.contract_id and d.expected
          and (d.due_on < ? or r.submitted_at is not null)) quality on true
      left join lateral (select sum(v.annual_value) as value from contract_view v
        where v.authority = c.authority and v.provider_id = c.provider_id
          and v.status = 'ACTIVE') share on true
      left join (select authority, sum(annual_value) as value from contract_view
        where status = 'ACTIVE' group by authority) total on total.authority = c.authority
      where c.contract_id = any (?)
      order by c.contract_id""";

  private static final String LOCATIONS =
      """
      select p.contract_id, l.rating, l.special_measures
      from contract_party p join location_view l on l.provider_id = p.provider_id
      where p.contract_id = any (?)
        and coalesce(l.status, 'OPEN') not in ('CLOSED', 'DEREGISTERED', 'INACTIVE', 'REMOVED')""";

  private static final String FALLS =
      """
      select p.contract_id, l.name, l.rating, f.report_date, f.from_rating, f.to_rating
      from contract_party p join location_view l on l.provider_id = p.provider_id
      join location_rating_fall f on f.location_id = l.location_id
      where p.contract_id = any (?) and f.report_date > ?
        and coalesce(l.status, 'OPEN') not in ('CLOSED', 'DEREGISTERED', 'INACTIVE', 'REMOVED')
      order by f.report_date, l.name""";

  private final Sql sql;

  FactGathering(Sql sql) {
    this.sql = sql;
  }

  /** What is known about contracts; those the caller may not see are left out. */
  List<GatheredFacts> gather(Collection<UUID> contracts, LocalDate today) {
    Map<UUID, List<Location>> locations = new HashMap<>();
    sql.list(LOCATIONS, FactGathering::location, contracts)
        .forEach(l -> locations.computeIfAbsent(l.contract, id -> new ArrayList<>()).add(l));
    Map<UUID, List<Fall>> falls = new HashMap<>();
    sql.list(FALLS, FactGathering::fall, contracts, today.minusYears(1))
        .forEach(f -> falls.computeIfAbsent(f.contract, id -> new ArrayList<>()).add(f));
    return sql.list(
        CONTRACTS,
        row -> {
          UUID id = Objects.requireNonNull(Sql.uuid(row, "contract_id"));
          return gathered(
              row, today, locations.getOrDefault(id, List.of()), falls.getOrDefault(id, List.of()));
        },
        today,
        contracts);
  }

  private record Location(
      UUID contract, @Nullable RegulatorRating rating, boolean specialMeasures) {}

  private record Fall(
      UUID contract,
      String location,
      @Nullable RegulatorRating now,
      LocalDate reportDate,
      RegulatorRating from,
      RegulatorRating to) {

    /** A rating that has recovered since is no longer a fall. */
    boolean stands() {
      return now == null || now.worseThan(from);
    }
  }

  private static Location location(ResultSet row) throws SQLException {
    return new Location(
        Objects.requireNonNull(Sql.uuid(row, "contract_id")),
        RegulatorRating.read(row.getString("rating")).orElse(null),
        row.getBoolean("special_measures"));
  }

  private static Fall fall(ResultSet row) throws SQLException {
    return new Fall(
        Objects.requireNonNull(Sql.uuid(row, "contract_id")),
        row.getString("name"),
        RegulatorRating.read(row.getString("rating")).orElse(null),
        Objects.requireNonNull(Sql.day(row, "report_date")),
        RegulatorRating.valueOf(row.getString("from_rating")),
        RegulatorRating.valueOf(row.getString("to_rating")));
  }

  private static GatheredFacts gathered(
      ResultSet row, LocalDate today, List<Location> locations, List<Fall> falls)
      throws SQLException {
    LocalDate reviewed = Sql.day(row, "reviewed_on");
    BigDecimal share = row.getBigDecimal("share");
    RiskFacts facts =
        new RiskFacts(
            worst(locations),
            locations.stream().anyMatch(Location::specialMeasures),
            falls.stream().filter(Fall::stands).map(fall -> ratingFall(fall, reviewed)).toList(),
            OpenConcerns.NONE,
            row.getBigDecimal("achievement_percent"),
            months(reviewed == null ? Sql.day(row, "starts_on") : reviewed, today),
            row.getBigDecimal("annual_value"),
            null,
            share == null ? null : share.setScale(1, RoundingMode.HALF_UP),
            null,
            row.getBigDecimal("quality"));
    return new GatheredFacts(
        Objects.requireNonNull(Sql.uuid(row, "contract_id")),
        row.getString("authority"),
        row.getString("reference"),
        row.getString("title"),
        Sql.uuid(row, "provider_id"),
        facts,
        override(row),
        reviewed);
  }

  private static @Nullable RegulatorRating worst(List<Location> locations) {
    return locations.stream()
        .map(Location::rating)
        .filter(Objects::nonNull)
        .max(RegulatorRating::compareTo)
        .orElse(null);
  }

  private static RatingFall ratingFall(Fall fall, @Nullable LocalDate reviewed) {
    return new RatingFall(
        fall.location(),
        fall.from(),
        fall.to(),
        fall.reportDate(),
        reviewed != null && !reviewed.isBefore(fall.reportDate()));
  }

  private static @Nullable Integer months(@Nullable LocalDate since, LocalDate today) {
    return since == null ? null : (int) Math.max(0, Period.between(since, today).toTotalMonths());
  }

  private static @Nullable TierOverride override(ResultSet row) throws SQLException {
    String tier = row.getString("tier");
    return tier == null
        ? null
        : new TierOverride(
            RiskTier.valueOf(tier),
            row.getString("reason"),
            Objects.requireNonNull(Sql.day(row, "expires")),
            row.getString("decided_by"));
  }
}
