package uk.carecontracts.providers.locations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.problem.ProblemException;
import uk.carecontracts.kit.problem.RuleViolation;
import uk.carecontracts.kit.tenancy.Caller;
import uk.carecontracts.providers.ratings.KeyQuestions;
import uk.carecontracts.providers.ratings.RatingSummary;
import uk.carecontracts.providers.ratings.Standing;

/** Records ratings and works out what they come to. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class RatingDesk {

  private final LocationRepository locations;
  private final RatingRepository ratings;
  private final LocationDesk desk;
  private final Caller caller;
  private final Clock clock;

  RatingDesk(
      LocationRepository locations,
      RatingRepository ratings,
      LocationDesk desk,
      Caller caller,
      Clock clock) {
    this.caller = caller;
    this.locations = locations;
    this.ratings = ratings;
    this.desk = desk;
    this.clock = clock;
  }

  /**
   * What came of recording a rating.
   *
   * @param rating the record
   * @param location the location with its new standing
   * @param created false when the very same rating was on record already
   */
  record Recorded(RatingRecord rating, Location location, boolean created) {}

  /** Records a rating; the same one again changes nothing, another one for the report is 409. */
  Recorded record(UUID locationId, RatingSummary rating, String authority, String person) {
    Location location = lock(locationId);
    requirePublished(rating);
    Optional<LocationRating> held = ratings.of(locationId, rating.regulator(), rating.reportDate());
    if (held.isPresent()) {
      if (held.get().summary().equals(rating)) {
        return new Recorded(held.get().shown(), location, false);
      }
      throw ProblemException.conflict(
          "RATING_EXISTS",
          "Rating "
              + held.get().id()
              + " records this regulator's report of "
              + rating.reportDate()
              + " with other content; correct it if it is wrong.");
    }
    LocationRating fresh =
        LocationRating.of(locationId, authority, person, rating, Instant.now(clock));
    ratings.persist(fresh);
    return settle(location, fresh, authority);
  }

  /** Replaces a rating that was recorded wrongly. */
  Recorded correct(
      Location location,
      UUID ratingId,
      RatingSummary rating,
      String reason,
      String authority,
      String person) {
    requirePublished(rating);
    LocationRating wrong = ratings.require(location.id(), ratingId);
    if (wrong.replaced()) {
      throw new RuleViolation(
          "ALREADY_CORRECTED", "This record was corrected before; correct its replacement.");
    }
    ratings
        .of(location.id(), rating.regulator(), rating.reportDate())
        .filter(other -> !other.id().equals(ratingId))
        .ifPresent(
            other -> {
              throw ProblemException.conflict(
                  "RATING_EXISTS", "Rating " + other.id() + " records that report already.");
            });
    LocationRating fresh =
        LocationRating.of(location.id(), authority, person, rating, Instant.now(clock))
            .correcting(wrong, reason);
    ratings.flush();
    ratings.persist(fresh);
    return settle(location, fresh, authority);
  }

  private Recorded settle(Location location, LocationRating fresh, String authority) {
    ratings.flush();
    RatingSummary before = location.currentRating();
    Standing standing = standing(location.id(), LocalDate.now(clock));
    location.stand(standing);
    RatingChange change = RatingChange.between(before, standing.current(), fresh.shown());
    desk.record(location, authority, "location.rated.v1", change);
    return new Recorded(fresh.shown(), location, true);
  }

  /**
   * Ratings on record of some locations.
   *
   * @param byLocation those that stand
   */
  record Held(Map<UUID, List<LocationRating>> byLocation) {

    private Optional<LocationRating> of(Location location, RatingSummary rating) {
      return byLocation.getOrDefault(location.id(), List.of()).stream()
          .filter(held -> held.summary().regulator() == rating.regulator())
          .filter(held -> held.summary().reportDate().equals(rating.reportDate()))
          .findFirst();
    }

    /** Why the regulator's statement cannot be right together with what is on record, if so. */
    @Nullable String contradiction(Location location, List<RatingSummary> stated) {
      for (RatingSummary rating : stated) {
        LocationRating held = of(location, rating).orElse(null);
        if (held != null && held.summary().overall() != rating.overall()) {
          return "Rating "
              + held.id()
              + " records the report of "
              + rating.reportDate()
              + " as "
              + held.summary().overall()
              + "; correct it if it is wrong.";
        }
      }
      return null;
    }
  }

  /** Ratings on record, in one statement. */
  Held held(Collection<Location> some) {
    Map<UUID, List<LocationRating>> found = new HashMap<>();
    if (!some.isEmpty()) {
      ratings
          .list("locationId in ?1 and replaced = false", some.stream().map(Location::id).toList())
          .forEach(
              rating ->
                  found.computeIfAbsent(rating.locationId(), id -> new ArrayList<>()).add(rating));
    }
    return new Held(found);
  }

  /** A new location stands as its first ratings say. */
  void stand(Location fresh, List<RatingSummary> stated) {
    if (!stated.isEmpty()) {
      fresh.stand(Standing.asOf(LocalDate.now(clock), stated));
    }
  }

  /** Keeps the ratings of a new location, whose registration tells of them. */
  void keep(Location fresh, List<RatingSummary> stated, String authority) {
    for (RatingSummary rating : stated) {
      ratings.persist(
          LocationRating.of(fresh.id(), authority, caller.subject(), rating, Instant.now(clock)));
    }
  }

  /**
   * Adds what a register states to the ratings on record: reports not yet known, and key questions
   * of those known without. One event tells of all of them; true when there was anything to add.
   */
  boolean add(Location location, List<RatingSummary> stated, Held held, String authority) {
    List<LocationRating> added = new ArrayList<>();
    for (RatingSummary rating : stated) {
      LocationRating known = held.of(location, rating).orElse(null);
      boolean more =
          known != null
              && known.summary().keyQuestions().equals(KeyQuestions.none())
              && !rating.keyQuestions().equals(KeyQuestions.none());
      if (known == null || more) {
        LocationRating fresh =
            LocationRating.of(
                location.id(), authority, caller.subject(), rating, Instant.now(clock));
        if (known != null) {
          fresh.correcting(known, "The register states the key questions too");
          ratings.flush();
        }
        ratings.persist(fresh);
        added.add(fresh);
      }
    }
    added.stream()
        .max(Comparator.comparing(rating -> rating.summary().reportDate()))
        .ifPresent(latest -> settle(location, latest, authority));
    return !added.isEmpty();
  }

  /** What the reports published up to a day come to. */
  Standing standing(UUID location, LocalDate day) {
    return Standing.asOf(
        day, ratings.standing(location).stream().map(LocationRating::summary).toList());
  }

  /** One rating of a location at a time: each must see the standing that the last one left. */
  private Location lock(UUID id) {
    Location location = locations.require(id);
    locations.getEntityManager().refresh(location, LockModeType.PESSIMISTIC_WRITE);
    return location;
  }

  private void requirePublished(RatingSummary rating) {
    if (rating.reportDate().isAfter(LocalDate.now(clock))) {
      throw new RuleViolation(
          "REPORT_IN_FUTURE", "A report cannot be published on a day to come.", "/reportDate");
    }
  }
}
