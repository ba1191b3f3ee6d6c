package uk.carecontracts.monitoring.stage;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import uk.carecontracts.kit.database.Sql;
import uk.carecontracts.kit.tenancy.Acting;
import uk.carecontracts.kit.tenancy.Tenancy;

/** Looks at what the service keeps, as the service itself. */
@ApplicationScoped
public class Views {
  private final Sql sql;

  Views(Sql sql) {
    this.sql = sql;
  }

  /** The version of a contract as held, 0 when it is not. */
  public long contractVersion(UUID contract) {
    return one("select version from contract_view where contract_id = ?", contract);
  }

  /** The version of a location as held, 0 when it is not. */
  public long locationVersion(UUID location) {
    return one("select version from location_view where location_id = ?", location);
  }

  /** How many versions of an aggregate the journal holds. */
  public long journalled(String type, UUID id) {
    return Tenancy.callAs(
        Acting.system("test"),
        () ->
            sql.first(
                    "select count(*) from journal where aggregate_type = ? and aggregate_id = ?",
                    row -> row.getLong(1),
                    type,
                    id)
                .orElse(0L));
  }

  private long one(String query, UUID id) {
    return Tenancy.callAs(
        Acting.system("test"), () -> sql.first(query, row -> row.getLong(1), id).orElse(0L));
  }
}
