package uk.carecontracts.providers.locations;

import jakarta.ws.rs.QueryParam;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.http.Cursor;
import uk.carecontracts.kit.http.ListFilter;
import uk.carecontracts.providers.ratings.Rating;

/** What a search of locations asks for. */
public class LocationFilter extends ListFilter {

  @QueryParam("q")
  @Parameter(description = "Part of the name or address, or a whole CQC location id")
  @Nullable String q;

  @QueryParam("providerId")
  @Parameter(description = "The provider, including records merged into it")
  @Nullable UUID providerId;

  @QueryParam("area")
  @Parameter(description = "GSS code of the council area")
  @Nullable String area;

  @QueryParam("careType")
  @Parameter(description = "Kind of care")
  @Nullable CareType careType;

  @QueryParam("status")
  @Parameter(description = "OPEN or CLOSED; absent: both")
  @Nullable LocationStatus status;

  @QueryParam("rating")
  @Parameter(description = "Current overall rating")
  @Nullable Rating rating;

  /** What a cursor of this list must have been made for. */
  String fingerprint() {
    return Cursor.fingerprint("locations", q, providerId, area, careType, status, rating);
  }

  List<Location> select(Session session, @Nullable Cursor from, int rows) {
    StringBuilder sql = new StringBuilder("select l.* from location l where true");
    Map<String, Object> values = new HashMap<>();
    if (q != null) {
      sql.append(
          " and (lower(l.name) like :q or lower(coalesce(l.address, '')) like :q"
              + " or l.cqc_location_id = :id)");
      values.put("q", "%" + q.toLowerCase(Locale.UK).replaceAll("([\\\\%_])", "\\\\$1") + "%");
      values.put("id", q);
    }
    if (providerId != null) {
      sql.append(" and l.provider_id in (select provider_family(:provider))");
      values.put("provider", providerId);
    }
    add(sql, values, "area", area);
    add(sql, values, "care_type", careType);
    add(sql, values, "status", status);
    add(sql, values, "rating", rating);
    if (from != null) {
      sql.append(" and (lower(l.name), l.id) > (:name, :after)");
      values.put("name", from.values().get(0));
      values.put("after", from.id(1));
    }
    sql.append(" order by lower(l.name), l.id");
    NativeQuery<Location> query = session.createNativeQuery(sql.toString(), Location.class);
    values.forEach(query::setParameter);
    return query.setMaxResults(rows).getResultList();
  }

  private static void add(
      StringBuilder sql, Map<String, Object> values, String column, @Nullable Object value) {
    if (value != null) {
      sql.append(" and l.").append(column).append(" = :").append(column);
      values.put(column, value.toString());
    }
  }
}
