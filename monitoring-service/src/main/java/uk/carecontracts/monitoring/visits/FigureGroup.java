package uk.carecontracts.monitoring.visits;

/** What figures of visits can be brought together by. */
public enum FigureGroup {
  CONTRACT("contract_id", "f.contract_id::text"),
  PROVIDER("provider_id", "coalesce(coalesce(s.survivor_id, f.provider_id)::text, '')"),
  AREA("area", "f.area"),
  MONTH("month", "to_char(f.month, 'YYYY-MM')");

  private final String column;
  private final String text;

  FigureGroup(String column, String text) {
    this.column = column;
    this.text = text;
  }

  String column() {
    return column;
  }

  /** As a text that sorts and compares. */
  String text() {
    return text;
  }
}
