package uk.carecontracts.providers.authorities;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.http.Cursor;

/** Councils. */
@ApplicationScoped
class AuthorityRepository {

  private static final String SELECT =
      """
      select code, name, kind, region, valid_from, valid_to, source from authority
      where valid_from <= ? and (valid_to is null or valid_to > ?)
        and (?::text is null or lower(name) like ? or code = ?)
        and (?::text is null or kind = ?) and (?::text is null or region = ?)
        and (name, code) > (?, ?)
      order by name, code limit ?""";

  private final Session session;

  AuthorityRepository(Session session) {
    this.session = session;
  }

  List<Authority> search(
      LocalDate asOf,
      @Nullable String q,
      @Nullable AuthorityKind kind,
      @Nullable String region,
      @Nullable Cursor from,
      int rows) {
    String part =
        q == null ? null : "%" + q.toLowerCase(Locale.UK).replaceAll("([\\\\%_])", "\\\\$1") + "%";
    String kindCode = kind == null ? null : kind.name();
    @Nullable Object[] values = {
      asOf,
      asOf,
      q,
      part,
      q,
      kindCode,
      kindCode,
      region,
      region,
      from == null ? "" : from.values().get(0),
      from == null ? "" : from.values().get(1),
      rows
    };
    return session.doReturningWork(
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(SELECT)) {
            for (int i = 0; i < values.length; i++) {
              select.setObject(i + 1, values[i]);
            }
            List<Authority> found = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
              while (row.next()) {
                found.add(read(row));
              }
            }
            return found;
          }
        });
  }

  private static Authority read(ResultSet row) throws SQLException {
    return new Authority(
        row.getString("code"),
        row.getString("name"),
        AuthorityKind.valueOf(row.getString("kind")),
        row.getString("region"),
        row.getObject("valid_from", LocalDate.class),
        row.getObject("valid_to", LocalDate.class),
        row.getString("source"));
  }
}
