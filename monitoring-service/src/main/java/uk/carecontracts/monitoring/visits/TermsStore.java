package uk.carecontracts.monitoring.visits;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.database.Conditions;
import uk.carecontracts.kit.database.Sql;

/** Keeps the dated terms of visits. */
@ApplicationScoped
class TermsStore {
  private final Sql sql;

  TermsStore(Sql sql) {
    this.sql = sql;
  }

  /** What holds for some contracts of an authority. */
  TermsBook book(String authority, Collection<UUID> contracts) {
    return new TermsBook(
        contracts.isEmpty()
            ? sql.list(
                "select * from visit_terms where authority in (?, 'SHARED')"
                    + " and contract_id is null",
                TermsStore::read,
                authority)
            : sql.list(
                "select * from visit_terms where authority in (?, 'SHARED')"
                    + " and (contract_id is null or contract_id = any(?))",
                TermsStore::read,
                authority,
                contracts));
  }

  /** Terms an authority can see, its own and the shared, newest first within a contract. */
  List<VisitTerms> list(@Nullable UUID contract) {
    Conditions conditions =
        new Conditions().and("(contract_id is null or contract_id = ?)", contract);
    return sql.list(
        "select * from visit_terms"
            + conditions.where()
            + " order by contract_id nulls last, authority = 'SHARED', valid_from desc limit 500",
        TermsStore::read,
        conditions.parameters());
  }

  /** The terms that begin on a day, if any. */
  Optional<VisitTerms> of(String authority, @Nullable UUID contract, LocalDate from) {
    return sql.first(
        "select * from visit_terms where authority = ? and contract_id is not distinct from ?::uuid"
            + " and valid_from = ? for update",
        TermsStore::read,
        authority,
        contract,
        from);
  }

  void put(VisitTerms terms) {
    sql.update(
        """
        insert into visit_terms (authority, contract_id, valid_from, minutes_early, minutes_late,
          short_below_percent, source, version) values (?, ?::uuid, ?, ?, ?, ?, ?, ?)
        on conflict (authority, contract_id, valid_from) do update set
          minutes_early = excluded.minutes_early, minutes_late = excluded.minutes_late,
          short_below_percent = excluded.short_below_percent, source = excluded.source,
          version = excluded.version\
        """,
        terms.authority(),
        terms.contractId(),
        terms.validFrom(),
        terms.minutesEarly(),
        terms.minutesLate(),
        terms.shortBelowPercent(),
        terms.source(),
        terms.version());
  }

  private static VisitTerms read(ResultSet row) throws SQLException {
    return new VisitTerms(
        row.getString("authority"),
        Sql.uuid(row, "contract_id"),
        Objects.requireNonNull(Sql.day(row, "valid_from")),
        row.getInt("minutes_early"),
        row.getInt("minutes_late"),
        row.getBigDecimal("short_below_percent"),
        row.getString("source"),
        row.getLong("version"));
  }
}
