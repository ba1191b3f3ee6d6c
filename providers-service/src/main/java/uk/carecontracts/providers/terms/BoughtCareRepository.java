package uk.carecontracts.providers.terms;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The view of placements and agreed volumes. */
@ApplicationScoped
class BoughtCareRepository implements PanacheRepositoryBase<BoughtCare, UUID> {

  private static final String RUNNING =
      "(startDate is null or startDate <= :day) and (endDate is null or endDate >= :day)";

  private static final String RUNNING_ON =
      """
      select b.* from bought_care b
      where b.authority = :authority
        and (cast(:service as text) is null or b.service_type = cast(:service as text))
        and (cast(:area as text) is null or b.area = cast(:area as text))
        and (b.start_date is null or b.start_date <= :day)
        and (b.end_date is null or b.end_date >= :day)
        and case b.kind
          when 'PLACEMENT' then not (b.block and exists (select 1 from bought_care a
            where a.kind = 'AGREEMENT' and a.contract_id = b.contract_id))
          else exists (select 1 from contract_exposure e
            where e.contract_id = b.contract_id
              and e.status in ('ACTIVE', 'EXPIRED', 'TERMINATED', 'DECOMMISSIONED')
              and e.start_date <= :day
              and coalesce(e.ended_on, e.end_date, 'infinity') >= :day) end
      order by b.id""";

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
