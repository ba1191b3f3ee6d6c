package uk.carecontracts.monitoring.alerts;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.database.Sql;

/**
 * Finds published assessments of active contracts whose shortfalls were not looked at again by
 * their day. The subject is the assessment. They were looked at once a re-audit of it is shared
 * with the provider, every standard judged by then, or a later assessment of the whole contract.
 */
@ApplicationScoped
class LateReAudits {
  private static final String LATE =
      """
      select a.id::text as subject, a.authority, a.contract_id, a.provider_id,
        (a.state ->> 'reAuditBy')::date as since, c.reference
      from assessment a
      join contract_view c on c.contract_id = a.contract_id and c.status = 'ACTIVE'
      where a.status = 'PUBLISHED' and a.state ->> 'reAuditBy' < ?
        and (?::text is null or a.id::text = ?)
        and not exists (select from assessment later
          where later.contract_id = a.contract_id and later.id <> a.id and later.status <> 'DRAFT'
            and (later.state ->> 'reAuditOf' = a.id::text
              or later.state ->> 'reAuditOf' is null
                and later.state ->> 'startedOn' >= a.state ->> 'publishedOn'))
      order by a.id""";

  private final Sql sql;
  private final AlertRules rules;
  private final Clock clock;

  LateReAudits(Sql sql, AlertRules rules, Clock clock) {
    this.sql = sql;
    this.rules = rules;
    this.clock = clock;
  }

  /** Every assessment that was not looked at again in time. */
  List<Cause> all() {
    return of(null);
  }

  /** Whether that is so of one assessment. */
  Optional<Cause> find(String assessment) {
    return of(assessment).stream().findFirst();
  }

  private List<Cause> of(@Nullable String assessment) {
    LocalDate today = LocalDate.now(clock);
    LocalDate serious = today.minusDays(rules.reAuditSeriousDays());
    return sql.list(LATE, row -> cause(row, serious), today.toString(), assessment, assessment);
  }

  private static Cause cause(ResultSet row, LocalDate serious) throws SQLException {
    LocalDate since = Objects.requireNonNull(Sql.day(row, "since"));
    return new Cause(
        row.getString("authority"),
        AlertKind.RE_AUDIT_LATE,
        row.getString("subject"),
        Sql.uuid(row, "contract_id"),
        Sql.uuid(row, "provider_id"),
        since.isBefore(serious) ? AlertSeverity.SERIOUS : AlertSeverity.WARNING,
        "%s: shortfalls were to be looked at again by %s"
            .formatted(row.getString("reference"), since));
  }
}
