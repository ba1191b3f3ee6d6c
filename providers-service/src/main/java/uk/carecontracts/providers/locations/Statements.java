package uk.carecontracts.providers.locations;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.providers.locations.Declaration.Kind;
import uk.carecontracts.providers.locations.Declaration.Source;
import uk.carecontracts.providers.ratings.Regulator;

/**
 * What the entries of one batch state for their day, compared in memory with what is on record and
 * written in a few statements at the end.
 */
final class Statements {

  private final RegisterDesk.Document document;
  private final String person;
  private final Instant now;
  private final Map<UUID, List<Declaration>> declared;
  private final Map<UUID, NavigableMap<LocalDate, Integer>> beds;
  private final Set<String> listed;
  private final List<Object[]> newListings = new ArrayList<>();
  private final List<Object[]> newDeclarations = new ArrayList<>();
  private final List<Object[]> newBeds = new ArrayList<>();
  private final List<Object[]> withdrawn = new ArrayList<>();
  private final Map<UUID, List<Presence.Spell>> spells = new HashMap<>();

  Statements(
      RegisterDesk.Document document,
      String person,
      Instant now,
      Map<UUID, List<Declaration>> declared,
      Map<UUID, NavigableMap<LocalDate, Integer>> beds,
      Set<String> listed) {
    this.document = document;
    this.person = person;
    this.now = now;
    this.declared = declared;
    this.beds = beds;
    this.listed = listed;
  }

  static Source source(RegisterEntry entry) {
    return entry.register() == Regulator.CQC ? Source.CQC : Source.OFSTED;
  }

  /** The exact days that an entry states. */
  List<Declaration> days(RegisterEntry entry) {
    List<Declaration> days = new ArrayList<>();
    add(days, entry, Kind.OPENED, entry.openedOn());
    add(days, entry, Kind.CLOSED, entry.closedOn());
    return days;
  }

  private void add(
      List<Declaration> days, RegisterEntry entry, Kind kind, @Nullable LocalDate day) {
    if (day != null) {
      days.add(new Declaration(kind, day, source(entry), document.statedOn(), null, null));
    }
  }

  /** Takes what an entry states; true when any of it is new. */
  boolean take(RegisterEntry entry, UUID location) {
    boolean news = document.directory() && listed.add(entry.registerId());
    if (news) {
      newListings.add(
          new Object[] {
            entry.register(), entry.registerId(), document.statedOn(), entry.area(), location
          });
    }
    news |= withdraw(entry, location);
    for (Declaration day : days(entry)) {
      news |= declare(location, day);
    }
    return state(entry, location) || news;
  }

  private boolean declare(UUID location, Declaration day) {
    Declaration held =
        declared.getOrDefault(location, List.of()).stream()
            .filter(other -> other.kind() == day.kind() && other.source() == day.source())
            .filter(other -> other.day().equals(day.day()))
            .findFirst()
            .orElse(null);
    if (held == null || held.statedOn().isBefore(day.statedOn())) {
      newDeclarations.add(
          HistoryRepository.values(location, day, document.authority(), person, now));
    }
    return held == null;
  }

  /** A later document of the same register replaces what an earlier one stated otherwise. */
  private boolean withdraw(RegisterEntry entry, UUID location) {
    boolean news = false;
    for (Declaration held : declared.getOrDefault(location, List.of())) {
      LocalDate stated = held.kind() == Kind.OPENED ? entry.openedOn() : entry.closedOn();
      boolean silent = stated == null && (held.kind() == Kind.OPENED || document.directory());
      boolean replaced =
          held.source() == source(entry)
              && held.statedOn().isBefore(document.statedOn())
              && !held.day().equals(stated);
      if (replaced && !silent) {
        withdrawn.add(new Object[] {location, held.kind(), held.source(), held.day()});
        news = true;
      }
    }
    return news;
  }

  private boolean state(RegisterEntry entry, UUID location) {
    Integer number = entry.beds();
    if (number == null) {
      return false;
    }
    NavigableMap<LocalDate, Integer> stated = beds.computeIfAbsent(location, id -> new TreeMap<>());
    boolean news = !number.equals(stated.put(document.statedOn(), number));
    if (news) {
      newBeds.add(new Object[] {location, document.statedOn(), number, source(entry)});
    }
    return news;
  }

  /** The number of beds that holds on a day. */
  @Nullable Integer bedsOn(UUID location, LocalDate day) {
    NavigableMap<LocalDate, Integer> stated = beds.get(location);
    if (stated == null || stated.isEmpty()) {
      return null;
    }
    Map.Entry<LocalDate, Integer> known = stated.floorEntry(day);
    return known == null ? stated.firstEntry().getValue() : known.getValue();
  }

  /** The periods of a location made just now. */
  void opens(UUID location, Presence presence) {
    spells.put(location, presence.spells());
  }

  /** Writes everything; the locations exist by now. */
  void write(HistoryRepository history, RegisterRepository registers) {
    registers.list(newListings);
    history.withdraw(withdrawn);
    history.declare(newDeclarations);
    history.beds(newBeds);
    history.spells(spells);
  }
}
