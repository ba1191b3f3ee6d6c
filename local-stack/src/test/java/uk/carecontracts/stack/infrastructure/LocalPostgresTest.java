package uk.carecontracts.stack.infrastructure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

class LocalPostgresTest {

  @Test
  void applicationRoleReadsAndWritesTheOwnersTablesButCannotChangeThem() throws SQLException {
    try (LocalPostgres postgres = LocalPostgres.start(LocalPostgres.Settings.temporary())) {
      for (ServiceDatabase database : ServiceDatabase.ALL) {
        run(postgres, database, database.owner(), "create table thing (id serial, name text)");
        run(postgres, database, database.application(), "insert into thing (name) values ('a')");
        assertEquals("1", one(postgres, database, "select count(*) from thing"));
        SQLException refused =
            assertThrows(
                SQLException.class,
                () -> run(postgres, database, database.application(), "drop table thing"));
        assertEquals("42501", refused.getSQLState());
      }
      assertRoleOfOneServiceCannotReachAnother(postgres);
      assertEquals("off", one(postgres, ServiceDatabase.ALL.get(0), "show fsync"));
    }
  }

  private static void assertRoleOfOneServiceCannotReachAnother(LocalPostgres postgres) {
    SQLException refused =
        assertThrows(
            SQLException.class,
            () ->
                DriverManager.getConnection(
                        postgres.jdbcUrl("providers"), "contracts_app", "contracts_app")
                    .close());
    assertEquals("42501", refused.getSQLState());
  }

  @Test
  void rowLevelSecurityBindsTheApplicationRole() throws SQLException {
    try (LocalPostgres postgres = LocalPostgres.start(LocalPostgres.Settings.temporary())) {
      ServiceDatabase database = ServiceDatabase.ALL.get(0);
      run(
          postgres,
          database,
          database.owner(),
          "create table row (authority text)",
          "alter table row enable row level security",
          "alter table row force row level security",
          "create policy own on row using (authority = current_setting('app.authority', true))");
      run(
          postgres,
          database,
          database.application(),
          "set app.authority = 'E1'",
          "insert into row values ('E1')");
      assertEquals("0", one(postgres, database, "select count(*) from row"));
      SQLException refused =
          assertThrows(
              SQLException.class,
              () ->
                  run(postgres, database, database.application(), "insert into row values ('E2')"));
      assertEquals("42501", refused.getSQLState());
    }
  }

  @Test
  void keptDataSurviveARestartAndCommitsAreDurable(
      @TempDir(cleanup = CleanupMode.ON_SUCCESS) Path directory) throws SQLException {
    LocalPostgres.Settings settings = LocalPostgres.Settings.kept(directory, Ports.free());
    ServiceDatabase database = ServiceDatabase.ALL.get(0);
    LocalPostgres stopped;
    try (LocalPostgres postgres = LocalPostgres.start(settings)) {
      stopped = postgres;
      run(postgres, database, database.owner(), "create table thing (id int)");
      run(postgres, database, database.application(), "insert into thing values (1)");
      assertTrue(postgres.isAlive());
    }
    assertFalse(stopped.isAlive());
    try (LocalPostgres postgres = LocalPostgres.start(settings)) {
      assertEquals("1", one(postgres, database, "select count(*) from thing"));
      assertEquals("on", one(postgres, database, "show fsync"));
      assertEquals("on", one(postgres, database, "show synchronous_commit"));
      assertEquals("100", one(postgres, database, "show max_connections"));
    }
  }

  @Test
  void saysWhenAnotherProgramHoldsThePort(@TempDir Path directory) throws Exception {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      LocalPostgres.Settings settings =
          LocalPostgres.Settings.kept(directory, other.getLocalPort());
      IllegalStateException refused =
          assertThrows(IllegalStateException.class, () -> LocalPostgres.start(settings).close());
      assertTrue(refused.getMessage().contains("port " + other.getLocalPort() + " is taken"));
    }
  }

  private static void run(
      LocalPostgres postgres, ServiceDatabase database, String role, String... commands)
      throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(postgres.jdbcUrl(database.name()), role, role);
        Statement statement = connection.createStatement()) {
      for (String command : commands) {
        statement.execute(command);
      }
    }
  }

  private static String one(LocalPostgres postgres, ServiceDatabase database, String query)
      throws SQLException {
    String role = database.application();
    try (Connection connection =
            DriverManager.getConnection(postgres.jdbcUrl(database.name()), role, role);
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      assertTrue(result.next());
      return result.getString(1);
    }
  }
}
