package uk.carecontracts.providers.locations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.journal.Entry;
import uk.carecontracts.kit.journal.Journal;
import uk.carecontracts.providers.locations.Declaration.Kind;
import uk.carecontracts.providers.locations.Declaration.Source;

/** Registers and changes locations; each change that changes anything is journalled once. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class LocationDesk {

  static final String AGGREGATE = "location";

  private final LocationRepository locations;
  private final LocationHistory history;
  private final Journal journal;
  private final Clock clock;

  LocationDesk(
      LocationRepository locations, LocationHistory history, Journal journal, Clock clock) {
    this.locations = locations;
    this.history = history;
    this.journal = journal;
    this.clock = clock;
  }

  /** Registers a location on a person's word. */
  Location enter(String authority, LocationFacts facts, @Nullable LocalDate openedOn) {
    List<Declaration> declared =
        openedOn == null ? List.of() : List.of(declaration(Kind.OPENED, openedOn, null, null));
    Presence presence =
        Presence.of(new Presence.Evidence(new TreeSet<>(), new TreeSet<>(), declared));
    Location location =
        register(authority, facts, fresh -> fresh.follow(presence), "Registered through the API");
    declared.forEach(day -> history.declare(location.id(), day, authority));
    LocalDate from = openedOn == null ? history.today() : openedOn;
    history.beds(location.id(), from, facts.beds(), Source.API);
    history.keep(Map.of(location.id(), presence.spells()));
    return location;
  }

  /** Corrects, closes or reopens a location on a person's word. */
  void amend(
      String authority, Location location, LocationFacts facts, LocationForms.Amendment form) {
    String reason = Objects.requireNonNullElse(form.reason(), "Corrected through the API");
    declare(authority, location, form);
    LocalDate from = form.bedsFrom() == null ? history.today() : form.bedsFrom();
    Integer beds = history.beds(location.id(), from, form.beds(), Source.API);
    Presence presence = history.presence(location);
    change(
        authority,
        location,
        changed -> {
          changed.describe(facts);
          changed.beds(beds);
          changed.follow(presence);
        },
        reason);
    history.keep(Map.of(location.id(), presence.spells()));
  }

  private void declare(String authority, Location location, LocationForms.Amendment form) {
    if (form.closedOn() != null) {
      history.declare(
          location.id(),
          declaration(Kind.CLOSED, form.closedOn(), form.exitReason(), form.reason()),
          authority);
    } else if (Boolean.TRUE.equals(form.reopened())
        && !history.takeClosureBack(location.id())
        && location.status() == LocationStatus.CLOSED) {
      history.declare(
          location.id(), declaration(Kind.OPENED, history.today(), null, null), authority);
    }
  }

  private Declaration declaration(
      Kind kind, LocalDate day, @Nullable ExitReason reason, @Nullable String note) {
    return new Declaration(kind, day, Source.API, history.today(), reason, note);
  }

  /** Registers a location; the details set up what else is known from the start. */
  Location register(
      String authority, LocationFacts facts, Consumer<Location> details, String reason) {
    Location location = Location.register(authority, facts, Instant.now(clock));
    details.accept(location);
    locations.persist(location);
    record(location, authority, "location.registered.v1", Map.of("reason", reason));
    return location;
  }

  /** Applies a change; the event says whether it closed, reopened or only amended the location. */
  boolean change(String authority, Location location, Consumer<Location> change, String reason) {
    LocationStatus before = location.status();
    long version = location.version();
    change.accept(location);
    locations.flush();
    if (location.version() == version) {
      return false;
    }
    String type =
        before == location.status()
            ? "location.amended.v1"
            : location.status() == LocationStatus.CLOSED
                ? "location.closed.v1"
                : "location.reopened.v1";
    append(location, authority, type, Map.of("reason", reason));
    return true;
  }

  /** Records a version whose event carries a change of its own. */
  void record(Location location, String authority, String type, Object change) {
    locations.flush();
    append(location, authority, type, change);
  }

  private void append(Location location, String authority, String type, Object change) {
    journal.append(
        new Entry(
            AGGREGATE,
            location.id(),
            location.version(),
            type,
            authority,
            location.state(),
            change));
  }
}
