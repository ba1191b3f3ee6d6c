package uk.carecontracts.providers.locations;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;
import uk.carecontracts.kit.database.Sql;

/** Reads locations with all that became of them, in four statements however many there are. */
@ApplicationScoped
public class LocationLives {

  private static final String SPELLS =
      """
      select s.location_id, s.opened_after, s.opened_until, s.closed_after, s.closed_until
      from location_spell s join location l on l.id = s.location_id
      where l.area = ? order by s.location_id, s.n""";

  private static final String BEDS =
      """
      select b.location_id, b.valid_from, b.beds
      from location_beds b join location l on l.id = b.location_id where l.area = ?""";

  private final LocationRepository locations;
  private final HistoryRepository history;
  private final Sql sql;

  LocationLives(LocationRepository locations, HistoryRepository history, Sql sql) {
    this.locations = locations;
    this.history = history;
    this.sql = sql;
  }

  /** Every location of an area, by id. */
  public List<LocationLife> in(String area) {
    Map<UUID, List<Presence.Spell>> spells = new HashMap<>();
    sql.list(
        SPELLS,
        row ->
            spells
                .computeIfAbsent(row.getObject("location_id", UUID.class), id -> new ArrayList<>())
                .add(HistoryRepository.spell(row)),
        area);
    Map<UUID, NavigableMap<LocalDate, Integer>> beds = new HashMap<>();
    sql.list(
        BEDS,
        row ->
            beds.computeIfAbsent(row.getObject("location_id", UUID.class), id -> new TreeMap<>())
                .put(row.getObject("valid_from", LocalDate.class), row.getInt("beds")),
        area);
    List<Location> found = locations.list("area = ?1 order by id", area);
    Map<UUID, List<Declaration>> declared =
        history.declarations(found.stream().map(Location::id).toList());
    return found.stream()
        .map(
            location ->
                life(
                    location,
                    spells.getOrDefault(location.id(), List.of()),
                    beds.getOrDefault(location.id(), new TreeMap<>()),
                    declared.getOrDefault(location.id(), List.of())))
        .toList();
  }

  private static LocationLife life(
      Location location,
      List<Presence.Spell> spells,
      NavigableMap<LocalDate, Integer> beds,
      List<Declaration> declared) {
    LocationState state = location.state();
    return new LocationLife(
        state.id(),
        state.name(),
        state.cqcLocationId(),
        state.providerId(),
        state.careType(),
        state.area(),
        location.key(),
        state.successorId(),
        spells,
        beds,
        declared);
  }
}
