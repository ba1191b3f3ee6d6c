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

  List<BoughtCare> running(
      String authority, @Nullable String serviceType, @Nullable String area, LocalDate day) {
    return find(
            "authority = :authority and (:service is null or serviceType = :service)"
                + " and (:area is null or area = :area) and "
                + RUNNING
                + " order by id",
            io.quarkus.panache.common.Parameters.with("authority", authority)
                .and("service", serviceType)
                .and("area", area)
                .and("day", day))
        .list();
  }
}
