package uk.carecontracts.providers.terms;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** Published index values. */
@ApplicationScoped
class IndexPointRepository implements PanacheRepositoryBase<IndexPoint, IndexPoint.Key> {

  Optional<IndexPoint> latest(String index, LocalDate day) {
    return find("indexCode = ?1 and day <= ?2 order by day desc, seriesId desc", index, day)
        .firstResultOptional();
  }

  void forget(UUID series) {
    delete("seriesId", series);
    flush();
  }
}
