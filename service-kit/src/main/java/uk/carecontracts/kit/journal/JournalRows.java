package uk.carecontracts.kit.journal;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import uk.carecontracts.kit.json.StoredJson;

/** Reads rows of the journal. */
@ApplicationScoped
class JournalRows {
  static final String COLUMNS =
      "event_id, position, aggregate_type, aggregate_id, aggregate_version, type, authority,"
          + " state, change, actor, origin, occurred_at";

  private final StoredJson json;

  JournalRows(StoredJson json) {
    this.json = json;
  }

  JournalVersion read(ResultSet row) throws SQLException {
    return new JournalVersion(
        row.getObject("event_id", UUID.class),
        row.getObject("position", Long.class),
        row.getString("aggregate_type"),
        row.getObject("aggregate_id", UUID.class),
        row.getLong("aggregate_version"),
        row.getString("type"),
        row.getString("authority"),
        json.tree(row.getString("state")),
        json.tree(row.getString("change")),
        row.getString("actor"),
        row.getString("origin"),
        row.getTimestamp("occurred_at").toInstant());
  }
}
