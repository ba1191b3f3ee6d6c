package uk.carecontracts.providers.locations;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Lists what opened, closed and reopened in an area, on its day or between two dates. */
@ApplicationScoped
public class OpeningsAndClosures {

  private final LocationLives lives;

  OpeningsAndClosures(LocationLives lives) {
    this.lives = lives;
  }

  /** What happened to a home. */
  public enum Event {
    /** Open for the first time. */
    OPENED,
    /** No longer open. */
    CLOSED,
    /** Open again. */
    REOPENED
  }

  /**
   * One event.
   *
   * @param event what happened
   * @param between when, as far as known
   * @param locationId the location
   * @param name its name
   * @param cqcLocationId the regulator's id
   * @param careType kind of care
   * @param beds registered beds then, as far as known
   * @param exitReason why it closed, where somebody stated it
   * @param note the statement in words
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
      @Nullable Integer beds,
      @Nullable ExitReason exitReason,
      @Nullable String note,
      boolean reregistration,
      @Nullable UUID counterpartId) {

    /** Where it stands in the list: by date, name, location. */
    public String place() {
      return between.until() + "|" + name + "|" + locationId + "|" + event;
    }
  }

  /** Everything that happened in an area, oldest first. What the first file lists did not open. */
  public List<Movement> in(String area) {
    return among(lives.in(area));
  }

  /** Everything that happened to some locations of one area, oldest first. */
  public static List<Movement> among(List<LocationLife> lives) {
    List<LocationLife> real = lives.stream().filter(life -> !life.spells().isEmpty()).toList();
    Map<UUID, UUID> counterparts = counterparts(real);
    List<Movement> movements = new ArrayList<>();
    real.forEach(life -> add(movements, life, counterparts.get(life.id())));
    movements.sort(Comparator.comparing(Movement::place));
    return movements;
  }

  /** For each registration, the one it replaced or appeared beside. */
  private static Map<UUID, UUID> counterparts(List<LocationLife> lives) {
    List<Reregistrations.Registration> registrations =
        lives.stream().map(OpeningsAndClosures::registration).toList();
    Map<UUID, UUID> counterparts =
        new HashMap<>(Reregistrations.secondRegistrations(registrations));
    for (LocationLife life : lives) {
      UUID successor = life.successorId();
      if (successor != null) {
        counterparts.put(successor, life.id());
      }
    }
    return counterparts;
  }

  private static Reregistrations.Registration registration(LocationLife life) {
    Presence presence = new Presence(life.spells());
    return new Reregistrations.Registration(
        life.id(),
        life.key(),
        Objects.requireNonNullElse(presence.opened(), new Between(null, LocalDate.EPOCH)),
        presence.closed());
  }

  private static void add(List<Movement> movements, LocationLife home, @Nullable UUID predecessor) {
    int last = home.spells().size() - 1;
    for (int i = 0; i <= last; i++) {
      Between opened = home.spells().get(i).opened();
      if (opened != null && opened.after() != null) {
        Event event = i == 0 ? Event.OPENED : Event.REOPENED;
        movements.add(movement(home, event, opened, i == 0 ? predecessor : null));
      }
      Between closed = home.spells().get(i).closed();
      if (closed != null) {
        movements.add(movement(home, Event.CLOSED, closed, i == last ? home.successorId() : null));
      }
    }
  }

  private static Movement movement(
      LocationLife home, Event event, Between between, @Nullable UUID counterpart) {
    Declaration closing = event == Event.CLOSED ? home.closing(between).orElse(null) : null;
    return new Movement(
        event,
        between,
        home.id(),
        home.name(),
        home.cqcLocationId(),
        home.careType(),
        home.bedsOn(between.until()),
        closing == null ? null : closing.exitReason(),
        closing == null ? null : closing.note(),
        counterpart != null,
        counterpart);
  }
}
