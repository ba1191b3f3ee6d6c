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
import uk.carecontracts.kit.database.Sql;
import uk.carecontracts.monitoring.providers.RegulatorRating;

/** Gathers what is known about many contracts in three statements, however many they are. */
@ApplicationScoped
class FactGathering {
  private static final String CONTRACTS =
      """
      select c.contract_id, c.authority, c.reference, c.title, c.provider_id, c.annual_value,
        c.starts_on, s.achievement_percent, review.reviewed_on, o.tier, o.reason, o.expires,
        o.decided_by, quality.percent as quality, concerns.low, concerns.moderate, concerns.serious,
        concerns.safeguarding, people.number as people, standing.standing, voice.percent as voice,
        case when total.value > 0 then 100 * share.value / total.value end as share
      from contract_view c
      left join scorecard_summary s on s.contract_id = c.contract_id
      left join risk_override o on o.contract_id = c.contract_id
      left join lateral (select max(reviewed_on) as reviewed_on from contract_review r
        where r.contract_id = c.contract_id) review on true
      left join lateral (select round(100 * avg((q.completeness + q.timeliness + q.validity
            + q.consistency) / 4), 2) as percent
        from return_quality q where q.contract_id = c.contract_id
          and (q.due_on < ? or q.submitted_at is not null)) quality on true
      left join lateral (select count(*) filter (where k.severity = 'LOW') as low,
          count(*) filter (where k.severity = 'MODERATE') as moderate,
          count(*) filter (where k.severity = 'SERIOUS') as serious,
          coalesce(bool_or(k.severity = 'SERIOUS' and k.kind = 'SAFEGUARDING'), false)
            as safeguarding
        from concern k where k.status = 'OPEN' and k.authority = c.authority
          and (k.contract_id = c.contract_id or (k.contract_id is null and k.provider_id in
            (select r.id from contract_party p, provider_records(p.provider_id) r(id)
              where p.contract_id = c.contract_id)))
        ) concerns on true
      left join lateral (select case when count(*) > 0 then
            count(distinct coalesce(l.person_reference, l.placement_id::text)) filter (
              where l.status = 'ACTIVE' and coalesce(l.starts_on, ?::date) <= ?::date
                and coalesce(l.ends_on, ?::date) >= ?::date) end as number
        from placement_view l where l.contract_id = c.contract_id) people on true
      left join lateral (select f.standing from financial_standing f
        where f.authority = c.authority
          and f.provider_id = any (array(select provider_records(c.provider_id)))
          and f.assessed_on >= to_char(?::date - make_interval(
            months => monitoring_rule_on('FINANCIAL_STANDING_MONTHS', ?)), 'YYYY-MM-DD')
        order by f.assessed_on desc, f.id desc limit 1) standing on true
      left join lateral (select case when count(b.score) >= monitoring_rule_on('VOICE_FEWEST', ?)
            then round(100.0 * count(*) filter (where b.score >= 4) / count(b.score), 2) end
            as percent
        from feedback b where b.contract_id = c.contract_id and b.received_on >= to_char(
          ?::date - make_interval(months => monitoring_rule_on('VOICE_MONTHS', ?)), 'YYYY-MM-DD')
        ) voice on true
      left join lateral (select sum(v.annual_value) as value from contract_view v
        where v.authority = c.authority
          and v.provider_id = any (array(select provider_records(c.provider_id)))
          and v.status = 'ACTIVE') share on true
      left join (select authority, sum(annual_value) as value from contract_view
        where status = 'ACTIVE' group by authority) total on total.authority = c.authority
      where c.contract_id = any (?)
      order by c.contract_id\
      """;

  private static final String LOCATIONS =
      """
      select distinct p.contract_id, l.location_id, l.rating, l.special_measures
      from contract_party p, provider_records(p.provider_id) r(id)
      join location_view l on l.provider_id = r.id
      where p.contract_id = any (?)
        and coalesce(l.status, 'OPEN') not in ('CLOSED', 'DEREGISTERED', 'INACTIVE', 'REMOVED')\
      """;

  private static final String FALLS =
      """
      select distinct p.contract_id, l.location_id, l.name, l.rating, f.report_date,
        f.from_rating, f.to_rating
      from contract_party p, provider_records(p.provider_id) r(id)
      join location_view l on l.provider_id = r.id
      join location_rating_fall f on f.location_id = l.location_id
      where p.contract_id = any (?) and f.report_date > ?
        and coalesce(l.status, 'OPEN') not in ('CLOSED', 'DEREGISTERED', 'INACTIVE', 'REMOVED')
      order by f.report_date, l.name\
      """;

  private final Sql sql;

  FactGathering(Sql sql) {
    this.sql = sql;
  }

  /** What is known about contracts; those the caller may not see are left out. */
  List<GatheredFacts> gather(Collection<UUID> contracts, LocalDate today) {
    if (contracts.isEmpty()) {
      return List.of();
    }
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
        today,
        today,
        today,
        today,
        today,
        today,
        today,
        today,
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
            new OpenConcerns(
                row.getInt("low"),
                row.getInt("moderate"),
                row.getInt("serious"),
                row.getBoolean("safeguarding")),
            row.getBigDecimal("achievement_percent"),
            months(reviewed == null ? Sql.day(row, "starts_on") : reviewed, today),
            row.getBigDecimal("annual_value"),
            people(row),
            share == null ? null : share.setScale(1, RoundingMode.HALF_UP),
            standing(row),
            row.getBigDecimal("quality"),
            row.getBigDecimal("voice"));
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

  private static @Nullable Integer people(ResultSet row) throws SQLException {
    int number = row.getInt("people");
    return row.wasNull() ? null : number;
  }

  private static @Nullable FinancialStanding standing(ResultSet row) throws SQLException {
    String standing = row.getString("standing");
    return standing == null ? null : FinancialStanding.valueOf(standing);
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
