package uk.carecontracts.monitoring.returns;

import static uk.carecontracts.monitoring.arithmetic.Figures.plain;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import uk.carecontracts.kit.database.Sql;
import uk.carecontracts.kit.problem.Problem.Violation;
import uk.carecontracts.kit.problem.RuleViolation;
import uk.carecontracts.monitoring.plans.IndicatorChoice;
import uk.carecontracts.monitoring.plans.Period;
import uk.carecontracts.monitoring.plans.PlanState;
import uk.carecontracts.monitoring.plans.Question;
import uk.carecontracts.monitoring.visits.VisitFigures;

/** Checks a return as a whole: its values against each other, their history, and visit records. */
@ApplicationScoped
class ReturnChecks {
  private static final String HISTORY =
      """
      select o.indicator, o.value from performance_return r
      join observation o on o.return_id = r.id
      where r.contract_id = ? and r.period_start < ? and r.status in ('SUBMITTED', 'APPROVED')
        and o.value is not null
      order by r.period_start""";

  private final Sql sql;
  private final OutlierRules outliers;
  private final VisitFigures visits;

  ReturnChecks(Sql sql, OutlierRules outliers, VisitFigures visits) {
    this.sql = sql;
    this.outliers = outliers;
    this.visits = visits;
  }

  /**
   * What an officer should look at.
   *
   * @throws RuleViolation RETURN_INVALID when values break a rule that refuses them
   */
  List<ReturnFlag> check(
      PlanState plan, LocalDate periodStart, LocalDate periodEnd, List<Reading> readings) {
    List<ReturnFlag> flags = new ArrayList<>();
    flags.addAll(rules(plan.authority(), periodEnd, readings));
    flags.addAll(outliers(plan.contractId(), periodStart, readings));
    flags.addAll(againstVisits(plan, periodStart, periodEnd, readings));
    return flags;
  }

  private List<ReturnFlag> rules(String authority, LocalDate day, List<Reading> readings) {
    Map<String, Reading> byCode =
        readings.stream().collect(Collectors.toMap(Reading::indicator, reading -> reading));
    List<Violation> errors = new ArrayList<>();
    List<ReturnFlag> flags = new ArrayList<>();
    for (ReturnRule rule : holding(authority, day)) {
      String breach = rule.breach(byCode).orElse(null);
      if (breach != null && rule.severity() == ReturnRule.Severity.ERROR) {
        errors.add(new Violation("/observations", breach));
      } else if (breach != null) {
        flags.add(new ReturnFlag(ReturnFlag.Kind.RULE, rule.leftIndicator(), breach, null));
      }
    }
    if (!errors.isEmpty()) {
      throw new RuleViolation("RETURN_INVALID", errors);
    }
    return flags;
  }

  /** Rules of an authority on a day; its own definition of a code comes before the shared one. */
  List<ReturnRule> holding(String authority, LocalDate day) {
    return sql.list(
        """
        select distinct on (code) * from return_rule
        where authority in (?, 'SHARED') and valid_from <= ? and (valid_to is null or valid_to > ?)
        order by code, authority = 'SHARED', valid_from desc""",
        ReturnChecks::rule,
        authority,
        day,
        day);
  }

  /** Adds a rule; an earlier one of the same code and authority gives way from its day on. */
  void define(ReturnRule rule) {
    sql.update(
        """
        insert into return_rule (authority, code, left_indicator, left_part, relation,
          right_indicator, right_part, severity, message, valid_from, source)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        rule.authority(),
        rule.code(),
        rule.leftIndicator(),
        rule.leftPart(),
        rule.relation(),
        rule.rightIndicator(),
        rule.rightPart(),
        rule.severity(),
        rule.message(),
        rule.validFrom(),
        rule.source());
  }

  private List<ReturnFlag> outliers(UUID contract, LocalDate before, List<Reading> readings) {
    Map<String, List<Double>> history = new HashMap<>();
    record Past(String indicator, double figure) {}
    for (Past past :
        sql.list(
            HISTORY,
            row -> new Past(row.getString("indicator"), row.getDouble("value")),
            contract,
            before)) {
      history.computeIfAbsent(past.indicator(), code -> new ArrayList<>()).add(past.figure());
    }
    List<ReturnFlag> flags = new ArrayList<>();
    for (Reading reading : readings) {
      List<Double> earlier = history.getOrDefault(reading.indicator(), List.of());
      if (reading.value() != null && earlier.size() >= outliers.history()) {
        outlier(reading.indicator(), reading.value(), earlier).ifPresent(flags::add);
      }
    }
    return flags;
  }

  private Optional<ReturnFlag> outlier(String indicator, BigDecimal value, List<Double> earlier) {
    double score = RobustScore.of(value.doubleValue(), earlier);
    if (Math.abs(score) < outliers.score()) {
      return Optional.empty();
    }
    return Optional.of(
        new ReturnFlag(
            ReturnFlag.Kind.OUTLIER,
            indicator,
            "%s is far from the middle of %d earlier values, %s."
                .formatted(
                    plain(value),
                    earlier.size(),
                    plain(BigDecimal.valueOf(RobustScore.median(earlier)))),
            BigDecimal.valueOf(score).setScale(2, RoundingMode.HALF_UP)));
  }

  /** Where visits of the period were told one by one, what the return says must agree. */
  private List<ReturnFlag> againstVisits(
      PlanState plan, LocalDate start, LocalDate end, List<Reading> readings) {
    Map<String, IndicatorChoice> choices =
        plan.indicators().stream()
            .collect(Collectors.toMap(IndicatorChoice::code, choice -> choice));
    Optional<Period> period = plan.period(start);
    Map<LocalDate, Map<String, BigDecimal>> recorded = new HashMap<>();
    List<ReturnFlag> flags = new ArrayList<>();
    for (Reading reading : readings) {
      IndicatorChoice choice = choices.get(reading.indicator());
      if (choice == null || reading.value() == null) {
        continue;
      }
      LocalDate from =
          period
              .flatMap(asked -> asked.question(reading.indicator()))
              .map(Question::from)
              .orElse(start);
      BigDecimal records =
          recorded
              .computeIfAbsent(from, day -> visits.percentages(plan.contractId(), day, end))
              .get(reading.indicator());
      if (records != null
          && reading.value().subtract(records).abs().compareTo(choice.tolerance()) > 0) {
        flags.add(
            new ReturnFlag(
                ReturnFlag.Kind.VISIT_RECORDS,
                reading.indicator(),
                "The return says %s, the visits of the period come to %s."
                    .formatted(plain(reading.value()), plain(records)),
                null));
      }
    }
    return flags;
  }

  private static ReturnRule rule(ResultSet row) throws SQLException {
    return new ReturnRule(
        row.getString("authority"),
        row.getString("code"),
        row.getString("left_indicator"),
        ReturnRule.Part.valueOf(row.getString("left_part")),
        ReturnRule.Relation.valueOf(row.getString("relation")),
        row.getString("right_indicator"),
        ReturnRule.Part.valueOf(row.getString("right_part")),
        ReturnRule.Severity.valueOf(row.getString("severity")),
        row.getString("message"),
        Objects.requireNonNull(Sql.day(row, "valid_from")),
        Sql.day(row, "valid_to"),
        row.getString("source"));
  }
}
