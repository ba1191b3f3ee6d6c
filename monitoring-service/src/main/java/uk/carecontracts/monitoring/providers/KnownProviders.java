package uk.carecontracts.monitoring.providers;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import uk.carecontracts.kit.database.Sql;

/** The providers and locations monitoring knows of. */
@ApplicationScoped
public class KnownProviders {
  private static final String UPSERT_LOCATION =
      """
      insert into location_view (location_id, provider_id, name, care_type, area, status, regulator,
        rating, report_date, previous_rating, special_measures, version)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (location_id) do update set provider_id = excluded.provider_id,
        name = excluded.name, care_type = excluded.care_type, area = excluded.area,
        status = excluded.status, regulator = excluded.regulator, rating = excluded.rating,
        report_date = excluded.report_date, previous_rating = excluded.previous_rating,
        special_measures = excluded.special_measures, version = excluded.version""";

  private final Sql sql;

  KnownProviders(Sql sql) {
    this.sql = sql;
  }

  /** A location, if its events arrived. */
  public Optional<KnownLocation> location(UUID id) {
    return sql.first("select * from location_view where location_id = ?", KnownProviders::read, id);
  }

  /** Locations of the suppliers of a contract, by name. */
  public List<KnownLocation> locationsOfContract(UUID contract) {
    return sql.list(
        "select l.* from location_view l where l.provider_id in (select r.id from contract_party p,"
            + " provider_records(p.provider_id) r(id) where p.contract_id = ?) order by l.name, l.location_id",
        KnownProviders::read,
        contract);
  }

  private static KnownLocation read(ResultSet row) throws SQLException {
    return new KnownLocation(
        Objects.requireNonNull(Sql.uuid(row, "location_id")),
        Sql.uuid(row, "provider_id"),
        row.getString("name"),
        row.getString("care_type"),
        row.getString("area"),
        row.getString("status"),
        row.getString("regulator"),
        row.getString("rating"),
        Sql.day(row, "report_date"),
        row.getString("previous_rating"),
        row.getBoolean("special_measures"),
        row.getLong("version"));
  }

  void put(KnownLocation location) {
    sql.update(
        UPSERT_LOCATION,
        location.id(),
        location.providerId(),
        location.name(),
        location.careType(),
        location.area(),
        location.status(),
        location.regulator(),
        location.rating(),
        location.reportDate(),
        location.previousRating(),
        location.specialMeasures(),
        location.version());
    noteFall(location);
  }

  private void noteFall(KnownLocation location) {
    RegulatorRating now = RegulatorRating.read(location.rating()).orElse(null);
    RegulatorRating before = RegulatorRating.read(location.previousRating()).orElse(null);
    if (now == null || before == null || location.reportDate() == null) {
      return;
    }
    if (now.worseThan(before)) {
      sql.update(
          "insert into location_rating_fall (location_id, report_date, from_rating, to_rating)"
              + " values (?, ?, ?, ?) on conflict (location_id, report_date) do update"
              + " set from_rating = excluded.from_rating, to_rating = excluded.to_rating",
          location.id(),
          location.reportDate(),
          before,
          now);
    }
  }

  void putProvider(UUID id, String name, String status, long version) {
    sql.update(
        "insert into provider_view (provider_id, name, status, version) values (?, ?, ?, ?)"
            + " on conflict (provider_id) do update set name = excluded.name,"
            + " status = excluded.status, version = excluded.version",
        id,
        name,
        status,
        version);
  }

  void clear() {
    sql.update("delete from location_view");
    sql.update("delete from provider_view");
  }
}
