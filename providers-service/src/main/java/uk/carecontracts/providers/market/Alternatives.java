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

  private Alternatives() {}

  /** A location that stops with what is near it, nearest first. */
  static FailureImpact.LocationHit of(
      Open location,
      List<Open> others,
      Map<UUID, Long> taken,
      Set<UUID> suspended,
      FailureDesk.Question asked) {
    List<Alternative> near =
        others.stream()
            .filter(other -> other.careType() == location.careType())
            .map(other -> alternative(location, other, taken, suspended))
            .filter(other -> nearEnough(other, location, others, asked))
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
        room(near),
        near);
  }

  private static boolean nearEnough(
      Alternative other, Open location, List<Open> others, FailureDesk.Question asked) {
    BigDecimal distance = other.distanceKm();
    if (distance != null) {
      return distance.compareTo(asked.radiusKm()) <= 0;
    }
    return others.stream()
        .filter(open -> open.id().equals(other.locationId()))
        .anyMatch(open -> open.area().equals(location.area()));
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

  private static Alternative alternative(
      Open location, Open other, Map<UUID, Long> taken, Set<UUID> suspended) {
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
        other.providerId() != null && suspended.contains(other.providerId()));
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
