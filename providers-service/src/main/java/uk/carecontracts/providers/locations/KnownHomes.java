package uk.carecontracts.providers.locations;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds the location that a home of the files already is: by the regulator's id, else by its
 * earlier sightings, else one that was registered by hand under the same name and postcode.
 */
@ApplicationScoped
class KnownHomes {

  private final LocationRepository locations;

  KnownHomes(LocationRepository locations) {
    this.locations = locations;
  }

  /** Each location answers for one home. */
  Map<Homes.Home, Location> among(
      String area, List<Homes.Home> homes, Map<UUID, StoredSighting> byId) {
    Map<Homes.Home, Location> known = new HashMap<>();
    Set<UUID> taken = new HashSet<>();
    byCqcId(homes, known, taken);
    bySightings(homes, byId, known, taken);
    byHand(area, homes, known, taken);
    return known;
  }

  private void byCqcId(List<Homes.Home> homes, Map<Homes.Home, Location> known, Set<UUID> taken) {
    Set<String> ids =
        homes.stream()
            .map(Homes.Home::cqcLocationId)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    Map<String, Location> found = new HashMap<>();
    for (Location location : locations.withCqcIds(ids)) {
      found.put(location.facts().cqcLocationId(), location);
    }
    for (Homes.Home home : homes) {
      Optional.ofNullable(found.get(home.cqcLocationId()))
          .ifPresent(location -> take(home, location, known, taken));
    }
  }

  private void bySightings(
      List<Homes.Home> homes,
      Map<UUID, StoredSighting> byId,
      Map<Homes.Home, Location> known,
      Set<UUID> taken) {
    Map<UUID, Location> found = new HashMap<>();
    locations
        .withIds(
            byId.values().stream()
                .map(StoredSighting::locationId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()))
        .forEach(location -> found.put(location.id(), location));
    for (Homes.Home home : homes) {
      if (!known.containsKey(home)) {
        home.sightings().stream()
            .map(sighting -> Objects.requireNonNull(byId.get(sighting.id())).locationId())
            .filter(Objects::nonNull)
            .map(found::get)
            .filter(location -> mayBe(location, home, taken))
            .findFirst()
            .ifPresent(location -> take(home, location, known, taken));
      }
    }
  }

  private void byHand(
      String area, List<Homes.Home> homes, Map<Homes.Home, Location> known, Set<UUID> taken) {
    List<Location> candidates = locations.registeredByHand(area);
    for (Homes.Home home : homes) {
      if (!known.containsKey(home)) {
        candidates.stream()
            .filter(location -> mayBe(location, home, taken))
            .filter(location -> location.key().sameNameAndPostcode(home.latest().key()))
            .findFirst()
            .ifPresent(location -> take(home, location, known, taken));
      }
    }
  }

  private static void take(
      Homes.Home home, Location location, Map<Homes.Home, Location> known, Set<UUID> taken) {
    known.put(home, location);
    taken.add(location.id());
  }

  private static boolean mayBe(@Nullable Location location, Homes.Home home, Set<UUID> taken) {
    if (location == null || taken.contains(location.id())) {
      return false;
    }
    String id = location.facts().cqcLocationId();
    return id == null || id.equals(home.cqcLocationId());
  }
}
