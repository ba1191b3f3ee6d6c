package uk.carecontracts.providers.locations;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.database.Sql;
import uk.carecontracts.kit.ids.Ids;
import uk.carecontracts.providers.locations.Presence.Evidence;

/** Declared days, derived spells and stated numbers of beds. */
@ApplicationScoped
class HistoryRepository {

  private static final String DECLARATIONS =
      """
      select location_id, kind, day, source, stated_on, exit_reason, note
      from location_declaration where location_id = any (?) and not withdrawn
      order by location_id, day, kind, source""";

  private static final String EXTRACTS =
      """
      select l.id as location_id, f.snapshot_date as day,
        exists (select 1 from location_sighting s
                where s.location_id = l.id and s.snapshot_date = f.snapshot_date) as seen
      from location l join area_snapshot f on f.area = l.area
      where l.id = any (?)
        and (l.care_type in ('NURSING_HOME', 'RESIDENTIAL_HOME') and f.complete or exists (
          select 1 from location_sighting s
          where s.location_id = l.id and s.snapshot_date = f.snapshot_date))""";

  private static final String DECLARE =
      """
      insert into location_declaration (id, location_id, kind, day, source, stated_on,
        exit_reason, note, authority, recorded_by, recorded_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (location_id, kind, day, source) where not withdrawn do update set
        exit_reason = coalesce(excluded.exit_reason, location_declaration.exit_reason),
        note = coalesce(excluded.note, location_declaration.note),
        stated_on = greatest(excluded.stated_on, location_declaration.stated_on)""";

  private static final String BEDS =
      """
      insert into location_beds (location_id, valid_from, beds, source) values (?, ?, ?, ?)
      on conflict (location_id, valid_from)
      do update set beds = excluded.beds, source = excluded.source
      where location_beds.beds <> excluded.beds""";

  private final Sql sql;

  HistoryRepository(Sql sql) {
    this.sql = sql;
  }

  /** Days declared for each location that has any. */
  Map<UUID, List<Declaration>> declarations(Collection<UUID> locations) {
    Map<UUID, List<Declaration>> found = new HashMap<>();
    if (!locations.isEmpty()) {
      sql.list(
          DECLARATIONS,
          row ->
              found
                  .computeIfAbsent(
                      row.getObject("location_id", UUID.class), id -> new ArrayList<>())
                  .add(declaration(row)),
          locations);
    }
    return found;
  }

  private static Declaration declaration(ResultSet row) throws SQLException {
    String reason = row.getString("exit_reason");
    return new Declaration(
        Declaration.Kind.valueOf(row.getString("kind")),
        row.getObject("day", LocalDate.class),
        Declaration.Source.valueOf(row.getString("source")),
        row.getObject("stated_on", LocalDate.class),
        reason == null ? null : ExitReason.valueOf(reason),
        row.getString("note"));
  }

  /** What care-home extracts show of locations. */
  Map<UUID, Evidence> extracts(Collection<UUID> locations) {
    Map<UUID, Evidence> found = new HashMap<>();
    if (!locations.isEmpty()) {
      sql.list(EXTRACTS, row -> RegisterRepository.add(found, row), locations);
    }
    return found;
  }

  /** Keeps a declared day; the same again only adds a reason that was missing. */
  void declare(UUID location, Declaration declared, String authority, String person, Instant now) {
    declare(List.<Object[]>of(values(location, declared, authority, person, now)));
  }

  /** Keeps many declared days. */
  void declare(List<Object[]> days) {
    sql.batch(DECLARE, days);
  }

  /** A declared day as it is written. */
  @SuppressWarnings("NullAway") // columns may be null
  static Object[] values(
      UUID location, Declaration declared, String authority, String person, Instant now) {
    return new Object[] {
      Ids.next(),
      location,
      declared.kind(),
      declared.day(),
      declared.source(),
      declared.statedOn(),
      declared.exitReason(),
      declared.note(),
      authority,
      person,
      now
    };
  }

  /** Takes many declared days back: location, kind, source and day of each. */
  void withdraw(List<Object[]> days) {
    sql.batch(
        """
        update location_declaration set withdrawn = true
        where location_id = ? and kind = ? and source = ? and day = ? and not withdrawn""",
        days);
  }

