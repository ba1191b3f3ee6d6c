package uk.carecontracts.providers.market;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.database.Sql;
import uk.carecontracts.providers.locations.CareType;

/** What providers run, and who depends on it. */
@ApplicationScoped
class FailureRepository {

  private static final String OPEN =
      """
      select l.id, l.name, l.provider_id, l.care_type, l.area, beds_on(l.id, ?) as beds,
        l.latitude, l.longitude,
        (select r.overall from location_rating r
         where r.location_id = l.id and not r.replaced and r.report_date <= ?
         order by r.report_date desc, r.regulator limit 1) as rating
      from location l where open_on(l.id, ?)""";

  private static final String CONTRACTS =
      """
      select e.contract_id, e.authority, e.reference, e.title, e.role, e.provider_id,
        case when e.currency = 'GBP'
          and coalesce(e.contract_type, '') not in ('FRAMEWORK', 'DYNAMIC_MARKET')
          then e.annual_value end as annual_value, coalesce(e.ended_on, e.end_date) as last_day
      from contract_exposure e
      where e.provider_id = any (?)
        and e.status in ('ACTIVE', 'EXPIRED', 'TERMINATED', 'DECOMMISSIONED')
        and e.start_date <= ? and coalesce(e.ended_on, e.end_date, 'infinity') >= ?
      order by e.authority, e.contract_id, e.party_id""";

  private final Sql sql;

  FailureRepository(Sql sql) {
    this.sql = sql;
  }

  /** A location open on the day. */
  record Open(
      UUID id,
      String name,
      @Nullable UUID providerId,
      CareType careType,
      String area,
      @Nullable Integer beds,
      @Nullable BigDecimal latitude,
      @Nullable BigDecimal longitude,
      @Nullable String rating) {}

  /** A placement that runs on the day. */
  record Placed(
      UUID id,
      String authority,
      @Nullable UUID locationId,
      @Nullable String careType,
      @Nullable String serviceType,
      String person,
      @Nullable BigDecimal hours) {}

  /** The providers and every record merged into them. */
  Set<UUID> family(Collection<UUID> providers) {
    return new HashSet<>(
        sql.list(
            "select provider_family(p) as id from unnest(?::uuid[]) p",
            row -> row.getObject(1, UUID.class),
            providers));
  }

  /** Locations that some providers run. */
  List<Open> run(Collection<UUID> providers, LocalDate day) {
    return sql.list(
        OPEN + " and l.provider_id = any (?) order by l.name, l.id",
        FailureRepository::open,
        day,
        day,
        day,
        providers);
  }

  /** Locations of some kinds in some areas or within a box of degrees. */
  List<Open> near(
      Collection<CareType> kinds, Collection<String> areas, LocalDate day, BigDecimal[] box) {
    return sql.list(
        OPEN
            + " and l.care_type = any (?) and (l.area = any (?)"
            + " or l.latitude between ? and ? and l.longitude between ? and ?)",
        FailureRepository::open,
        day,
        day,
        day,
        kinds.stream().map(Enum::name).toList(),
        areas,
        box[0],
        box[1],
        box[2],
        box[3]);
  }

  private static Open open(ResultSet row) throws SQLException {
    return new Open(
        row.getObject("id", UUID.class),
        row.getString("name"),
        row.getObject("provider_id", UUID.class),
        CareType.valueOf(row.getString("care_type")),
        row.getString("area"),
        row.getObject("beds", Integer.class),
        row.getBigDecimal("latitude"),
        row.getBigDecimal("longitude"),
        row.getString("rating"));
  }

  /** Placements with some providers. */
  List<Placed> placements(Collection<UUID> providers, LocalDate day) {
    return sql.list(
        """
        select placement_id, authority, location_id, care_type, service_type, person_reference,
          hours_per_week
        from placements_on(?) where provider_id = any (?) order by placement_id""",
        row ->
            new Placed(
                row.getObject("placement_id", UUID.class),
                row.getString("authority"),
                row.getObject("location_id", UUID.class),
                row.getString("care_type"),
                row.getString("service_type"),
                row.getString("person_reference"),
                row.getBigDecimal("hours_per_week")),
        day,
        providers);
  }

  /** People known to be placed in locations. */
  Map<UUID, Long> taken(Collection<UUID> locations, LocalDate day) {
    Map<UUID, Long> taken = new HashMap<>();
    if (!locations.isEmpty()) {
      sql.list(
          """
          select location_id, count(distinct authority || person_reference) as people
          from placements_on(?) where location_id = any (?) group by location_id""",
          row -> taken.put(row.getObject("location_id", UUID.class), row.getLong("people")),
          day,
          locations);
    }
    return taken;
  }

  /** Contracts that run on a day with some providers in any role. */
  List<FailureImpact.ContractHit> contracts(Collection<UUID> providers, LocalDate day) {
    return sql.list(
        CONTRACTS,
        row ->
            new FailureImpact.ContractHit(
                row.getObject("contract_id", UUID.class),
                row.getString("authority"),
                row.getString("reference"),
                row.getString("title"),
                row.getString("role"),
                row.getObject("provider_id", UUID.class),
                row.getBigDecimal("annual_value"),
                row.getObject("last_day", LocalDate.class)),
        providers,
        day,
        day);
  }

  /** Suspensions by the authority in reach in force on a day, for each record of the provider. */
  SuspendedProviders suspended(LocalDate day) {
    return new SuspendedProviders(
        sql.list(
            """
            select family.id as provider_id, s.id, s.service_type, s.ends_on
            from suspension s
            cross join lateral provider_family(provider_survivor(s.provider_id)) as family(id)
            where s.starts_on <= ? and s.ends_on >= ? and coalesce(s.lifted_on, 'infinity') > ?
            order by s.ends_on, s.id""",
            row ->
                new SuspendedProviders.Held(
                    row.getObject("provider_id", UUID.class),
                    row.getObject("id", UUID.class),
                    row.getString("service_type"),
                    row.getObject("ends_on", LocalDate.class)),
            day,
            day,
            day));
  }
}
