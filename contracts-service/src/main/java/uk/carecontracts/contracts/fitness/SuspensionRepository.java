package uk.carecontracts.contracts.fitness;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The suspensions the provider register told of. */
@ApplicationScoped
class SuspensionRepository {
  private static final String UPSERT =
      """
      insert into provider_suspension
        (id, authority, provider_id, service_type, reason, starts_on, ends_on, lifted_on)
      values (?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (id) do update set provider_id = excluded.provider_id,
        service_type = excluded.service_type, reason = excluded.reason,
        starts_on = excluded.starts_on, ends_on = excluded.ends_on, lifted_on = excluded.lifted_on""";

  private static final String OF_PROVIDERS =
      """
      select asked.id as asked_id, s.id, s.authority, s.service_type, s.reason, s.starts_on,
        s.ends_on, s.lifted_on
      from unnest(?::uuid[]) as asked(id)
      join provider_suspension s on provider_survivor(s.provider_id) = provider_survivor(asked.id)
      where s.ends_on >= ?
      order by s.ends_on desc, s.id""";

  private final DataSource database;

  SuspensionRepository(DataSource database) {
    this.database = database;
  }

  /** Replaces what was held of the suspension. */
  void put(ProviderSuspension suspension) {
    execute(
        UPSERT,
        suspension.id(),
        suspension.authority(),
        suspension.providerId(),
        suspension.serviceType(),
        suspension.reason(),
        suspension.startsOn(),
        suspension.endsOn(),
        suspension.liftedOn());
  }

  /** Forgets every suspension. */
  void clear() {
    execute("delete from provider_suspension");
  }

  /** Suspensions of providers, or of records merged with them, whose last day has not passed. */
  List<ProviderSuspension> notEnded(Collection<UUID> providers, LocalDate today) {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(OF_PROVIDERS)) {
      select.setArray(1, connection.createArrayOf("uuid", providers.toArray()));
      select.setObject(2, today);
      List<ProviderSuspension> found = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          found.add(read(row));
        }
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException("Suspensions could not be read", e);
    }
  }

  private static ProviderSuspension read(ResultSet row) throws SQLException {
    return new ProviderSuspension(
        row.getObject("id", UUID.class),
        row.getString("authority"),
        row.getObject("asked_id", UUID.class),
        row.getString("service_type"),
        row.getString("reason"),
        row.getObject("starts_on", LocalDate.class),
        row.getObject("ends_on", LocalDate.class),
        row.getObject("lifted_on", LocalDate.class));
  }

  private void execute(String sql, @Nullable Object... values) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("A suspension could not be kept", e);
    }
  }
}
