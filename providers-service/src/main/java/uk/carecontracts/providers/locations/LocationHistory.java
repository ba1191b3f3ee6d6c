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
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.tenancy.Caller;
import uk.carecontracts.providers.locations.Presence.Evidence;
import uk.carecontracts.providers.ratings.Regulator;

/** Keeps when locations were open and how many beds they had, from every source. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class LocationHistory {

  private final HistoryRepository history;
  private final RegisterRepository registers;
  private final Caller caller;
  private final Clock clock;

  LocationHistory(
      HistoryRepository history, RegisterRepository registers, Caller caller, Clock clock) {
    this.history = history;
    this.registers = registers;
    this.caller = caller;
    this.clock = clock;
  }

  /** What is known of locations beside the care-home extracts of their area. */
  Map<UUID, Evidence> beyondExtracts(Collection<UUID> locations) {
    Map<UUID, Evidence> known = new HashMap<>(registers.evidence(locations));
    history
        .declarations(locations)
        .forEach(
            (id, declared) ->
                known.merge(
                    id, new Evidence(new TreeSet<>(), new TreeSet<>(), declared), Evidence::and));
    return known;
  }

  /** When locations were open, after everything known about them. */
  Map<UUID, Presence> presences(Collection<UUID> locations) {
    Map<UUID, Evidence> beyond = beyondExtracts(locations);
    Map<UUID, Evidence> extracts = history.extracts(locations);
    Map<UUID, Presence> presences = new HashMap<>();
    for (UUID id : locations) {
      Evidence all =
          beyond.getOrDefault(id, Evidence.none()).and(extracts.getOrDefault(id, Evidence.none()));
      presences.put(id, Presence.of(all));
    }
    return presences;
  }

  /** When a location was open, after everything known about it. */
  Presence presence(Location location) {
    return Objects.requireNonNull(presences(List.of(location.id())).get(location.id()));
  }

  /** Begins to take what a document states about locations on record and new ones. */
  Statements statements(
      RegisterDesk.Document document, Collection<UUID> locations, List<RegisterEntry> entries) {
    Regulator register = entries.get(0).register();
    List<String> numbers = entries.stream().map(RegisterEntry::registerId).toList();
    return new Statements(
        document,
        caller.subject(),
        Instant.now(clock),
        history.declarations(locations),
        history.beds(locations),
        registers.listed(register, document.statedOn(), numbers));
  }

  /** Writes what a document states. */
  void write(Statements statements) {
    statements.write(history, registers);
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
