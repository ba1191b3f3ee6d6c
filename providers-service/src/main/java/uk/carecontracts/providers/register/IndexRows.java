package uk.carecontracts.providers.register;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import uk.carecontracts.providers.identity.Identifier;
import uk.carecontracts.providers.identity.OrganisationName;

/** The rows by which a provider is found, in plain SQL: they carry nothing of their own. */
final class IndexRows {

  private IndexRows() {}

  static void write(Connection connection, Provider provider) throws SQLException {
    remove(connection, provider.id());
    insert(connection, List.of(provider));
  }

  static void insert(Connection connection, Collection<Provider> providers) throws SQLException {
    insertIdentifiers(connection, providers);
    insertNames(connection, providers);
  }

  private static void insertIdentifiers(Connection connection, Collection<Provider> providers)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into provider_identifier (scheme, value, provider_id) values (?, ?, ?)")) {
      for (Provider provider : providers) {
        for (Identifier identifier : provider.identifiers()) {
          insert.setString(1, identifier.scheme().code());
          insert.setString(2, identifier.value());
          insert.setObject(3, provider.id());
          insert.addBatch();
        }
      }
      insert.executeBatch();
    }
  }

  private static void insertNames(Connection connection, Collection<Provider> providers)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into provider_name (provider_id, core, block) values (?, ?, ?)")) {
      for (Provider provider : providers) {
        Set<String> cores = new HashSet<>();
        for (OrganisationName name : provider.candidate().names()) {
          if (cores.add(name.core())) {
            insert.setObject(1, provider.id());
            insert.setString(2, name.core());
            insert.setString(3, name.block());
            insert.addBatch();
          }
        }
      }
      insert.executeBatch();
    }
  }

  static void remove(Connection connection, UUID provider) throws SQLException {
    for (String table : new String[] {"provider_identifier", "provider_name"}) {
      try (PreparedStatement delete =
          connection.prepareStatement("delete from " + table + " where provider_id = ?")) {
        delete.setObject(1, provider);
        delete.executeUpdate();
      }
    }
  }
}
