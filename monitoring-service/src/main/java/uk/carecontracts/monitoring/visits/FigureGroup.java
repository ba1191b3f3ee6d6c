package uk.carecontracts.monitoring.visits;

import uk.carecontracts.kit.http.Cursor;

/** What figures of visits can be brought together by. */
public enum FigureGroup {
  CONTRACT("contract_id", "f.contract_id", "uuid"),
  PROVIDER(
      "provider_id", "coalesce(s.survivor_id, f.provider_id, " + FigureSql.NOBODY + ")", "uuid"),
  AREA("area", "f.area", "text"),
  MONTH("month", "f.month", "date");

  private final String column;
  private final String key;
  private final String type;

  FigureGroup(String column, String key, String type) {
    this.column = column;
    this.key = key;
    this.type = type;
  }

  /** What lines are sorted and grouped by; never null, so that any two compare. */
  String key() {
    return key;
  }

  /** What the key is called. */
  String keyName() {
    return "g_" + column;
  }

  /** The column of a line: the key, or null where lines are not grouped by it. */
  String shown(boolean grouped) {
    String value =
        this == PROVIDER ? "nullif(" + keyName() + ", " + FigureSql.NOBODY + ")" : keyName();
    return (grouped ? value : "null::" + type) + " as " + column;
  }

  /** The key where a list goes on; 400 when the cursor was not made by this list. */
  Object place(Cursor cursor, int value) {
    return switch (this) {
      case CONTRACT, PROVIDER -> cursor.id(value);
      case AREA -> cursor.values().get(value);
      case MONTH -> cursor.day(value);
    };
  }
}
