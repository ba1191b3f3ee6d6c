package uk.carecontracts.providers.costs;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.Session;
import uk.carecontracts.kit.problem.RuleViolation;

/** The dated sets of cost lines. */
@ApplicationScoped
class LineSetRepository {

  private static final String SELECT =
      """
      select s.code, s.name, s.unit, s.variants, s.valid_from, s.valid_to, s.source,
        l.code as line, l.section, l.name as line_name, l.kind, l.drivers
      from cost_line_set s
      join cost_line l on l.set_code = s.code and l.set_valid_from = s.valid_from
      order by s.code, s.valid_from, l.position""";

  private final Session session;

  LineSetRepository(Session session) {
    this.session = session;
  }

  /** Every set, whenever it was used. */
  List<LineSet> all() {
    return session.doReturningWork(
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(SELECT);
              ResultSet row = select.executeQuery()) {
            Map<String, LineSet> sets = new LinkedHashMap<>();
            while (row.next()) {
              String key = row.getString("code") + row.getString("valid_from");
              LineSet set = sets.get(key);
              if (set == null) {
                set = set(row);
                sets.put(key, set);
              }
              set.lines().add(line(row));
            }
            return List.copyOf(sets.values());
          }
        });
  }

  /** Those used on a day. */
  List<LineSet> on(LocalDate day) {
    return all().stream()
        .filter(set -> !set.validFrom().isAfter(day))
        .filter(set -> set.validTo() == null || set.validTo().isAfter(day))
        .toList();
  }

  /** The set a model of this day keeps to. */
  LineSet require(String code, LocalDate day) {
    Optional<LineSet> found = on(day).stream().filter(set -> set.code().equals(code)).findFirst();
    return found.orElseThrow(
        () ->
            new RuleViolation(
                "UNKNOWN_LINE_SET",
                "There is no set of cost lines " + code + " on " + day + ".",
                "/lineSet"));
  }

  private static LineSet set(ResultSet row) throws SQLException {
    return new LineSet(
        row.getString("code"),
        row.getString("name"),
        row.getString("unit"),
        List.of((String[]) row.getArray("variants").getArray()),
        row.getObject("valid_from", LocalDate.class),
        row.getObject("valid_to", LocalDate.class),
        row.getString("source"),
        new ArrayList<>());
  }

  private static CostLine line(ResultSet row) throws SQLException {
    return new CostLine(
        row.getString("line"),
        row.getString("section"),
        row.getString("line_name"),
        CostLine.Kind.valueOf(row.getString("kind")),
        List.of((String[]) row.getArray("drivers").getArray()));
  }
}
