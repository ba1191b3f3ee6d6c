package uk.carecontracts.contracts.planning;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.database.Sql;
import uk.carecontracts.kit.journal.Entry;
import uk.carecontracts.kit.journal.Journal;
import uk.carecontracts.kit.json.StoredJson;
import uk.carecontracts.kit.problem.ProblemException;
import uk.carecontracts.kit.problem.ProblemKind;

/**
 * Keeps records of planning: one row each, its state as JSON, every version in the journal. Columns
 * for searching are generated from the JSON by the database.
 */
@ApplicationScoped
public class PlanningRecords {
  private static final String INSERT =
      "insert into %s (content, authority, version, id) values (?::jsonb, ?, ?, ?)"
          + " on conflict (id) do nothing";
  private static final String UPDATE =
      "update %s set content = ?::jsonb, version = version + 1"
          + " where authority = ? and version = ? - 1 and id = ?";

  private final Sql sql;
  private final StoredJson json;
  private final Journal journal;

  PlanningRecords(Sql sql, StoredJson json, Journal journal) {
    this.sql = sql;
    this.json = json;
    this.journal = journal;
  }

  /**
   * Keeps a version of a record, the first one as a new row, and records the event.
   *
   * @param why for the history, in words
   * @throws ProblemException 412 when someone else changed it meanwhile
   */
  public <T extends PlanningRecord> T keep(
      RecordKind kind, T state, String event, @Nullable String why) {
    String change = (state.version() == 1 ? INSERT : UPDATE).formatted(kind.table());
    int rows =
        sql.update(change, json.write(state), state.authority(), state.version(), state.id());
    if (rows == 0) {
      throw ProblemException.of(
          ProblemKind.STALE_VERSION, "Someone changed it meanwhile. Read it again and retry.");
    }
    journal.append(
        new Entry(
            kind.aggregate(),
            state.id(),
            state.version(),
            event,
            state.authority(),
            state,
            why == null ? Map.of() : Map.of("reason", why)));
    return state;
  }

  /** A record by identity; empty when there is none within reach. */
  public <T> Optional<T> find(RecordKind kind, Class<T> type, UUID id) {
    return select(kind, type, "id = ?", id).stream().findFirst();
  }

  /** A record by identity; 404 when there is none within reach. */
  public <T> T require(RecordKind kind, Class<T> type, UUID id) {
    return find(kind, type, id)
        .orElseThrow(() -> ProblemException.notFound(kind.aggregate().replace('-', ' '), id));
  }

  /**
   * Records that meet a condition over the table's columns, in the order it states.
   *
   * @param where SQL condition, with order and limit
   * @param parameters its parameters
   */
  public <T> List<T> select(
      RecordKind kind, Class<T> type, String where, @Nullable Object... parameters) {
    return sql.list(
        "select content from " + kind.table() + " where " + where,
        row -> read(row.getString(1), type),
        parameters);
  }

  /** A record from the JSON it is kept as. */
  public <T> T read(String content, Class<T> type) {
    return json.read(content, type);
  }
}
