package uk.carecontracts.providers.locations;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import uk.carecontracts.kit.problem.ProblemException;
import uk.carecontracts.providers.ratings.Regulator;

/** Ratings as recorded. */
@ApplicationScoped
class RatingRepository implements PanacheRepositoryBase<LocationRating, UUID> {

  /** More reports than any location will ever have. */
  static final int MOST = 500;

  LocationRating require(UUID location, UUID rating) {
    return findByIdOptional(rating)
        .filter(found -> found.locationId().equals(location))
        .orElseThrow(() -> ProblemException.notFound("rating", rating));
  }

  /** The ratings that stand, latest report first. */
  List<LocationRating> standing(UUID location) {
    return find(
            "locationId = ?1 and replaced = false order by reportDate desc, regulator", location)
        .page(0, MOST)
        .list();
  }

  Optional<LocationRating> of(UUID location, Regulator regulator, LocalDate reportDate) {
    return find(
            "locationId = ?1 and regulator = ?2 and reportDate = ?3 and replaced = false",
            location,
            regulator,
            reportDate)
        .firstResultOptional();
  }
}
