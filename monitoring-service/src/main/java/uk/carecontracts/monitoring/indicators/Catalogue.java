package uk.carecontracts.monitoring.indicators;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.database.Conditions;
import uk.carecontracts.kit.database.Sql;
import uk.carecontracts.monitoring.scorecards.Direction;

/**
 * The indicators that hold on a day: the shared starter set and each authority's own. Where both
 * define a code, the authority's own holds.
 */
@ApplicationScoped
public class Catalogue {
  /** The authority of the starter set. */
  public static final String SHARED = "SHARED";

  private static final String HOLDING =
      """
      select distinct on (code) * from indicator
      where authority in (?, 'SHARED') and valid_from <= ? and (valid_to is null or valid_to > ?)
      order by code, authority = 'SHARED', valid_from desc""";

  private final Sql sql;

  Catalogue(Sql sql) {
    this.sql = sql;
  }

  /** Indicators that suit a service, by code. */
  public List<Indicator> forService(String authority, @Nullable String serviceType, LocalDate day) {
    String service =
        serviceType == null
            ? ""
            : serviceType.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "_");
    return holding(authority, day).stream()
        .filter(
            indicator ->
                indicator.serviceKeywords().isEmpty()
                    || indicator.serviceKeywords().stream().anyMatch(service::contains))
        .toList();
  }

  /** Every indicator an authority can choose from on a day, by code. */
  public List<Indicator> holding(String authority, LocalDate day) {
    return sql.list(HOLDING, Catalogue::read, authority, day, day);
  }

  /** A page of the catalogue by code; one row more than the limit tells that more follow. */
  List<Indicator> page(
      String authority,
      LocalDate day,
      @Nullable String outcome,
      @Nullable String afterCode,
      int rows) {
    Conditions conditions =
        new Conditions().and("outcome_code = ?", outcome).and("code > ?", afterCode);
    return sql.list(
        "select * from (" + HOLDING + ") held" + conditions.where() + " order by code limit ?",
        Catalogue::read,
        Conditions.before(
            authority,
            Conditions.before(day, Conditions.before(day, conditions.parameters(rows)))));
  }

  /** Adds a definition; an earlier one of the same code and authority ends where it begins. */
  void add(Indicator indicator) {
    sql.update(
        "update indicator set valid_to = ? where authority = ? and code = ? and valid_from < ?"
            + " and (valid_to is null or valid_to > ?)",
        indicator.validFrom(),
        indicator.authority(),
        indicator.code(),
        indicator.validFrom(),
        indicator.validFrom());
    sql.update(
        """
        insert into indicator (authority, code, title, outcome_code, outcome_title, level, unit,
          direction, baseline, target, tolerance, weight, frequency, numerator, denominator, service_keywords,
          valid_from, valid_to, source)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        indicator.authority(),
        indicator.code(),
        indicator.title(),
        indicator.outcomeCode(),
        indicator.outcomeTitle(),
        indicator.level(),
        indicator.unit(),
        indicator.direction(),
        indicator.baseline(),
        indicator.target(),
        indicator.tolerance(),
        indicator.weight(),
        indicator.frequency(),
        indicator.numerator(),
        indicator.denominator(),
        indicator.serviceKeywords(),
        indicator.validFrom(),
        indicator.validTo(),
        indicator.source());
  }

  private static Indicator read(ResultSet row) throws SQLException {
    return new Indicator(
        row.getString("authority"),
        row.getString("code"),
        row.getString("title"),
        row.getString("outcome_code"),
        row.getString("outcome_title"),
        Level.valueOf(row.getString("level")),
        Unit.valueOf(row.getString("unit")),
        Direction.valueOf(row.getString("direction")),
        row.getBigDecimal("baseline"),
        row.getBigDecimal("target"),
        row.getBigDecimal("tolerance"),
        row.getBigDecimal("weight"),
        Frequency.valueOf(row.getString("frequency")),
        row.getString("numerator"),
        row.getString("denominator"),
        Sql.texts(row, "service_keywords"),
        Objects.requireNonNull(Sql.day(row, "valid_from")),
        Sql.day(row, "valid_to"),
        row.getString("source"));
  }
}
