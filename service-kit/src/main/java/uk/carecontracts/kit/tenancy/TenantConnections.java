package uk.carecontracts.kit.tenancy;

import io.agroal.api.AgroalPoolInterceptor;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ArcContainer;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Tells PostgreSQL, on every connection taken from the pool, whose rows it may show. */
@Singleton
public class TenantConnections implements AgroalPoolInterceptor {
  private static final Acting NOBODY = new Acting(Reach.OWN, "", "nobody", "internal");

  @Override
  public void onConnectionAcquire(Connection connection) {
    Acting acting = acting();
    try (PreparedStatement settings =
        connection.prepareStatement(
            "select set_config('app.authority', ?, false), set_config('app.reach', ?, false)")) {
      settings.setString(1, acting.authority());
      settings.setString(2, acting.reach().setting());
      settings.execute();
    } catch (SQLException e) {
      throw new IllegalStateException("A connection could not be bound to its tenant", e);
    }
  }

  /** Without a request context nobody is acting, and nobody sees nothing. */
  private static Acting acting() {
    ArcContainer container = Arc.container();
    return container != null && container.requestContext().isActive()
        ? container.instance(Tenancy.class).get().acting()
        : NOBODY;
  }
}
