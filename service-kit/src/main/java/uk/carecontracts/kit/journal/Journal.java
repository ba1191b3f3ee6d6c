package uk.carecontracts.kit.journal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import uk.carecontracts.kit.http.RequestTrace;
import uk.carecontracts.kit.ids.Ids;
import uk.carecontracts.kit.json.StoredJson;
import uk.carecontracts.kit.tenancy.Acting;
import uk.carecontracts.kit.tenancy.Tenancy;
import uk.carecontracts.kit.time.Clocks;

/** The memory of a service: every version of every aggregate, in one append-only table. */
@ApplicationScoped
public class Journal {
  private static final String INSERT =
      """
      insert into journal (event_id, aggregate_type, aggregate_id, aggregate_version, type,
        authority, state, change, actor, origin, traceparent, occurred_at)
      values (?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?, ?, ?)""";

  private final DataSource database;
  private final StoredJson json;
  private final Tenancy tenancy;
  private final RequestTrace trace;
  private final Clock clock;
  private final Event<Appended> appended;
  private final JournalRows rows;
  private final Drafts drafts;

  Journal(
      DataSource database,
      StoredJson json,
      Tenancy tenancy,
      RequestTrace trace,
      Clock clock,
      Event<Appended> appended,
      JournalRows rows,
      Drafts drafts) {
    this.database = database;
    this.json = json;
    this.tenancy = tenancy;
    this.trace = trace;
    this.clock = clock;
    this.appended = appended;
    this.rows = rows;
    this.drafts = drafts;
  }

  /** Records one version in the running transaction; the event is published once it commits. */
  public void append(Entry entry) {
    append(List.of(entry));
  }

  /** Records several versions in one round trip, in the running transaction. */
  public void append(List<Entry> entries) {
    drafts.add(entries.stream().map(this::draft).toList(), this::write);
  }

  /**
   * Has what the work appends, of whatever trace and actor, written in one round trip when it ends.
   * Until then the journal does not have it.
   */
  public void together(Runnable work) {
    drafts.together(work, this::write);
  }

  private void write(List<Object[]> drafts) {
    if (drafts.isEmpty()) {
      return;
    }
    try (Connection connection = database.getConnection();
        PreparedStatement insert = connection.prepareStatement(INSERT)) {
      for (Object[] draft : drafts) {
        for (int i = 0; i < draft.length; i++) {
          insert.setObject(i + 1, draft[i]);
        }
        insert.addBatch();
      }
      insert.executeBatch();
    } catch (SQLException e) {
      throw new JournalException("The journal could not be written", e);
    }
    appended.fire(new Appended());
  }

  private Object[] draft(Entry entry) {
    Acting acting = tenancy.acting();
    return new Object[] {
      Ids.next(),
      entry.aggregateType(),
      entry.aggregateId(),
      entry.aggregateVersion(),
      entry.type(),
      entry.authority(),
      json.write(entry.state()),
      json.write(entry.change()),
      acting.actor(),
      acting.origin(),
      trace.traceparent(),
      Timestamp.from(clock.instant())
    };
  }

  /** Versions of one aggregate, newest first, older than {@code before} (exclusive). */
  public List<JournalVersion> history(String aggregateType, UUID id, long before, int limit) {
    return select(
        "aggregate_type = ? and aggregate_id = ? and aggregate_version < ?"
            + " order by aggregate_version desc limit ?",
        aggregateType,
        id,
        before,
        limit);
  }

  /** The version that was current at the end of a London day, if it existed by then. */
  public Optional<JournalVersion> asOf(String aggregateType, UUID id, LocalDate day) {
    Instant end = day.plusDays(1).atStartOfDay(Clocks.LONDON).toInstant();
    return select(
            "aggregate_type = ? and aggregate_id = ? and occurred_at < ?"
                + " order by aggregate_version desc limit 1",
            aggregateType,
            id,
            Timestamp.from(end))
        .stream()
        .findFirst();
  }

  /** Numbered versions the caller may see, in commit order, after a position (exclusive). */
  public List<JournalVersion> after(long position, int limit) {
    return select("position > ? order by position limit ?", position, limit);
  }

  /** The version an event told of. */
  public Optional<JournalVersion> event(UUID eventId) {
    return select("event_id = ?", eventId).stream().findFirst();
  }

  private List<JournalVersion> select(String where, Object... parameters) {
    String sql = "select " + JournalRows.COLUMNS + " from journal where " + where;
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        select.setObject(i + 1, parameters[i]);
      }
      try (ResultSet row = select.executeQuery()) {
        List<JournalVersion> versions = new ArrayList<>();
        while (row.next()) {
          versions.add(rows.read(row));
        }
        return versions;
      }
    } catch (SQLException e) {
      throw new JournalException("The journal could not be read", e);
    }
  }
}
