package uk.carecontracts.providers.locations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.tenancy.Caller;
import uk.carecontracts.providers.locations.Presence.Evidence;

/** Keeps when locations were open and how many beds they had, from every source. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class LocationHistory {

  private final HistoryRepository history;
  private final Caller caller;
  private final Clock clock;

  LocationHistory(HistoryRepository history, Caller caller, Clock clock) {
    this.history = history;
    this.caller = caller;
    this.clock = clock;
  }

  /** What is known of locations beside the care-home extracts of their area. */
  Map<UUID, Evidence> beyondExtracts(Collection<UUID> locations) {
    Map<UUID, Evidence> known = new HashMap<>();
    history
        .declarations(locations)
        .forEach((id, declared) -> known.put(id, Evidence.none().and(declaredOnly(declared))));
    return known;
  }

  private static Evidence declaredOnly(List<Declaration> declared) {
    return new Evidence(Evidence.none().files(), Evidence.none().seen(), declared);
  }

  /** When a location was open, after everything known about it. */
  Presence presence(Location location) {
    Evidence beyond =
        beyondExtracts(List.of(location.id())).getOrDefault(location.id(), Evidence.none());
    return Presence.of(history.extracts(location.id()).and(beyond));
  }

  /** Keeps an exact day. */
  void declare(UUID location, Declaration declared, String authority) {
    history.declare(location, declared, authority, caller.subject(), Instant.now(clock));
  }

  /** Takes the last declared closure back; false when none was declared. */
  boolean takeClosureBack(UUID location) {
    return history.withdrawLastClosure(location) > 0;
  }

  /** Keeps the derived spells; an empty list for a record that was never a location of its own. */
  void keep(Map<UUID, List<Presence.Spell>> spells) {
    history.spells(spells);
  }

  /** Keeps a stated number of beds and says what holds today. */
  @Nullable Integer beds(
      UUID location, LocalDate from, @Nullable Integer beds, Declaration.Source source) {
    if (beds != null) {
      history.beds(location, from, beds, source);
    }
    return history.bedsOn(location, LocalDate.now(clock));
  }

  LocalDate today() {
    return LocalDate.now(clock);
  }
}
