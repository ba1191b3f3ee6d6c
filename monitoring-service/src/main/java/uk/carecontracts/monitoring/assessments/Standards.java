package uk.carecontracts.monitoring.assessments;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.database.Sql;
import uk.carecontracts.kit.problem.RuleViolation;

/** The standards that hold on a day: the common set and each authority's own. */
@ApplicationScoped
class Standards {
  private final Sql sql;

  Standards(Sql sql) {
    this.sql = sql;
  }

  /** Every standard an authority assesses against on a day, by domain and code. */
  List<Standard> holding(String authority, LocalDate day) {
    return sql.list(
        "select * from (select distinct on (code) * from standard where authority in (?, 'SHARED')"
            + " and valid_from <= ? and (valid_to is null or valid_to > ?)"
            + " order by code, authority = 'SHARED', valid_from desc) held order by domain, code",
        Standards::read,
        authority,
        day,
        day);
  }

  /** Those that suit a service: the common ones and the service's own. */
  List<Standard> forService(String authority, @Nullable String serviceType, LocalDate day) {
    String service =
        serviceType == null
            ? ""
            : serviceType.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "_");
    return holding(authority, day).stream()
        .filter(
            standard ->
                standard.serviceKeywords().isEmpty()
                    || standard.serviceKeywords().stream().anyMatch(service::contains))
        .toList();
  }

  /** Adds a definition; an earlier one of the same code and authority ends where it begins. */
  void add(Standard standard) {
    if (sql.list("select 1 from standard_domain where code = ?", row -> 1, standard.domain())
        .isEmpty()) {
      throw new RuleViolation(
          "DOMAIN_UNKNOWN", "There is no domain " + standard.domain() + ".", "/domain");
    }
    sql.update(
        "update standard set valid_to = ? where authority = ? and code = ? and valid_from < ?"
            + " and (valid_to is null or valid_to > ?)",
        standard.validFrom(),
        standard.authority(),
        standard.code(),
        standard.validFrom(),
        standard.validFrom());
    sql.update(
        "insert into standard (authority, code, title, domain, weight, minimum, service_keywords,"
            + " valid_from, source) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        standard.authority(),
        standard.code(),
        standard.title(),
        standard.domain(),
        standard.weight(),
        standard.minimum(),
        standard.serviceKeywords(),
        standard.validFrom(),
        standard.source());
  }

  private static Standard read(ResultSet row) throws SQLException {
    return new Standard(
        row.getString("authority"),
        row.getString("code"),
        row.getString("title"),
        row.getString("domain"),
        row.getBigDecimal("weight"),
        row.getBoolean("minimum"),
        Sql.texts(row, "service_keywords"),
        Objects.requireNonNull(Sql.day(row, "valid_from")),
        Sql.day(row, "valid_to"),
        row.getString("source"));
  }
}
