package uk.carecontracts.providers.register;

import jakarta.ws.rs.QueryParam;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.http.Cursor;
import uk.carecontracts.kit.http.ListFilter;
import uk.carecontracts.kit.problem.ProblemException;
import uk.carecontracts.providers.identity.Identifier;

/** What a search of providers asks for. */
public class ProviderFilter extends ListFilter {

  @QueryParam("q")
  @Parameter(description = "Part of the legal or a trading name, or of the ultimate owner")
  @Nullable String q;

  @QueryParam("identifier")
  @Parameter(description = "scheme:id, such as GB-COH:01234567, in any usual spelling")
  @Nullable String identifier;

  @QueryParam("kind")
  @Parameter(description = "Sort of organisation")
  @Nullable ProviderKind kind;

  @QueryParam("sme")
  @Parameter(description = "Whether it is a small or medium-sized enterprise")
  @Nullable Boolean sme;

  @QueryParam("vcse")
  @Parameter(description = "Whether it is a voluntary, community or social enterprise")
  @Nullable Boolean vcse;

  @QueryParam("area")
  @Parameter(description = "GSS code of an area it serves or has a location in")
  @Nullable String area;

  @QueryParam("status")
  @Parameter(description = "ACTIVE (default) or MERGED")
  @Nullable ProviderStatus status;

  @QueryParam("sort")
  @Parameter(description = "name (default) or -name")
  @Nullable String sort;

  /** What a cursor of this list must have been made for. */
  String fingerprint() {
    return Cursor.fingerprint("providers", q, identifier, kind, sme, vcse, area, status, sort);
  }

  private boolean descending() {
    if (sort == null || sort.equals("name")) {
      return false;
    }
    if (sort.equals("-name")) {
      return true;
    }
    throw ProblemException.badRequest("sort", "Sort by name or -name.");
  }

  List<Provider> select(Session entities, @Nullable Cursor from, int rows) {
    boolean down = descending();
    StringBuilder sql = new StringBuilder("select p.* from provider p where p.status = :status");
    Map<String, Object> values = new HashMap<>();
    values.put("status", (status == null ? ProviderStatus.ACTIVE : status).name());
    conditions(sql, values);
    if (from != null) {
      sql.append(" and (p.sort_name, p.id) ").append(down ? "<" : ">").append(" (:name, :id)");
      values.put("name", from.values().get(0));
      values.put("id", from.id(1));
    }
    String direction = down ? " desc" : "";
    sql.append(" order by p.sort_name").append(direction).append(", p.id").append(direction);
    NativeQuery<Provider> query = entities.createNativeQuery(sql.toString(), Provider.class);
    values.forEach(query::setParameter);
    return query.setMaxResults(rows).getResultList();
  }

  private void conditions(StringBuilder sql, Map<String, Object> values) {
    if (q != null) {
      sql.append(
          " and (lower(p.legal_name) like :q or lower(coalesce(p.ultimate_owner, '')) like :q"
              + " or exists (select from unnest(p.trading_names) t where lower(t) like :q))");
      values.put("q", "%" + q.toLowerCase(Locale.UK).replaceAll("([\\\\%_])", "\\\\$1") + "%");
    }
    if (identifier != null) {
      sql.append(
          " and p.id in (select provider_id from provider_identifier"
              + " where scheme = :scheme and value = :value)");
      Identifier wanted = parsed(identifier);
      values.put("scheme", wanted.scheme().code());
      values.put("value", wanted.value());
    }
    add(sql, values, "kind", kind == null ? null : kind.name());
    add(sql, values, "sme", sme);
    add(sql, values, "vcse", vcse);
    if (area != null) {
      sql.append(
          " and (:area = any (p.areas) or exists"
              + " (select from location l where l.provider_id = p.id and l.area = :area))");
      values.put("area", area);
    }
  }

  private static void add(
      StringBuilder sql, Map<String, Object> values, String column, @Nullable Object value) {
    if (value != null) {
      sql.append(" and p.").append(column).append(" = :").append(column);
      values.put(column, value);
    }
  }

  private static Identifier parsed(String text) {
    String[] parts = text.split(":", 2);
    return (parts.length == 2
            ? Identifier.parse(parts[0], parts[1])
            : java.util.Optional.<Identifier>empty())
        .orElseThrow(
            () ->
                ProblemException.badRequest(
                    "identifier", "Write scheme:id, such as GB-COH:01234567."));
  }
}
