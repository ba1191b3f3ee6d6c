package uk.carecontracts.monitoring.documents;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;
import uk.carecontracts.kit.database.Conditions;
import uk.carecontracts.kit.database.Sql;
import uk.carecontracts.kit.http.ListFilter;
import uk.carecontracts.kit.http.Page;
import uk.carecontracts.kit.journal.Entry;
import uk.carecontracts.kit.journal.Journal;
import uk.carecontracts.kit.json.StoredJson;
import uk.carecontracts.kit.problem.ProblemException;

/**
 * The aggregates of one kind, each a row with its state as JSON. Every creation and change is one
 * version, written together with its journal entry in the running transaction.
 */
public final class Shelf<S extends Aggregate> {
  private final Sql sql;
  private final StoredJson json;
  private final Journal journal;
  private final String type;
  private final String table;
  private final Class<S> form;

  Shelf(Sql sql, StoredJson json, Journal journal, String type, String table, Class<S> form) {
    this.sql = sql;
    this.json = json;
    this.journal = journal;
    this.type = type;
    this.table = table;
    this.form = form;
  }

  /** The aggregate, if the caller may see it. */
  public Optional<S> find(UUID id) {
    return sql.first("select state from " + table + " where id = ?", this::read, id);
  }

  /** The aggregate, 404 where there is none the caller may see. */
  public S get(UUID id) {
    return find(id).orElseThrow(() -> unknown(id));
  }

  /** The aggregate for a change, after which other writers wait. */
  public S lock(UUID id) {
    return sql.first("select state from " + table + " where id = ? for update", this::read, id)
        .orElseThrow(() -> unknown(id));
  }

  /** The aggregate for a change by a caller that proves which version it read. */
  public S lock(UUID id, LongConsumer precondition) {
    S found = lock(id);
    precondition.accept(found.version());
    return found;
  }

  /** Keeps a new aggregate. */
  public S create(S state, String event, Map<String, ?> change) {
    sql.update(
        "insert into " + table + " (id, authority, version, state) values (?, ?, ?, ?::jsonb)",
        state.id(),
        state.authority(),
        state.version(),
        json.write(state));
    return record(state, event, change);
  }

  /** Keeps the next version of a locked aggregate. */
  public S change(S next, String event, Map<String, ?> change) {
    int rows =
        sql.update(
            "update " + table + " set version = ?, state = ?::jsonb where id = ? and version = ?",
            next.version(),
            json.write(next),
            next.id(),
            next.version() - 1);
    if (rows != 1) {
      throw new IllegalStateException(type + " " + next.id() + " was not locked for its change");
    }
    return record(next, event, change);
  }

  /** Every aggregate that meets conditions, oldest first. */
  public List<S> list(Conditions conditions, int most) {
    return sql.list(
        "select state from " + table + conditions.where() + " order by id limit ?",
        this::read,
        conditions.parameters(most));
  }

  /**
   * A page of those that meet conditions, oldest first.
   *
   * @param query fingerprint of the conditions
   */
  public Page<S> page(Conditions conditions, String query, ListFilter filter) {
    return Page.byId(
        query,
        filter.cursor,
        filter.limit,
        (after, most) -> list(conditions.and("id > ?", after), most),
        state -> state.id());
  }

  private S record(S state, String event, Map<String, ?> change) {
    journal.append(
        new Entry(type, state.id(), state.version(), event, state.authority(), state, change));
    return state;
  }

  private ProblemException unknown(UUID id) {
    return ProblemException.notFound(type.replace('-', ' '), id);
  }

  private S read(ResultSet row) throws SQLException {
    return json.read(row.getString("state"), form);
  }
}
