package uk.carecontracts.monitoring.visits;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.database.Conditions;
import uk.carecontracts.kit.database.Sql;
import uk.carecontracts.monitoring.providers.ProviderRecords;

/** Lists of visits, held and parked, one statement each. */
@ApplicationScoped
class VisitQueries {
  private final Sql sql;

  VisitQueries(Sql sql) {
    this.sql = sql;
  }

  /** Where a list of visits goes on; the order of the primary key. */
  record Place(LocalDate month, UUID contractId, Instant plannedStart, UUID key) {}

  /** A visit with its place in the list. */
  record Placed(VisitView visit, Place place) {}

  /** Visits by month, contract and planned start. */
  List<Placed> visits(
      VisitFilter filter, @Nullable LocalDate month, @Nullable Place after, int rows) {
    Conditions conditions =
        new Conditions()
            .and("month = ?", month)
            .and("contract_id = ?", filter.contractId)
            .and("provider_id" + ProviderRecords.ANY_RECORD_OF, filter.providerId)
            .and("status = ?", filter.status)
            .and("status = 'DELIVERED' and on_time = ?", filter.onTime)
            .and("status = 'DELIVERED' and short = ?", filter.shortened)
            .and("person = ?", filter.person);
    if (after != null) {
      conditions.and("month >= ?", after.month());
      conditions.all(
          "(month, contract_id, planned_start, key) > (?, ?, ?, ?)",
          after.month(),
          after.contractId(),
          after.plannedStart(),
          after.key());
    }
    return sql.list(
        "select * from visit"
            + conditions.where()
            + " order by month, contract_id, planned_start, key limit ?",
        VisitQueries::visit,
        conditions.parameters(rows));
  }

  private static Placed visit(ResultSet row) throws SQLException {
    UUID contract = Objects.requireNonNull(Sql.uuid(row, "contract_id"));
    Instant planned = Objects.requireNonNull(Sql.instant(row, "planned_start"));
    boolean preference = row.getBoolean("preference_met");
    boolean noPreference = row.wasNull();
    VisitView view =
        new VisitView(
            row.getString("visit_id"),
            contract,
            Sql.uuid(row, "provider_id"),
            row.getString("area"),
            row.getString("person"),
            Sql.texts(row, "carers"),
            planned,
            row.getInt("planned_minutes"),
            Sql.instant(row, "actual_start"),
            Sql.instant(row, "actual_end"),
            VisitStatus.valueOf(row.getString("status")),
            noPreference ? null : preference,
            row.getBoolean("on_time"),
            row.getBoolean("short"),
            row.getInt("minutes_delivered"),
            Objects.requireNonNull(Sql.instant(row, "recorded_at")));
    return new Placed(
        view,
        new Place(
            Objects.requireNonNull(Sql.day(row, "month")),
            contract,
            planned,
            Objects.requireNonNull(Sql.uuid(row, "key"))));
  }

  /** Parked visits by key. */
  record ParkedRow(ParkedVisit visit, UUID key) {}

  List<ParkedRow> parked(
      @Nullable String reference, @Nullable UUID provider, @Nullable UUID after, int rows) {
    Conditions conditions =
        new Conditions()
            .and("contract_reference = ?", reference)
            .and("provider_id" + ProviderRecords.ANY_RECORD_OF, provider)
            .and("key > ?", after);
    return sql.list(
        "select * from parked_visit" + conditions.where() + " order by key limit ?",
        row ->
            new ParkedRow(
                new ParkedVisit(
                    row.getString("visit_id"),
                    row.getString("contract_reference"),
                    Sql.uuid(row, "provider_id"),
                    Objects.requireNonNull(Sql.instant(row, "planned_start")),
                    ParkReason.valueOf(row.getString("reason")),
                    Objects.requireNonNull(Sql.instant(row, "parked_at"))),
                Objects.requireNonNull(Sql.uuid(row, "key"))),
        conditions.parameters(rows));
  }
}
