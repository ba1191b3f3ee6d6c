package uk.carecontracts.contracts.opportunities;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.database.Sql;

/** Reads contracts that might be bought together, and what is known of kinds and places. */
@ApplicationScoped
class CandidateRepository {
  private static final String SELECT =
      """
      select s.contract_id as id, s.authority, s.reference, s.title, s.type, s.service_type,
        s.codes, s.client_groups, s.area, s.total_value, s.start_date, s.end_date, s.annual_value, s.vcse
      from contract_found s""";
  private static final String RUNNING =
      " where s.status in ('AWARDED', 'ACTIVE') and s.end_date >= ? and s.end_date <= ?"
          + " and coalesce(s.type, '') <> 'SLA' and s.codes <> '{}'"
          + " and not exists (select 1 from joint_opportunity_contract j where j.contract_id = s.contract_id)";

  private final Sql sql;

  CandidateRepository(Sql sql) {
    this.sql = sql;
  }

  /** Contracts within reach that end between two days and are in no joint procurement. */
  List<Candidate> running(LocalDate from, LocalDate to) {
    return sql.list(SELECT + RUNNING, CandidateRepository::read, from, to);
  }

  /** Contracts within reach, whatever becomes of them. */
  List<Candidate> named(Collection<UUID> ids) {
    return sql.list(
        SELECT
            + " where s.contract_id = any (?) and s.status in ('AWARDED', 'ACTIVE')"
            + " and s.end_date is not null",
        CandidateRepository::read,
        ids);
  }

  /** The first notice the caller's authority can give, by contract: only its own is known. */
  Map<UUID, Notice> notices(String authority, LocalDate from) {
    Map<UUID, Notice> notices = new HashMap<>();
    sql.list(
            "select contract_id, kind, date from contract_decision_date where authority = ?"
                + " and kind in ('EXTENSION_NOTICE', 'BREAK_NOTICE') and date >= ? order by date desc",
            row ->
                new Notice(
                    row.getObject("contract_id", UUID.class),
                    row.getString("kind"),
                    row.getDate("date").toLocalDate()),
            authority,
            from)
        .forEach(each -> notices.put(each.contractId(), each));
    return notices;
  }

  /** A day on which notice can be given. */
  record Notice(UUID contractId, String kind, LocalDate day) {}

  /** The category tree. */
  CategoryTree categories() {
    Map<String, String> parents = new HashMap<>();
    Map<String, String> labels = new HashMap<>();
    sql.list(
            "select code, parent, label from category_node where scheme = 'PROCLASS'",
            row -> new String[] {row.getString(1), row.getString(2), row.getString(3)})
        .forEach(
            row -> {
              labels.put(row[0], row[2]);
              if (row[1] != null) {
                parents.put(row[0], row[1]);
              }
            });
    return new CategoryTree(parents, labels);
  }

  /** Which authorities border each other on a day. */
  Borders borders(LocalDate on) {
    Map<String, String> names = new HashMap<>();
    sql.list(
            "select code, name from authority_area",
            row -> new String[] {row.getString(1), row.getString(2)})
        .forEach(row -> names.put(row[0], row[1]));
    Map<String, Set<String>> neighbours = new HashMap<>();
    sql.list(
            "select one, other from authority_border"
                + " where valid_from <= ? and coalesce(valid_to, 'infinity') > ?",
            row -> new String[] {row.getString(1), row.getString(2)},
            on,
            on)
        .forEach(
            row -> {
              neighbours.computeIfAbsent(row[0], key -> new HashSet<>()).add(row[1]);
              neighbours.computeIfAbsent(row[1], key -> new HashSet<>()).add(row[0]);
            });
    return new Borders(neighbours, names);
  }

  private static Candidate read(ResultSet row) throws SQLException {
    List<String> categories = Sql.texts(row, "codes");
    String type = row.getString("type");
    boolean ceiling = "FRAMEWORK".equals(type) || "DYNAMIC_MARKET".equals(type);
    return new Candidate(
        row.getObject("id", UUID.class),
        row.getString("authority"),
        row.getString("reference"),
        row.getString("title"),
        type,
        row.getString("service_type"),
        categories.stream().filter(code -> code.length() == 6).findFirst().orElse(null),
        categories.stream().filter(code -> code.length() == 8).toList(),
        Sql.texts(row, "client_groups"),
        row.getString("area"),
        ceiling ? BigDecimal.ZERO : pounds(row.getBigDecimal("annual_value")),
        pounds(row.getBigDecimal("total_value")),
        row.getObject("start_date", LocalDate.class),
        row.getObject("end_date", LocalDate.class),
        "END",
        row.getBoolean("vcse"));
  }

  private static BigDecimal pounds(@Nullable BigDecimal value) {
    return value == null ? BigDecimal.ZERO : value;
  }
}
