package uk.carecontracts.monitoring.alerts;

import static uk.carecontracts.monitoring.arithmetic.Figures.plain;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.database.Sql;
import uk.carecontracts.kit.problem.ProblemException;
import uk.carecontracts.monitoring.contracts.KnownContract;
import uk.carecontracts.monitoring.contracts.KnownContracts;
import uk.carecontracts.monitoring.providers.ProviderRecords;
import uk.carecontracts.monitoring.visits.ActivityState;

/** Finds causes of alerts in what is known of contracts, their returns, visits and providers. */
@ApplicationScoped
class Causes {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final String MISSING =
      """
      select count(*) as missing, min(d.due_on) as earliest from return_period d
      join monitoring_plan p on p.id = d.plan_id
      left join performance_return r on r.plan_id = d.plan_id and r.period_start = d.period_start
      where p.contract_id = ? and d.expected and d.due_on < ? and r.submitted_at is null""";
  private static final String RATINGS =
      """
      select distinct c.authority, l.location_id, l.provider_id, l.name, l.report_date,
        f.from_rating, f.to_rating
      from location_view l
      join lateral provider_records(l.provider_id) r(id) on true
      join contract_party p on p.provider_id = r.id
      join contract_view c on c.contract_id = p.contract_id and c.status = 'ACTIVE'
      left join location_rating_fall f
        on f.location_id = l.location_id and f.report_date = l.report_date
      where %s order by c.authority, l.location_id""";

  private final Sql sql;
  private final KnownContracts contracts;
  private final AlertRules rules;
  private final Clock clock;

  Causes(Sql sql, KnownContracts contracts, AlertRules rules, Clock clock) {
    this.sql = sql;
    this.contracts = contracts;
    this.rules = rules;
    this.clock = clock;
  }

  /** Whose contract it is. */
  String authority(UUID contract) {
    return known(contract).authority();
  }

  /** Whether a contract runs. */
  boolean active(UUID contract) {
    return known(contract).active();
  }

  private KnownContract known(UUID contract) {
    return contracts
        .find(contract)
        .orElseThrow(() -> ProblemException.notFound("contract", contract));
  }

  /** Overdue returns of a contract. */
  Optional<Cause> missingReturn(UUID contract) {
    record Missing(int count, @Nullable LocalDate earliest) {}
    Missing missing =
        sql.first(
                MISSING,
                row -> new Missing(row.getInt("missing"), Sql.day(row, "earliest")),
                contract,
                LocalDate.now(clock))
            .orElse(new Missing(0, null));
    if (missing.count() == 0) {
      return Optional.empty();
    }
    return Optional.of(
        of(
            known(contract),
            AlertKind.MISSING_RETURN,
            missing.count() > 1,
            "%d overdue %s, the earliest was due on %s"
                .formatted(
                    missing.count(),
                    missing.count() == 1 ? "return" : "returns",
                    missing.earliest())));
  }

  /** The end of a contract, once it is near. */
  Optional<Cause> expiry(UUID contract) {
    KnownContract known = known(contract);
    LocalDate today = LocalDate.now(clock);
    LocalDate end = known.endsOn();
    if (!known.active() || end == null || end.isAfter(today.plusDays(rules.expiryDays()))) {
      return Optional.empty();
    }
    boolean serious = !end.isAfter(today.plusDays(rules.expirySeriousDays()));
    return Optional.of(of(known, AlertKind.EXPIRY, serious, "The contract ends on " + end));
  }

  /** Whether no later month of the contract has visits; months that lie ahead tell of nothing. */
  boolean isLatestMonth(ActivityState activity) {
    YearMonth now = YearMonth.now(clock);
    return activity.month().compareTo(now.toString()) <= 0
        && sql.first(
                    "select to_char(max(month), 'YYYY-MM') from visit_figure"
                        + " where contract_id = ? and month <= ?",
                    row -> Objects.requireNonNullElse(row.getString(1), ""),
                    activity.contractId(),
                    now.atDay(1))
                .orElse("")
                .compareTo(activity.month())
            <= 0;
  }

  /** Too many missed visits in a month of a contract that runs. */
  Optional<Cause> missedVisits(ActivityState activity) {
    long due = activity.planned() - activity.cancelled();
    if (due < rules.missedVisits()) {
      return Optional.empty();
    }
    BigDecimal percent =
        BigDecimal.valueOf(activity.missed())
            .multiply(HUNDRED)
            .divide(BigDecimal.valueOf(due), 2, RoundingMode.HALF_UP);
    KnownContract contract = known(activity.contractId());
    if (!contract.active() || percent.compareTo(BigDecimal.valueOf(rules.missedPercent())) <= 0) {
      return Optional.empty();
    }
    return Optional.of(
        of(
            contract,
            AlertKind.MISSED_VISITS,
            percent.compareTo(BigDecimal.valueOf(rules.missedSeriousPercent())) > 0,
            "%d of %d visits of %s were missed, %s %%"
                .formatted(activity.missed(), due, activity.month(), plain(percent))));
  }

  /** A location's rating, with a cause when it was lowered not long ago. */
  record Rating(String authority, String subject, @Nullable Cause cause) {}

  /** Ratings of a provider's locations, for every authority with an active contract. */
  List<Rating> ratings(UUID provider) {
    return sql.list(
        RATINGS.formatted("l.provider_id" + ProviderRecords.ANY_RECORD_OF), this::rating, provider);
  }

  /** The rating of one location, for every authority with an active contract. */
  List<Rating> ratingsOfLocation(UUID location) {
    return sql.list(RATINGS.formatted("l.location_id = ?"), this::rating, location);
  }

  private Rating rating(ResultSet row) throws SQLException {
    String authority = row.getString("authority");
    UUID location = Objects.requireNonNull(Sql.uuid(row, "location_id"));
    LocalDate report = Sql.day(row, "report_date");
    String to = row.getString("to_rating");
    boolean recent =
        to != null
            && report != null
            && !report.isBefore(LocalDate.now(clock).minusDays(rules.ratingDays()));
    Cause cause =
        recent
            ? new Cause(
                authority,
                AlertKind.RATING_FALL,
                location.toString(),
                null,
                Sql.uuid(row, "provider_id"),
                "INADEQUATE".equals(to) ? AlertSeverity.SERIOUS : AlertSeverity.WARNING,
                "%s fell from %s to %s in the report of %s"
                    .formatted(row.getString("name"), row.getString("from_rating"), to, report))
            : null;
    return new Rating(authority, location.toString(), cause);
  }

  private static Cause of(KnownContract contract, AlertKind kind, boolean serious, String message) {
    return new Cause(
        contract.authority(),
        kind,
        contract.id().toString(),
        contract.id(),
        contract.providerId(),
        serious ? AlertSeverity.SERIOUS : AlertSeverity.WARNING,
        contract.reference() + ": " + message);
  }
}
