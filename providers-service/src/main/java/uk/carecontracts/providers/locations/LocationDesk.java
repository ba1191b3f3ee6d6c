package uk.carecontracts.providers.locations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import uk.carecontracts.kit.journal.Entry;
import uk.carecontracts.kit.journal.Journal;

/** Registers and changes locations; each change that changes anything is journalled once. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class LocationDesk {

  static final String AGGREGATE = "location";

  private final LocationRepository locations;
  private final Journal journal;
  private final Clock clock;

  LocationDesk(LocationRepository locations, Journal journal, Clock clock) {
    this.locations = locations;
    this.journal = journal;
    this.clock = clock;
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