  /** Takes the last declared closure back, whoever declared it. */
  int withdrawLastClosure(UUID location) {
    return sql.update(
        """
        update location_declaration set withdrawn = true
        where location_id = ? and kind = 'CLOSED' and not withdrawn and day = (
          select max(day) from location_declaration
          where location_id = ? and kind = 'CLOSED' and not withdrawn)""",
        location,
        location);
  }

  /** Makes the spells of locations those of their presence; of one without presence, none. */
  void spells(Map<UUID, List<Presence.Spell>> spells) {
    if (spells.isEmpty()) {
      return;
    }
    Map<UUID, List<Presence.Spell>> changed = new HashMap<>();
    spells.forEach(
        (id, list) -> changed.put(id, list.stream().map(Presence.Spell::dates).toList()));
    stored(spells.keySet()).forEach((id, held) -> changed.remove(id, held));
    if (changed.isEmpty()) {
      return;
    }
    sql.update("delete from location_spell where location_id = any (?)", changed.keySet());
    List<Object[]> rows = new ArrayList<>();
    changed.forEach(
        (id, list) -> {
          for (int i = 0; i < list.size(); i++) {
            rows.add(values(id, i + 1, list.get(i)));
          }
        });
    sql.batch(
        """
        insert into location_spell
          (location_id, n, opened_after, opened_until, closed_after, closed_until)
        values (?, ?, ?, ?, ?, ?)""",
        rows);
  }

  @SuppressWarnings("NullAway") // columns may be null
  private static Object[] values(UUID id, int n, Presence.Spell spell) {
    Between opened = spell.opened();
    Between closed = spell.closed();
    return new Object[] {
      id,
      n,
      opened == null ? null : opened.after(),
      opened == null ? null : opened.until(),
      closed == null ? null : closed.after(),
      closed == null ? null : closed.until()
    };
  }

  /** The spells on record, in the shape in which they are written. */
  private Map<UUID, List<Presence.Spell>> stored(Collection<UUID> locations) {
    Map<UUID, List<Presence.Spell>> held = new HashMap<>();
    sql.list(
        """
        select location_id, opened_after, opened_until, closed_after, closed_until
        from location_spell where location_id = any (?) order by location_id, n""",
        row ->
            held.computeIfAbsent(row.getObject("location_id", UUID.class), id -> new ArrayList<>())
                .add(spell(row)),
        locations);
    return held;
  }

  static Presence.Spell spell(ResultSet row) throws SQLException {
    return new Presence.Spell(between(row, "opened"), null, null, between(row, "closed"));
  }

  private static @Nullable Between between(ResultSet row, String what) throws SQLException {
    LocalDate until = row.getObject(what + "_until", LocalDate.class);
    return until == null
        ? null
        : new Between(row.getObject(what + "_after", LocalDate.class), until);
  }

  /** Keeps the number of beds that somebody states for a day. */
  void beds(UUID location, LocalDate from, int beds, Declaration.Source source) {
    sql.update(BEDS, location, from, beds, source);
  }

  /** Keeps many numbers of beds: location, day, number and source of each. */
  void beds(List<Object[]> statements) {
    sql.batch(BEDS, statements);
  }

  /** Every number of beds stated for some locations, by day. */
  Map<UUID, NavigableMap<LocalDate, Integer>> beds(Collection<UUID> locations) {
    Map<UUID, NavigableMap<LocalDate, Integer>> found = new HashMap<>();
    if (!locations.isEmpty()) {
      sql.list(
          "select location_id, valid_from, beds from location_beds where location_id = any (?)",
          row ->
              found
                  .computeIfAbsent(row.getObject("location_id", UUID.class), id -> new TreeMap<>())
                  .put(row.getObject("valid_from", LocalDate.class), row.getInt("beds")),
          locations);
    }
    return found;
  }

  /** The number of beds on a day. */
  @Nullable Integer bedsOn(UUID location, LocalDate day) {
    return sql.list(
            "select beds_on(?, ?) as beds",
            row -> row.getObject("beds", Integer.class),
            location,
            day)
        .get(0);
  }
}
