package uk.carecontracts.providers.terms;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** Published index values. */
@ApplicationScoped
class IndexPointRepository implements PanacheRepositoryBase<IndexPoint, IndexPoint.Key> {

  Optional<IndexPoint> latest(String authority, String index, LocalDate day) {
    return find(
            "indexCode = ?1 and day <= ?2 and value > 0"
                + " order by case when authority = ?3 then 0 else 1 end, day desc, seriesId",
            index,
            day,
            authority)
        .firstResultOptional();
  }

  Optional<IndexPoint> latest(UUID series, LocalDate day) {
    return find("seriesId = ?1 and day <= ?2 and value > 0 order by day desc", series, day)
        .firstResultOptional();
  }

  Optional<IndexPoint> latestMovement(String authority, String index, LocalDate day) {
    return find(
            "indexCode = ?1 and day <= ?2 and movement is not null"
                + " order by case when authority = ?3 then 0 else 1 end, day desc, seriesId",
            index,
            day,
            authority)
        .firstResultOptional();
  }

  Optional<IndexPoint> latestMovement(UUID series, LocalDate day) {
    return find(
            "seriesId = ?1 and day <= ?2 and movement is not null order by day desc", series, day)
        .firstResultOptional();
  }

  void forget(UUID series) {
    delete("seriesId", series);
    flush();
  }
}
