package uk.carecontracts.contracts.savedsearches;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.register.ContractFilter;
import uk.carecontracts.kit.database.Conditions;
import uk.carecontracts.kit.database.Sql;
import uk.carecontracts.kit.ids.Ids;
import uk.carecontracts.kit.journal.Entry;
import uk.carecontracts.kit.journal.Journal;
import uk.carecontracts.kit.problem.ProblemException;

/** Keeps searches under names. */
@ApplicationScoped
class SavedSearchDesk {
  private static final String AGGREGATE = "saved-search";
  private static final Set<String> BESIDE_FILTERS = Set.of("facets", "asOf", "limit");

  private final Sql sql;
  private final Journal journal;

  SavedSearchDesk(Sql sql, Journal journal) {
    this.sql = sql;
    this.journal = journal;
  }

  /**
   * A search to keep.
   *
   * @param name what people call it, unique in the authority
   * @param query query string of GET /v1/contracts, such as {@code q=respite&status=ACTIVE}
   */
  record Form(@NotBlank @Size(max = 200) String name, @NotBlank @Size(max = 2000) String query) {}

  /** Why a search changed. */
  record Change(String reason) {}

  /** Searches of an authority in the order they were kept, after one. */
  List<SavedSearch> list(String authority, @Nullable UUID after, int limit) {
    Conditions conditions = new Conditions().and("authority = ?", authority).and("id > ?", after);
    return sql.list(
        "select * from saved_search" + conditions.where() + " order by id limit ?",
        SavedSearchDesk::read,
        conditions.parameters(limit));
  }

  /** A search of the caller's authority; 404 for another. */
  SavedSearch require(UUID id) {
    return sql.first("select * from saved_search where id = ?", SavedSearchDesk::read, id)
        .orElseThrow(() -> ProblemException.notFound("saved search", id));
  }

  /** Keeps a search. */
  SavedSearch keep(String authority, Form form) {
    refuseUnknown(form.query());
    refuseTaken(authority, form.name(), null);
    SavedSearch kept = SavedSearch.of(Ids.next(), authority, form.name(), form.query(), 1);
    sql.update(
        "insert into saved_search (id, version, authority, name, query) values (?, 1, ?, ?, ?)",
        kept.id(),
        authority,
        kept.name(),
        kept.query());
    return tell(kept, "saved-search.kept.v1", "Kept.");
  }

  /** Replaces a search. */
  SavedSearch replace(UUID id, LongConsumer check, Form form) {
    SavedSearch before = require(id);
    check.accept(before.version());
    refuseUnknown(form.query());
    refuseTaken(before.authority(), form.name(), id);
    SavedSearch after =
        SavedSearch.of(id, before.authority(), form.name(), form.query(), before.version() + 1);
    sql.update(
        "update saved_search set version = ?, name = ?, query = ? where id = ? and version = ?",
        after.version(),
        after.name(),
        after.query(),
        id,
        before.version());
    return tell(after, "saved-search.replaced.v1", "Replaced.");
  }

  /** Forgets a search. */
  void forget(UUID id, LongConsumer check) {
    SavedSearch before = require(id);
    check.accept(before.version());
    sql.update("delete from saved_search where id = ?", id);
    tell(
        SavedSearch.of(id, before.authority(), before.name(), before.query(), before.version() + 1),
        "saved-search.forgotten.v1",
        "Forgotten.");
  }

  private SavedSearch tell(SavedSearch search, String event, String why) {
    journal.append(
        new Entry(
            AGGREGATE,
            search.id(),
            search.version(),
            event,
            search.authority(),
            search,
            new Change(why)));
    return search;
  }

  private void refuseTaken(String authority, String name, @Nullable UUID but) {
    boolean taken =
        sql
            .list(
                "select id from saved_search where authority = ? and name = ?",
                row -> row.getObject(1, UUID.class),
                authority,
                name)
            .stream()
            .anyMatch(id -> !id.equals(but));
    if (taken) {
      throw ProblemException.conflict(
          "NAME_TAKEN", "Another saved search of " + authority + " is called '" + name + "'.");
    }
  }

  /** A search that the register would refuse is refused when it is kept. */
  private static void refuseUnknown(String query) {
    Arrays.stream(query.split("&", -1))
        .map(part -> part.split("=", 2)[0])
        .map(name -> URLDecoder.decode(name, StandardCharsets.UTF_8))
        .filter(name -> !ContractFilter.names().contains(name) && !BESIDE_FILTERS.contains(name))
        .findFirst()
        .ifPresent(
            name -> {
              throw ProblemException.badRequest(
                  "/query", "'" + name + "' is no filter of GET /v1/contracts.");
            });
  }

  private static SavedSearch read(ResultSet row) throws SQLException {
    return SavedSearch.of(
        row.getObject("id", UUID.class),
        row.getString("authority"),
        row.getString("name"),
        row.getString("query"),
        row.getLong("version"));
  }
}
