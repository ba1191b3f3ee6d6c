package uk.carecontracts.providers.terms;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.database.Sql;

/** The view of placements and agreed volumes. */
@ApplicationScoped
class BoughtCareRepository implements PanacheRepositoryBase<BoughtCare, UUID> {

  private static final String RUNNING =
      "(startDate is null or startDate <= :day) and (endDate is null or endDate >= :day)";

  /** What runs on a day, as a condition on bought_care b; the day stands for the parameter. */
  private static final String RUNS =
      """
       (b.start_date is null or b.start_date <= DAY)
        and (b.end_date is null or b.end_date >= DAY)
        and case b.kind
          when 'PLACEMENT' then not (b.block and exists (select 1 from bought_care a
            where a.kind = 'AGREEMENT' and a.contract_id = b.contract_id))
          else exists (select 1 from contract_exposure e
            where e.contract_id = b.contract_id
              and e.status in ('ACTIVE', 'EXPIRED', 'TERMINATED', 'DECOMMISSIONED')
              and e.start_date <= DAY
              and coalesce(e.ended_on, e.end_date, 'infinity') >= DAY) end
      """;

  private static final String RUNNING_ON =
      """
      select b.* from bought_care b
      where b.authority = :authority
        and (cast(:service as text) is null or b.service_type = cast(:service as text))
        and (cast(:area as text) is null or b.area = cast(:area as text))
        and\
      """
          + RUNS.replace("DAY", ":day")
          + " order by b.id";

  private static final String MOST_AT_ONCE =
      """
      select distinct on (area) area, day, units, counted from (
        select b.area, d.day, count(*) as counted,
          sum(case when cast(? as boolean) then b.hours_per_week else b.places end) as units
        from unnest(cast(? as date[])) as d(day) cross join bought_care b
        where b.authority = ? and b.service_type = ? and b.area = any (?) and\
      """
          + RUNS.replace("DAY", "d.day")
          + """
                and (case when cast(? as boolean) then b.hours_per_week else b.places end) > 0
            group by b.area, d.day) on_day
          order by area, units desc, day desc\
          """;

  private final Sql sql;

  BoughtCareRepository(Sql sql) {
    this.sql = sql;
  }

  List<BoughtCare> of(List<UUID> providers, String serviceType, String unit, LocalDate day) {
    return find(
            "providerId in :providers and serviceType = :service and unit = :unit"
                + " and unitPrice is not null and "
                + RUNNING
                + " order by unitPrice, id",
            io.quarkus.panache.common.Parameters.with("providers", providers)
                .and("service", serviceType)
                .and("unit", unit)
                .and("day", day))
        .list();
  }

  /**
   * The day of some on which most of a service ran in each area; areas without any are left out.
   */
  List<Terms.Peak> mostAtOnce(
      String authority,
      String serviceType,
      List<String> areas,
      boolean hours,
      List<LocalDate> days) {
    return sql.list(
        MOST_AT_ONCE,
        row ->
            new Terms.Peak(
                row.getString("area"),
                row.getObject("day", LocalDate.class),
                row.getBigDecimal("units"),
                row.getLong("counted")),
        hours,
        days.stream().map(LocalDate::toString).toList(),
        authority,
        serviceType,
        areas,
        hours);
  }

  /**
   * What runs on a day. An agreement says nothing of time: its contract does. A placement in a
   * block whose volume is counted is not counted again.
   */
  List<BoughtCare> running(
      String authority, @Nullable String serviceType, @Nullable String area, LocalDate day) {
    return getSession()
        .createNativeQuery(RUNNING_ON, BoughtCare.class)
        .setParameter("authority", authority)
        .setParameter("service", serviceType, String.class)
        .setParameter("area", area, String.class)
        .setParameter("day", day)
        .getResultList();
  }
}
