package uk.carecontracts.providers.market;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hibernate.Session;
import uk.carecontracts.providers.locations.CareType;

/** Counts over every provider and location. */
@ApplicationScoped
class MarketRepository {

  private static final String BY_AREA =
      """
      select h.area, max(a.name) as name, coalesce(h.rating, 'UNKNOWN') as rating,
        count(distinct h.id) as homes, coalesce(sum(h.beds), 0) as beds,
        count(*) filter (where h.beds is null) as without_beds
      from (
        select l.id, l.area, beds_on(l.id, ?) as beds,
          (select r.overall from location_rating r
           where r.location_id = l.id and not r.replaced and r.report_date <= ?
           order by r.report_date desc, r.regulator limit 1) as rating
        from location l where l.care_type = any (?) and open_on(l.id, ?)
      ) h
      left join lateral (
        select name from authority where code = h.area order by valid_from desc limit 1) a on true
      group by h.area, coalesce(h.rating, 'UNKNOWN')
      order by h.area, rating""";

  private final Session session;

  MarketRepository(Session session) {
    this.session = session;
  }

  MarketSummary summary(LocalDate day) {
    List<MarketSummary.AreaSummary> areas = areas(day);
    long providers =
        session
            .createNativeQuery("select count(*) from provider where status = 'ACTIVE'", Long.class)
            .getSingleResult();
    return new MarketSummary(
        day,
        providers,
        areas.stream().mapToLong(MarketSummary.AreaSummary::openHomes).sum(),
        areas.stream().mapToLong(MarketSummary.AreaSummary::beds).sum(),
        areas);
  }

  private List<MarketSummary.AreaSummary> areas(LocalDate day) {
    String[] homes =
        java.util.Arrays.stream(CareType.values())
            .filter(CareType::home)
            .map(Enum::name)
            .toArray(String[]::new);
    return session.doReturningWork(
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(BY_AREA)) {
            select.setObject(1, day);
            select.setObject(2, day);
            select.setArray(3, connection.createArrayOf("text", homes));
            select.setObject(4, day);
            Map<String, MarketSummary.AreaSummary> areas = new TreeMap<>();
            try (ResultSet row = select.executeQuery()) {
              while (row.next()) {
                areas.merge(row.getString("area"), read(row), MarketRepository::together);
              }
            }
            return new ArrayList<>(areas.values());
          }
        });
  }

  private static MarketSummary.AreaSummary read(ResultSet row) throws SQLException {
    return new MarketSummary.AreaSummary(
        row.getString("area"),
        row.getString("name"),
        row.getLong("homes"),
        row.getLong("beds"),
        row.getLong("without_beds"),
        Map.of(row.getString("rating"), row.getLong("homes")));
  }

  private static MarketSummary.AreaSummary together(
      MarketSummary.AreaSummary a, MarketSummary.AreaSummary b) {
    Map<String, Long> ratings = new TreeMap<>(a.ratings());
    ratings.putAll(b.ratings());
    return new MarketSummary.AreaSummary(
        a.area(),
        a.name(),
        a.openHomes() + b.openHomes(),
        a.beds() + b.beds(),
        a.homesWithoutBeds() + b.homesWithoutBeds(),
        ratings);
  }
}
