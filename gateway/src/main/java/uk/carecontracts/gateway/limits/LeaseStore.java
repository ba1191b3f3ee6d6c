package uk.carecontracts.gateway.limits;

import io.vertx.core.Future;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import uk.carecontracts.gateway.database.SharedDatabase;

/** The counts that all gateways share. Time is the database's alone: theirs may differ. */
@ApplicationScoped
class LeaseStore {
  private static final String LEASE = "select granted, remaining from lease_requests(?, ?, ?, ?)";
  private static final String FORGET =
      "delete from rate_bucket where refilled_at < now() - make_interval(secs => ?)";
  private static final double NANOS = 1e9;

  private final SharedDatabase database;

  LeaseStore(SharedDatabase database) {
    this.database = database;
  }

  boolean isConfigured() {
    return database.isConfigured();
  }

  /** Takes a lease out of a bucket. */
  Future<Lease> lease(String name, Policy policy) {
    return database.call(
        connection -> {
          try (PreparedStatement lease = connection.prepareStatement(LEASE)) {
            lease.setString(1, name);
            lease.setLong(2, policy.quota());
            lease.setDouble(3, policy.window().toNanos() / NANOS);
            lease.setLong(4, policy.lease());
            try (ResultSet row = lease.executeQuery()) {
              row.next();
              return new Lease(row.getLong(1), row.getDouble(2));
            }
          }
        });
  }

  /** Deletes the buckets that nobody has asked for in so many seconds; they are full again. */
  Future<Integer> forget(double seconds) {
    return database.call(
        connection -> {
          try (PreparedStatement forget = connection.prepareStatement(FORGET)) {
            forget.setDouble(1, seconds);
            return forget.executeUpdate();
          }
        });
  }
}
