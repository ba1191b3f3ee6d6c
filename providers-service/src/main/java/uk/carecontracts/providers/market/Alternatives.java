package uk.carecontracts.providers.market;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.providers.market.FailureImpact.Alternative;
import uk.carecontracts.providers.market.FailureRepository.Open;

/** Finds who else gives the care of a location that stops. */
final class Alternatives {

  private final List<Open> others;
  private final Map<UUID, Long> taken;
  private final SuspendedProviders suspended;
  private final FailureDesk.Question asked;

  /**
   * For one question.
   *
   * @param others open locations that may be near
   * @param taken people known to be placed, by location
   * @param suspended to whom the authority gives no new work
   */
  Alternatives(
      List<Open> others,
      Map<UUID, Long> taken,
      SuspendedProviders suspended,
      FailureDesk.Question asked) {
    this.others = others;
    this.taken = taken;
    this.suspended = suspended;
    this.asked = asked;
  }

  /** A location that stops, with what is near it, nearest first. */
  FailureImpact.LocationHit of(Open location, Set<String> services) {
    List<Alternative> near =
        others.stream()
            .filter(other -> other.careType() == location.careType())
            .filter(other -> nearEnough(other, location))
            .map(other -> alternative(location, services, other))
            .sorted(
                Comparator.comparing(
                        Alternative::distanceKm, Comparator.nullsLast(Comparator.naturalOrder()))
                    .thenComparing(Alternative::name)
                    .thenComparing(Alternative::locationId))
            .limit(asked.most())
            .toList();
    return new FailureImpact.LocationHit(
        location.id(),
        location.name(),
        location.careType(),
        location.area(),
        location.beds(),
        taken.getOrDefault(location.id(), 0L),
        location.rating(),
        services.stream().sorted().toList(),
        room(near),
        near);
  }

  private boolean nearEnough(Open other, Open location) {
    BigDecimal distance = distance(location, other);
    return distance == null
        ? other.area().equals(location.area())
        : distance.compareTo(asked.radiusKm()) <= 0;
  }

  /** Beds not known to be taken, of those whose providers may be given work. */
  static long room(Collection<Alternative> near) {
    return near.stream()
        .filter(other -> !other.suspended())
        .map(Alternative::room)
        .filter(Objects::nonNull)
        .mapToLong(Long::longValue)
        .sum();
  }

  private Alternative alternative(Open location, Set<String> services, Open other) {
    long people = taken.getOrDefault(other.id(), 0L);
    return new Alternative(
        other.id(),
        other.name(),
        other.providerId(),
        other.beds(),
        people,
        other.beds() == null ? null : Math.max(0, other.beds() - people),
        other.rating(),
        distance(location, other),
        suspended.fromAll(other.providerId(), services, other.careType()),
        suspended.of(other.providerId(), services, other.careType()));
  }

  private static @Nullable BigDecimal distance(Open a, Open b) {
    if (a.latitude() == null
        || a.longitude() == null
        || b.latitude() == null
        || b.longitude() == null) {
      return null;
    }
    return Distance.kilometres(a.latitude(), a.longitude(), b.latitude(), b.longitude());
  }
}
