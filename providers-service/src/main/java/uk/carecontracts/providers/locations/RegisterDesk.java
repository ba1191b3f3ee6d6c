package uk.carecontracts.providers.locations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.imports.RowOutcome;
import uk.carecontracts.providers.ratings.Regulator;
import uk.carecontracts.providers.register.OrganisationDesk;
import uk.carecontracts.providers.register.OrganisationFacts;

/** Takes in what the regulators' own registers state about locations. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class RegisterDesk {

  private static final int CHUNK = 200;

  private final LocationRepository locations;
  private final RegisterRepository registers;
  private final LocationDesk desk;
  private final LocationHistory history;
  private final RatingDesk ratings;
  private final OrganisationDesk organisations;
  private final RunnerReviews runners;

  RegisterDesk(
      LocationRepository locations,
      RegisterRepository registers,
      LocationDesk desk,
      LocationHistory history,
      RatingDesk ratings,
      OrganisationDesk organisations,
      RunnerReviews runners) {
    this.locations = locations;
    this.registers = registers;
    this.desk = desk;
    this.history = history;
    this.ratings = ratings;
    this.organisations = organisations;
    this.runners = runners;
  }

  /**
   * The document that states something.
   *
   * @param authority GSS code of the authority that imports it
   * @param name for the history of records
   * @param statedOn the day it describes
   * @param directory whether it lists everything of an area, so that absence means something
   */
  public record Document(String authority, String name, LocalDate statedOn, boolean directory) {}

  /** Waits for any other import of the areas of some entries: before organisations are matched. */
  public void lock(List<RegisterEntry> entries) {
    Set<String> areas = new TreeSet<>();
    entries.forEach(entry -> areas.add(entry.area()));
    areas.forEach(locations::lockArea);
  }

  /** A provider's document names the locations it runs; true when that was news. */
  public boolean runs(Document document, UUID provider, List<String> numbers) {
    boolean news = false;
    for (Location location : locations.withCqcIds(numbers)) {
      if (location.facts().providerId() == null) {
        news |=
            desk.change(
                document.authority(),
                location,
                changed -> changed.runBy(provider),
                document.name());
      }
    }
    return news;
  }

  /** Takes entries of one register in and says what became of each. */
  public List<RowOutcome> take(Document document, List<RegisterEntry> entries) {
    lock(entries);
    Map<OrganisationFacts, OrganisationDesk.Taken> providers =
        organisations.take(
            document.authority(),
            entries.stream().map(RegisterEntry::provider).filter(Objects::nonNull).toList(),
            document.name());
    Map<String, Location> known = known(entries);
    Map<UUID, LocalDate> lastListed =
        registers.lastListed(known.values().stream().map(Location::id).toList());
    RatingDesk.Held held = ratings.held(known.values());
    Statements statements =
        history.statements(document, known.values().stream().map(Location::id).toList(), entries);
    List<RowOutcome> outcomes = new ArrayList<>();
    Map<Location, OrganisationDesk.@Nullable Taken> touched = new LinkedHashMap<>();
    for (RegisterEntry entry : entries) {
      OrganisationDesk.Taken taken = taken(entry, providers);
      UUID provider = taken == null ? null : taken.id();
      Location location = known.get(entry.registerId());
      RowOutcome outcome;
      String contradiction =
          location == null ? null : held.contradiction(location, entry.ratings());
      if (contradiction != null) {
        outcome = RowOutcome.rejected("rating", contradiction);
      } else if (location == null) {
        location = register(document, entry, provider, statements);
        known.put(entry.registerId(), location);
        outcome = RowOutcome.CREATED;
      } else {
        LocalDate last = lastListed.get(location.id());
        boolean current = last == null || !last.isAfter(document.statedOn());
        boolean news = statements.take(entry, location.id());
        news |= current && change(document, entry, provider, location, statements);
        news |= ratings.add(location, entry.ratings(), held, document.authority());
        outcome = news ? RowOutcome.UPDATED : RowOutcome.UNCHANGED;
      }
      registers.predecessors(entry);
      outcomes.add(outcome);
      if (location != null && contradiction == null) {
        touched.put(location, taken);
      }
    }
    history.write(statements);
    runners.ask(touched);
    if (!document.directory()) {
      settle(document.authority(), touched.keySet());
    }
    return outcomes;
  }

  private static OrganisationDesk.@Nullable Taken taken(
      RegisterEntry entry, Map<OrganisationFacts, OrganisationDesk.Taken> providers) {
    return entry.provider() == null ? null : providers.get(entry.provider());
  }

  /** Locations by the register's number; one that files knew without a number is adopted. */
  private Map<String, Location> known(List<RegisterEntry> entries) {
    Set<String> areas = entries.stream().map(RegisterEntry::area).collect(Collectors.toSet());
    Map<String, Location> known = new HashMap<>();
    List<String> ids = entries.stream().map(RegisterEntry::registerId).toList();
    Regulator register = entries.get(0).register();
    locations.withRegisterIds(register, ids).forEach(l -> known.put(l.registerId(register), l));
    List<Location> unnumbered = new ArrayList<>(locations.withoutRegisterIds(areas));
    for (RegisterEntry entry : entries) {
      if (!unnumbered.isEmpty() && !known.containsKey(entry.registerId())) {
        HomeKey key = entry.key();
        unnumbered.stream()
            .filter(location -> location.area().equals(entry.area()))
            .filter(
                location ->
                    location.key().sameNameAndPostcode(key) || location.key().sameAddress(key))
            .findFirst()
            .ifPresent(
                location -> {
                  known.put(entry.registerId(), location);
                  unnumbered.remove(location);
                });
      }
    }
    return known;
  }

  private Location register(
      Document document, RegisterEntry entry, @Nullable UUID provider, Statements statements) {
    LocationFacts facts = facts(entry, null, provider, entry.beds());
    Presence presence =
        Presence.of(
            new Presence.Evidence(new TreeSet<>(), new TreeSet<>(), statements.days(entry)));
    Location location =
        desk.register(
            document.authority(),
            facts,
            fresh -> {
              fresh.numbered(entry.register(), entry.registerId());
              fresh.follow(presence);
              ratings.stand(fresh, entry.ratings());
            },
            document.name());
    ratings.keep(location, entry.ratings(), document.authority());
    statements.take(entry, location.id());
    statements.opens(location.id(), presence);
    return location;
  }

  private boolean change(
      Document document,
      RegisterEntry entry,
      @Nullable UUID provider,
      Location location,
      Statements statements) {
    UUID runs = provider == null ? location.facts().providerId() : provider;
    Integer beds = statements.bedsOn(location.id(), history.today());
    LocationFacts facts = facts(entry, location.facts(), runs, beds);
    boolean numbered = entry.registerId().equals(location.registerId(entry.register()));
    if (numbered && location.says(facts)) {
      return false;
    }
    return desk.change(
        document.authority(),
        location,
        changed -> {
          changed.describe(facts);
          changed.numbered(entry.register(), entry.registerId());
        },
        document.name());
  }

  /** What the register does not say stays as it was. */
  private static LocationFacts facts(
      RegisterEntry entry,
      @Nullable LocationFacts now,
      @Nullable UUID provider,
      @Nullable Integer beds) {
    boolean cqc = entry.register() == Regulator.CQC;
    return new LocationFacts(
        provider,
        entry.name(),
        cqc ? entry.registerId() : now == null ? null : now.cqcLocationId(),
        entry.careType(),
        beds,
        entry.area(),
        or(entry.postcode(), now == null ? null : now.postcode()),
        or(entry.address(), now == null ? null : now.address()),
        or(entry.telephone(), now == null ? null : now.telephone()),
        or(entry.website(), now == null ? null : now.website()),
        or(entry.latitude(), now == null ? null : now.latitude()),
        or(entry.longitude(), now == null ? null : now.longitude()),
        or(entry.inspectionDate(), now == null ? null : now.inspectionDate()));
  }

  private static <T> @Nullable T or(@Nullable T given, @Nullable T now) {
    return given == null ? now : given;
  }

  /**
   * A directory is in: what any complete directory lists no longer, or again, follows.
   *
   * @param listed the register's numbers that it lists
   * @param areas the areas it covers, or ENGLAND
   * @param readable whether every row could be read: else absence from it proves nothing
   */
  public void conclude(
      Document document,
      Regulator register,
      Set<String> listed,
      Set<String> areas,
      boolean readable) {
    boolean complete =
        readable && registers.listed(register, document.statedOn()).containsAll(listed);
    areas.forEach(area -> registers.file(register, document.statedOn(), area, complete));
    List<UUID> ids = registers.locations(register, areas);
    for (int from = 0; from < ids.size(); from += CHUNK) {
      List<UUID> some = ids.subList(from, Math.min(ids.size(), from + CHUNK));
      settle(document.authority(), locations.withIds(some));
      locations.forget();
    }
  }

  /** Makes locations say what all evidence about them comes to. */
  private void settle(String authority, Collection<Location> some) {
    Map<UUID, Location> all = new LinkedHashMap<>();
    some.forEach(location -> all.put(location.id(), location));
    locations
        .withIds(registers.predecessorsOf(all.keySet()))
        .forEach(location -> all.put(location.id(), location));
    Map<UUID, Presence> presences = history.presences(all.keySet());
    Map<UUID, UUID> successors = registers.successors(all.keySet());
    Map<UUID, List<Presence.Spell>> spells = new HashMap<>();
    all.forEach(
        (id, location) -> {
          Presence presence = Objects.requireNonNull(presences.get(id));
          spells.put(id, presence.spells());
          if (location.differs(presence, successors.get(id))) {
            desk.change(
                authority,
                location,
                changed -> {
                  changed.follow(presence);
                  if (successors.get(id) != null) {
                    changed.succeededBy(successors.get(id));
                  }
                },
                "The regulator's register");
          }
        });
    history.keep(spells);
  }
}
