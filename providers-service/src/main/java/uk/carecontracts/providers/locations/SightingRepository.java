package uk.carecontracts.providers.locations;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.hibernate.Session;
import uk.carecontracts.kit.json.StoredJson;

/** What dated files show, as they show it. */
@ApplicationScoped
class SightingRepository {

  private final Session session;
  private final StoredJson json;

  SightingRepository(Session session, StoredJson json) {
    this.session = session;
    this.json = json;
  }

  /** Dates of the files about an area, and whether each was complete. */
  SortedMap<LocalDate, Boolean> snapshots(String area) {
    return session.doReturningWork(
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement(
                  "select snapshot_date, complete from area_snapshot where area = ?")) {
            select.setString(1, area);
            SortedMap<LocalDate, Boolean> dates = new TreeMap<>();
            try (ResultSet row = select.executeQuery()) {
              while (row.next()) {
                dates.put(row.getObject(1, LocalDate.class), row.getBoolean(2));
              }
            }
            return dates;
          }
        });
  }

  /** Notes that a file about an area exists. */
  void snapshot(String area, LocalDate date, boolean complete) {
    session
        .createNativeMutationQuery(
            "insert into area_snapshot (area, snapshot_date, complete)"
                + " values (:area, :date, :complete) on conflict (area, snapshot_date)"
                + " do update set complete = excluded.complete or area_snapshot.complete")
        .setParameter("area", area)
        .setParameter("date", date)
        .setParameter("complete", complete)
        .executeUpdate();
  }

  /** Every sighting in an area. */
  List<StoredSighting> in(String area) {
    return session.doReturningWork(
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement(
                  "select id, snapshot_date, facts, listed_by, location_id from location_sighting"
                      + " where area = ? order by snapshot_date, id")) {
            select.setString(1, area);
            List<StoredSighting> found = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
              while (row.next()) {
                found.add(
                    new StoredSighting(
                        row.getObject("id", UUID.class),
                        row.getObject("snapshot_date", LocalDate.class),
                        json.read(row.getString("facts"), CareHomeRow.class),
                        row.getString("listed_by"),
                        row.getObject("location_id", UUID.class)));
              }
            }
            return found;
          }
        });
  }

  /** Stores what a file says about a home, in place of what it said before. */
  void store(StoredSighting sighting, String fingerprint) {
    session.doWork(
        connection -> {
          try (PreparedStatement upsert =
              connection.prepareStatement(
                  """
                  insert into location_sighting
                    (id, area, snapshot_date, fingerprint, facts, listed_by, location_id)
                  values (?, ?, ?, ?, ?::jsonb, ?, ?)
                  on conflict (area, snapshot_date, fingerprint)
                  do update set facts = excluded.facts""")) {
            upsert.setObject(1, sighting.id());
            upsert.setString(2, sighting.row().area());
            upsert.setObject(3, sighting.date());
            upsert.setString(4, fingerprint);
            upsert.setString(5, json.write(sighting.row()));
            upsert.setString(6, sighting.listedBy());
            upsert.setObject(7, sighting.locationId());
            upsert.executeUpdate();
          }
        });
  }

  /** Notes which location each sighting was found to be. */
  void assign(Map<UUID, UUID> locationBySighting) {
    session.doWork(
        connection -> {
          try (PreparedStatement update =
              connection.prepareStatement(
                  "update location_sighting set location_id = ? where id = ?"
                      + " and location_id is distinct from ?")) {
            for (Map.Entry<UUID, UUID> entry : locationBySighting.entrySet()) {
              update.setObject(1, entry.getValue());
              update.setObject(2, entry.getKey());
              update.setObject(3, entry.getValue());
              update.addBatch();
            }
            update.executeBatch();
          }
        });
  }
}
