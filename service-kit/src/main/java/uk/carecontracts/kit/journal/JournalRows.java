package uk.carecontracts.kit.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** Reads rows of the journal. */
@ApplicationScoped
class JournalRows {
  static final String COLUMNS =
      "event_id, position, aggregate_type, aggregate_id, aggregate_version, type, authority,"
          + " state, change, actor, origin, occurred_at";

  private final ObjectMapper json;

  JournalRows(ObjectMapper json) {
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
        node(row.getString("state")),
        node(row.getString("change")),
        row.getString("actor"),
        row.getString("origin"),
        row.getTimestamp("occurred_at").toInstant());
  }

  private JsonNode node(String text) {
    try {
      return json.readTree(text);
    } catch (JsonProcessingException e) {
      throw new JournalException("A journal row is not JSON", e);
    }
  }
}
