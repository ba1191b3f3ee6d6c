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
      select l.area, max(a.name) as name, coalesce(l.rating, 'UNKNOWN') as rating,
        count(*) as homes, coalesce(sum(l.beds), 0) as beds,
        count(*) filter (where l.beds is null) as without_beds
      from location l
      left join authority a on a.code = l.area
      where l.status = 'OPEN' and l.care_type = any (?)
      group by l.area, coalesce(l.rating, 'UNKNOWN')
      order by l.area, rating""";

  private final Session session;

  MarketRepository(Session session) {
    this.session = session;
  }

  MarketSummary summary(LocalDate day) {
    List<MarketSummary.AreaSummary> areas = areas();
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

  private List<MarketSummary.AreaSummary> areas() {
    String[] homes =
        java.util.Arrays.stream(CareType.values())
            .filter(CareType::home)
            .map(Enum::name)
            .toArray(String[]::new);
    return session.doReturningWork(
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(BY_AREA)) {
            select.setArray(1, connection.createArrayOf("text", homes));
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
