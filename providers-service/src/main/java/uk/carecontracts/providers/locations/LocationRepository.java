package uk.carecontracts.providers.locations;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.http.Cursor;
import uk.carecontracts.kit.problem.ProblemException;
import uk.carecontracts.providers.ratings.Regulator;

/** Every location. */
@ApplicationScoped
class LocationRepository implements PanacheRepositoryBase<Location, UUID> {

  Location require(UUID id) {
    return findByIdOptional(id).orElseThrow(() -> ProblemException.notFound("location", id));
  }

  /** One page and one row more, in the order of names. */
  List<Location> search(LocationFilter filter, @Nullable Cursor from, int rows) {
    return filter.select(getSession(), from, rows);
  }

  List<Location> withCqcIds(Collection<String> ids) {
    return ids.isEmpty() ? List.of() : list("cqcLocationId in ?1", ids);
  }

  List<Location> withRegisterIds(Regulator register, Collection<String> ids) {
    String field = register == Regulator.CQC ? "cqcLocationId" : "ofstedUrn";
    return ids.isEmpty() ? List.of() : list(field + " in ?1", ids);
  }

  /** Locations of some areas that no register numbers yet. */
  List<Location> withoutRegisterIds(Collection<String> areas) {
    return areas.isEmpty()
        ? List.of()
        : list("area in ?1 and cqcLocationId is null and ofstedUrn is null order by id", areas);
  }

  /** Writes what changed and lets go of what was read: for work on more than fits at once. */
  void forget() {
    flush();
    getSession().clear();
  }

  List<Location> withIds(Collection<UUID> ids) {
    return ids.isEmpty() ? List.of() : list("id in ?1", ids);
  }

  /** Locations of an area that no file has listed yet. */
  List<Location> registeredByHand(String area) {
    return list("area = ?1 and sighted = false order by id", area);
  }

  /** Waits for any other import of the area, so that each derives from what the other stored. */
  void lockArea(String area) {
    getSession()
        .createNativeQuery(
            "select count(pg_advisory_xact_lock(hashtextextended(:key, 0)))", Long.class)
        .setParameter("key", "location-area:" + area)
        .getSingleResult();
  }
}
