package uk.carecontracts.providers.locations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.providers.locations.Presence.Evidence;

/**
 * Makes the locations of an area say what all its dated files show together. Runs over every
 * sighting of the area each time, so that the result cannot depend on the order of imports.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class AreaDerivation {

  private static final String REASON = "Dated files of the regulator's directory";

  private final SightingRepository sightings;
  private final LocationRepository locations;
  private final KnownHomes knownHomes;
  private final LocationDesk desk;
  private final HomeProviders homeProviders;
  private final LocationHistory history;
  private final RegisterRepository registers;

  AreaDerivation(
      SightingRepository sightings,
      LocationRepository locations,
      KnownHomes knownHomes,
      LocationDesk desk,
      HomeProviders homeProviders,
      LocationHistory history,
      RegisterRepository registers) {
    this.sightings = sightings;
    this.locations = locations;
    this.knownHomes = knownHomes;
    this.desk = desk;
    this.homeProviders = homeProviders;
    this.history = history;
    this.registers = registers;
  }

  /** Derives an area. */
  void derive(String authority, String area) {
    List<StoredSighting> stored = sightings.in(area);
    Map<UUID, StoredSighting> byId =
        stored.stream().collect(Collectors.toMap(StoredSighting::id, Function.identity()));
    List<Homes.Home> homes = Homes.among(stored.stream().map(StoredSighting::sighting).toList());
    Map<Homes.Home, Location> before = knownHomes.among(area, homes, byId);
    SortedMap<LocalDate, Boolean> files = sightings.snapshots(area);
    Map<String, UUID> providers = homeProviders.among(authority, stored, before.values());
    Map<UUID, Evidence> beyond =
        history.beyondExtracts(before.values().stream().map(Location::id).toList());
    Map<UUID, List<Presence.Spell>> spells = new HashMap<>();

    Map<UUID, UUID> assigned = new HashMap<>();
    Map<UUID, Reregistrations.Registration> registrations = new LinkedHashMap<>();
    Map<UUID, Location> current = new LinkedHashMap<>();
    for (Homes.Home home : homes) {
      Presence presence = presence(files, home, before.get(home), beyond);
      boolean newer = registeredLater(home, before.get(home), beyond);
      Location location =
          settle(authority, home, byId, before.get(home), newer, presence, providers);
      home.sightings().forEach(sighting -> assigned.put(sighting.id(), location.id()));
      current.put(location.id(), location);
      spells.put(location.id(), presence.spells());
      registrations.put(
          location.id(),
          new Reregistrations.Registration(
              location.id(),
              home.latest().key(),
              Objects.requireNonNullElse(
                  presence.opened(), new Between(null, home.dates().first())),
              presence.closed()));
    }
    sightings.assign(assigned);
    history.keep(spells);
    Map<UUID, Integer> beds = statedBeds(stored, assigned);
    Map<UUID, UUID> successors = new HashMap<>(Reregistrations.successors(registrations.values()));
    successors.putAll(registers.successors(current.keySet()));
    current.forEach(
        (id, location) ->
            desk.change(
                authority,
                location,
                changed -> {
                  changed.succeededBy(successors.get(id));
                  Optional.ofNullable(beds.get(id)).ifPresent(changed::beds);
                },
                "Registration replaced at the same premises, or beds stated"));
    withdraw(authority, stored, assigned, current.keySet());
  }

  /** Keeps the beds that files state, and says for those locations what holds today. */
  private Map<UUID, Integer> statedBeds(
      Collection<StoredSighting> stored, Map<UUID, UUID> assigned) {
    Map<UUID, Integer> today = new HashMap<>();
    for (StoredSighting sighting : stored) {
      Integer beds = sighting.row().beds();
      UUID location = assigned.get(sighting.id());
      if (beds != null && location != null) {
        Integer now = history.beds(location, sighting.date(), beds, Declaration.Source.CQC);
        today.put(location, Objects.requireNonNullElse(now, beds));
      }
    }
    return today;
  }

  /** Absence from a file with rejected rows proves nothing. */
  private static Presence presence(
      SortedMap<LocalDate, Boolean> files,
      Homes.Home home,
      @Nullable Location known,
      Map<UUID, Evidence> beyond) {
    SortedSet<LocalDate> counted = new TreeSet<>(home.dates());
    files.forEach(
        (date, complete) -> {
          if (complete) {
            counted.add(date);
          }
        });
    Evidence shown = new Evidence(counted, home.dates(), List.of());
    Evidence more = known == null ? null : beyond.get(known.id());
    return Presence.of(more == null ? shown : shown.and(more));
  }

  private Location settle(
      String authority,
      Homes.Home home,
      Map<UUID, StoredSighting> byId,
      @Nullable Location known,
      boolean registeredLater,
      Presence presence,
      Map<String, UUID> providers) {
    CareHomeRow row = Objects.requireNonNull(byId.get(home.latest().id())).row();
    UUID provider = providerOf(home, byId, providers);
    if (known == null) {
      LocationFacts facts = LocationFacts.of(row, home.cqcLocationId(), provider, null);
      return desk.register(authority, facts, fresh -> fresh.appear(presence), REASON);
    }
    LocationFacts before = known.facts();
    LocationFacts facts =
        LocationFacts.of(
            row,
            home.cqcLocationId(),
            provider == null ? before.providerId() : provider,
            before.beds());
    desk.change(
        authority,
        known,
        changed -> {
          if (!registeredLater) {
            changed.describe(facts);
          }
          changed.appear(presence);
        },
        REASON);
    return known;
  }

  /** Whether a directory of a later day has described it: its facts stand. */
  private static boolean registeredLater(
      Homes.Home home, @Nullable Location known, Map<UUID, Evidence> beyond) {
    Evidence more = known == null ? null : beyond.get(known.id());
    return more != null
        && !more.seen().isEmpty()
        && more.seen().last().isAfter(home.latest().date());
  }

  /** The provider that the latest file with a provider column names. */
  private static @Nullable UUID providerOf(
      Homes.Home home, Map<UUID, StoredSighting> byId, Map<String, UUID> providers) {
    UUID provider = null;
    for (Sighting sighting : home.sightings()) {
      String name = Objects.requireNonNull(byId.get(sighting.id())).row().providerName();
      if (name != null) {
        provider = providers.get(name);
      }
    }
    return provider;
  }

  /** A location whose sightings all turned out to be another one's gives way to it. */
  private void withdraw(
      String authority,
      Collection<StoredSighting> stored,
      Map<UUID, UUID> assigned,
      Set<UUID> current) {
    Map<UUID, StoredSighting> orphans = new LinkedHashMap<>();
    for (StoredSighting sighting : stored) {
      if (sighting.locationId() != null && !current.contains(sighting.locationId())) {
        orphans.put(sighting.locationId(), sighting);
      }
    }
    locations
        .withIds(orphans.keySet())
        .forEach(
            location -> {
              StoredSighting sighting = Objects.requireNonNull(orphans.get(location.id()));
              desk.change(
                  authority,
                  location,
                  changed -> {
                    changed.closed(new Between(sighting.date(), sighting.date()));
                    changed.succeededBy(assigned.get(sighting.id()));
                  },
                  "Found to be the same home as another record");
              history.keep(Map.of(location.id(), List.of()));
            });
  }
}
