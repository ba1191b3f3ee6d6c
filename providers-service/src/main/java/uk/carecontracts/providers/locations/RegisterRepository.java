package uk.carecontracts.providers.locations;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import uk.carecontracts.kit.database.Sql;
import uk.carecontracts.providers.locations.Presence.Evidence;
import uk.carecontracts.providers.ratings.Regulator;

/** Dated directories, what they list, and which registration took over from which. */
@ApplicationScoped
class RegisterRepository {

  /** Covers every area. */
  static final String ENGLAND = "ENGLAND";

  private static final String SHOWN =
      """
      select distinct l.location_id, f.snapshot_date as day,
        exists (select 1 from register_listing s
                where s.location_id = l.location_id and s.snapshot_date = f.snapshot_date) as seen
      from register_listing l
      join register_file f on f.register = l.register and f.area in (l.area, 'ENGLAND')
      where l.location_id = any (?) and (f.complete or exists (
        select 1 from register_listing s
        where s.location_id = l.location_id and s.snapshot_date = f.snapshot_date))
      union
      select l.location_id, l.snapshot_date, true from register_listing l
      where l.location_id = any (?)""";

  private final Sql sql;

  RegisterRepository(Sql sql) {
    this.sql = sql;
  }

  /** What dated directories show of locations. */
  Map<UUID, Evidence> evidence(Collection<UUID> locations) {
    Map<UUID, Evidence> found = new HashMap<>();
    if (!locations.isEmpty()) {
      sql.list(SHOWN, row -> add(found, row), locations, locations);
    }
    return found;
  }

  /** Adds a row with location_id, day and seen to the evidence about its location. */
  static UUID add(Map<UUID, Evidence> found, ResultSet row) throws SQLException {
    UUID id = row.getObject("location_id", UUID.class);
    Evidence evidence =
        found.computeIfAbsent(
            id, key -> new Evidence(new TreeSet<>(), new TreeSet<>(), new ArrayList<>()));
    LocalDate day = row.getObject("day", LocalDate.class);
    evidence.files().add(day);
    if (row.getBoolean("seen")) {
      evidence.seen().add(day);
    }
    return id;
  }

  /** The latest day on which each location is listed. */
  Map<UUID, LocalDate> lastListed(Collection<UUID> locations) {
    Map<UUID, LocalDate> last = new HashMap<>();
    if (!locations.isEmpty()) {
      sql.list(
          "select location_id, max(snapshot_date) as day from register_listing"
              + " where location_id = any (?) group by location_id",
          row ->
              last.put(
                  row.getObject("location_id", UUID.class), row.getObject("day", LocalDate.class)),
          locations);
    }
    return last;
  }

  /** Keeps what a directory lists: register, number, date, area and location of each. */
  void list(List<Object[]> listings) {
    sql.batch(
        """
        insert into register_listing (register, register_id, snapshot_date, area, location_id)
        values (?, ?, ?, ?, ?)
        on conflict on constraint register_listing_pk do nothing""",
        listings);
  }

  /** Numbers that a directory lists. */
  Set<String> listed(Regulator register, LocalDate date) {
    return new HashSet<>(
        sql.list(
            "select register_id from register_listing where register = ? and snapshot_date = ?",
            row -> row.getString(1),
            register,
            date));
  }

  /** Which of some numbers a directory lists. */
  Set<String> listed(Regulator register, LocalDate date, Collection<String> numbers) {
    return new HashSet<>(
        sql.list(
            "select register_id from register_listing"
                + " where register = ? and snapshot_date = ? and register_id = any (?)",
            row -> row.getString(1),
            register,
            date,
            numbers));
  }

  /** Keeps that a directory covers an area. */
  void file(Regulator register, LocalDate date, String area, boolean complete) {
    sql.update(
        """
        insert into register_file (register, snapshot_date, area, complete) values (?, ?, ?, ?)
        on conflict on constraint register_file_pk
        do update set complete = register_file.complete or excluded.complete""",
        register,
        date,
        area,
        complete);
  }

  /** Locations that any directory of the register lists in some areas, or in all of them. */
  List<UUID> locations(Regulator register, Set<String> areas) {
    if (areas.contains(ENGLAND)) {
      return sql.list(
          "select distinct location_id from register_listing where register = ? order by 1",
          row -> row.getObject(1, UUID.class),
          register);
    }
    return sql.list(
        "select distinct location_id from register_listing where register = ? and area = any (?)"
            + " order by 1",
        row -> row.getObject(1, UUID.class),
        register,
        areas);
  }

  /** Keeps which registrations a location took over from. */
  void predecessors(RegisterEntry entry) {
    for (String predecessor : entry.predecessors()) {
      sql.update(
          "insert into register_predecessor (register, register_id, predecessor_id)"
              + " values (?, ?, ?) on conflict do nothing",
          entry.register(),
          entry.registerId(),
          predecessor);
    }
  }

  /** For each of these locations that another one took over from, that other one. */
  Map<UUID, UUID> successors(Collection<UUID> locations) {
    Map<UUID, UUID> successors = new HashMap<>();
    if (!locations.isEmpty()) {
      sql.list(
          """
          select old.id as old, min(fresh.id::text)::uuid as fresh
          from location old
          join register_predecessor p on p.register = 'CQC' and p.predecessor_id = old.cqc_location_id
          join location fresh on fresh.cqc_location_id = p.register_id
          where old.id = any (?) and fresh.id <> old.id group by old.id""",
          row ->
              successors.put(row.getObject("old", UUID.class), row.getObject("fresh", UUID.class)),
          locations);
    }
    return successors;
  }

  /** Locations whose registration some of these took over. */
  List<UUID> predecessorsOf(Collection<UUID> locations) {
    return locations.isEmpty()
        ? List.of()
        : sql.list(
            """
            select distinct old.id from location fresh
            join register_predecessor p on p.register = 'CQC' and p.register_id = fresh.cqc_location_id
            join location old on old.cqc_location_id = p.predecessor_id
            where fresh.id = any (?)""",
            row -> row.getObject(1, UUID.class),
            locations);
  }
}
