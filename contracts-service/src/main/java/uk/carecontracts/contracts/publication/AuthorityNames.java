package uk.carecontracts.contracts.publication;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.database.Sql;

/** Names of councils by GSS code; a code keeps its name, so they are read once. */
@ApplicationScoped
class AuthorityNames {
  private final Sql sql;
  private @Nullable Map<String, String> names;

  AuthorityNames(Sql sql) {
    this.sql = sql;
  }

  /** The name, or the code itself when it is not in the list. */
  String of(String gss) {
    return all().getOrDefault(gss, gss);
  }

  private synchronized Map<String, String> all() {
    Map<String, String> known = names;
    if (known == null) {
      Map<String, String> read = new HashMap<>();
      sql.list(
          "select gss_code, name from authority_name",
          row -> read.put(row.getString("gss_code"), row.getString("name")));
      known = Map.copyOf(read);
      names = known;
    }
    return known;
  }
}
