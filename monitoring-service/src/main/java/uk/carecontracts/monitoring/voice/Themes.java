package uk.carecontracts.monitoring.voice;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import uk.carecontracts.kit.database.Sql;
import uk.carecontracts.kit.problem.RuleViolation;

/** What feedback can be about, and what a text suggests it is about. */
@ApplicationScoped
class Themes {
  private final Sql sql;

  Themes(Sql sql) {
    this.sql = sql;
  }

  private record Theme(String code, List<String> keywords) {}

  private List<Theme> all() {
    return sql.list(
        "select code, keywords from feedback_theme order by code",
        row -> new Theme(row.getString("code"), Sql.texts(row, "keywords")));
  }

  /** The themes whose words are in a text. */
  List<String> suggested(String text) {
    String words = " " + text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]+", " ") + " ";
    return all().stream()
        .filter(theme -> theme.keywords().stream().anyMatch(word -> words.contains(" " + word)))
        .map(Theme::code)
        .toList();
  }

  /** Refuses themes there are not. */
  void require(List<String> codes) {
    Set<String> unknown = new TreeSet<>(codes);
    unknown.removeAll(all().stream().map(Theme::code).collect(Collectors.toSet()));
    if (!unknown.isEmpty()) {
      throw new RuleViolation("THEME_UNKNOWN", "There is no theme " + unknown + ".", "/themes");
    }
  }
}
