package uk.carecontracts.kit.operations;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import uk.carecontracts.kit.tenancy.Acting;
import uk.carecontracts.kit.tenancy.Tenancy;

/** How far publication lags behind. */
@ApplicationScoped
public class Outbox {
  private static final String BACKLOG =
      """
      select count(*) filter (where parked_reason is null),
        coalesce(extract(epoch from now() - min(occurred_at)), 0),
        count(*) filter (where parked_reason is not null)
      from journal where published_at is null""";

  private final DataSource database;

  Outbox(DataSource database) {
    this.database = database;
  }

  /** Events waiting for the broker, the age of the oldest, and how many it refused for good. */
  public record Backlog(long unpublished, double oldestSeconds, long parked) {}

  /** Counts now. */
  public Backlog backlog() {
    return Tenancy.callAs(
        Acting.system("operations"), () -> QuarkusTransaction.requiringNew().call(this::count));
  }

  private Backlog count() throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(BACKLOG);
        ResultSet row = select.executeQuery()) {
      row.next();
      return new Backlog(row.getLong(1), row.getDouble(2), row.getLong(3));
    }
  }

  int release() {
    return Tenancy.callAs(
        Acting.system("operations"),
        () ->
            QuarkusTransaction.requiringNew()
                .call(
                    () -> {
                      try (Connection connection = database.getConnection();
                          PreparedStatement update =
                              connection.prepareStatement(
                                  "update journal set parked_reason = null"
                                      + " where parked_reason is not null")) {
                        return update.executeUpdate();
                      }
                    }));
  }
}
