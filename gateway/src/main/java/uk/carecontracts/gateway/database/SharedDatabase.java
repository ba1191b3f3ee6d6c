package uk.carecontracts.gateway.database;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The gateways' database, of which nothing that a client waits for depends: without {@code
 * DATABASE_URL} there is none, and while it is away each gateway goes on by itself.
 */
@ApplicationScoped
public class SharedDatabase {
  private final Instance<DataSource> database;
  private final Vertx vertx;
  private final boolean configured;

  SharedDatabase(
      Instance<DataSource> database,
      Vertx vertx,
      @ConfigProperty(name = "DATABASE_URL") Optional<String> url) {
    this.database = database;
    this.vertx = vertx;
    this.configured = url.filter(text -> !text.isBlank()).isPresent();
  }

  /** Whether there is one. */
  public boolean isConfigured() {
    return configured;
  }

  /** What to do with a connection. */
  @FunctionalInterface
  public interface Work<T> {
    /** Does it; the connection is closed afterwards. */
    T with(Connection connection) throws SQLException;
  }

  /** Does the work on another thread than the one that serves requests. */
  public <T> Future<T> call(Work<T> work) {
    return vertx.executeBlocking(
        () -> {
          try (Connection connection = database.get().getConnection()) {
            return work.with(connection);
          }
        },
        false);
  }
}
