package uk.carecontracts.providers.locations;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Lists what opened, closed and reopened in an area, with the dates between which it did. */
@ApplicationScoped
public class OpeningsAndClosures {

  private final SightingRepository sightings;
  private final LocationRepository locations;

  OpeningsAndClosures(SightingRepository sightings, LocationRepository locations) {
    this.sightings = sightings;
    this.locations = locations;
  }

  /** What happened to a home. */
  public enum Event {
    /** Listed for the first time. */
    OPENED,
    /** No longer listed. */
    CLOSED,
    /** Listed again. */
    REOPENED
  }

  /**
   * One event.
   *
   * @param event what happened
   * @param between when, as far as the files show
   * @param locationId the location
   * @param name its name
   * @param cqcLocationId the regulator's id
   * @param careType kind of care
   * @param reregistration true when only the registration changed or a second one was added: the
   *     home itself neither opened nor closed
   * @param counterpartId the registration before, after or beside
   */
  @Schema(name = "OpeningOrClosure")
  public record Movement(
      Event event,
      Between between,
      UUID locationId,
      String name,
      @Nullable String cqcLocationId,
      CareType careType,
      boolean reregistration,
      @Nullable UUID counterpartId) {

    /** Where it stands in the list: by date, name, location. */
    public String place() {
      return between.until() + "|" + name + "|" + locationId + "|" + event;
    }
  }

  /** Everything that happened in an area, oldest first. What the first file lists did not open. */
  public List<Movement> in(String area) {
    SortedMap<LocalDate, Boolean> files = sightings.snapshots(area);
    Map<UUID, SortedSet<LocalDate>> seen = new HashMap<>();
    for (StoredSighting sighting : sightings.in(area)) {
      if (sighting.locationId() != null) {
        seen.computeIfAbsent(sighting.locationId(), id -> new TreeSet<>()).add(sighting.date());
      }
    }
    Map<UUID, Location> byId = new HashMap<>();
    locations.withIds(seen.keySet()).forEach(location -> byId.put(location.id(), location));
    Map<UUID, Presence> presences = new HashMap<>();
    seen.forEach((id, dates) -> presences.put(id, Presence.derive(counted(files, dates), dates)));
    Map<UUID, UUID> counterparts = counterparts(byId, presences);
    List<Movement> movements = new ArrayList<>();
    byId.forEach(
        (id, location) ->
            add(
                movements,
                location.state(),
                Objects.requireNonNull(presences.get(id)),
                counterparts.get(id)));
    movements.sort(Comparator.comparing(Movement::place));
    return movements;
  }

  /** For each registration, the one it replaced or appeared beside. */
  private static Map<UUID, UUID> counterparts(
      Map<UUID, Location> byId, Map<UUID, Presence> presences) {
    List<Reregistrations.Registration> registrations = new ArrayList<>();
    byId.forEach(
        (id, location) -> {
          Presence presence = Objects.requireNonNull(presences.get(id));
          registrations.add(
              new Reregistrations.Registration(
                  id, location.key(), presence.opened(), presence.closed()));
        });
    Map<UUID, UUID> counterparts =
        new HashMap<>(Reregistrations.secondRegistrations(registrations));
    byId.forEach(
        (id, location) -> {
          UUID successor = location.state().successorId();
          if (successor != null) {
            counterparts.put(successor, id);
          }
        });
    return counterparts;
  }

  private static SortedSet<LocalDate> counted(
      SortedMap<LocalDate, Boolean> files, SortedSet<LocalDate> seen) {
    SortedSet<LocalDate> counted = new TreeSet<>(seen);
    files.forEach(
        (date, complete) -> {
          if (complete) {
            counted.add(date);
          }
        });
    return counted;
  }

  private static void add(
      List<Movement> movements, LocationState home, Presence presence, @Nullable UUID predecessor) {
    int last = presence.spells().size() - 1;
    for (int i = 0; i <= last; i++) {
      Presence.Spell spell = presence.spells().get(i);
      if (spell.opened().after() != null) {
        Event event = i == 0 ? Event.OPENED : Event.REOPENED;
        movements.add(movement(home, event, spell.opened(), i == 0 ? predecessor : null));
      }
      Between closed = spell.closed();
      if (closed != null) {
        UUID successor = i == last ? home.successorId() : null;
        movements.add(movement(home, Event.CLOSED, closed, successor));
      }
    }
  }

  private static Movement movement(
      LocationState home, Event event, Between between, @Nullable UUID counterpart) {
    return new Movement(
        event,
        between,
        home.id(),
        home.name(),
        home.cqcLocationId(),
        home.careType(),
        counterpart != null,
        counterpart);
  }
}
