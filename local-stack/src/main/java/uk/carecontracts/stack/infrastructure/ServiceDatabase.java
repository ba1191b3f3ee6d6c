package uk.carecontracts.stack.infrastructure;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * The database of one service with its two roles: the owner runs the migrations, the application
 * role is what the service works as and what row-level security binds.
 *
 * <p>Local passwords equal the role name.
 *
 * @param name the database's name, which is also the service's
 */
public record ServiceDatabase(String name) {

  /** Every database of the product. */
  public static final List<ServiceDatabase> ALL =
      List.of(
          new ServiceDatabase("contracts"),
          new ServiceDatabase("providers"),
          new ServiceDatabase("monitoring"),
          new ServiceDatabase("gateway"));

  private static final String LOGIN =
      " login nosuperuser nobypassrls nocreatedb nocreaterole password ";

  /** Checks that the name can be used unquoted in SQL. */
  public ServiceDatabase {
    if (!name.matches("[a-z][a-z_]{0,40}")) {
      throw new IllegalArgumentException("not a database name: " + name);
    }
  }

  /** The role that owns the database and its tables and runs the migrations. */
  public String owner() {
    return name + "_owner";
  }

  /**
   * The role that the running service uses: no bypass of row-level security, no change of tables.
   */
  public String application() {
    return name + "_app";
  }

  /** Creates the roles and the database where they are missing; {@code server} is a superuser's. */
  void createIn(Connection server) throws SQLException {
    createRole(server, owner());
    createRole(server, application());
    if (!exists(server, "select 1 from pg_database where datname = ?", name)) {
      execute(server, "create database " + name + " owner " + owner());
    }
  }

  /**
   * Hands out the rights inside the database; {@code database} is a superuser's connection to it.
   */
  void grantIn(Connection database) throws SQLException {
    execute(
        database,
        "revoke all on database " + name + " from public",
        "grant connect, temporary on database " + name + " to " + owner() + ", " + application(),
        "alter schema public owner to " + owner(),
        "revoke all on schema public from public",
        "grant usage on schema public to " + application(),
        defaultPrivileges() + "select, insert, update, delete on tables to " + application(),
        defaultPrivileges() + "usage, select on sequences to " + application());
  }

  private String defaultPrivileges() {
    return "alter default privileges for role " + owner() + " in schema public grant ";
  }

  private static void createRole(Connection server, String role) throws SQLException {
    if (!exists(server, "select 1 from pg_roles where rolname = ?", role)) {
      execute(server, "create role " + role + LOGIN + "'" + role + "'");
    }
  }

  private static boolean exists(Connection connection, String query, String value)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, value);
      try (ResultSet found = statement.executeQuery()) {
        return found.next();
      }
    }
  }

  private static void execute(Connection connection, String... commands) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String command : commands) {
        statement.execute(command);
      }
    }
  }
}
