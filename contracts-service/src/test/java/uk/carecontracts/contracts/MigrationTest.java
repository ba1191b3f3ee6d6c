package uk.carecontracts.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.carecontracts.testkit.Infrastructure;

/**
 * Migrations over a register that has contracts, as the owner of the tables, whom row-level
 * security binds, too: on an empty register nothing of that shows.
 */
@QuarkusTest
@ContractsInfrastructure
class MigrationTest {
  private static final String SCHEMA = "register_of_before";
  private static final String OWNER = "contracts_owner";
  private static final String KEPT = "00000000-0000-7000-8000-000000000001";
  private static final String EXEMPT = "00000000-0000-7000-8000-000000000002";

  private Connection owner;

  @BeforeEach
  void enterContractsInTheReleaseBefore() throws SQLException {
    migrate("60");
    owner = DriverManager.getConnection(Infrastructure.jdbcUrl("contracts"), OWNER, OWNER);
    run("set search_path to " + SCHEMA + ", public");
    run("set app.reach to system");
    run(contract(KEPT, "Home care north"));
    run(contract(EXEMPT, "Home care south"));
    run(
        "insert into publication_exemption (id, version, authority, contract_id, field, ground, reason, status,"
            + " decided_at) values (gen_random_uuid(), 0, 'E10000017', '"
            + EXEMPT
            + "', 'TITLE', 'FOI_S43', 'A rival would learn of it', 'IN_FORCE', now())");
  }

  @AfterEach
  void drop() throws SQLException {
    run("drop schema " + SCHEMA + " cascade");
    owner.close();
  }

  @Test
  void contracts_entered_before_are_found_after_and_change() throws SQLException {
    migrate("latest");
    assertEquals(List.of("ALL 0", "OWN 0", "PUBLIC 0"), audiences());
    assertEquals(List.of("Home care north", "Home care south"), titles());
    run("set app.reach to public");
    assertEquals(List.of("Home care north", "Redacted"), titles());
    run("set app.reach to system");
    run("select setval('contract_search_place', 5 * 4096)");
    run("update contract set title = 'Home care west' where id = '" + KEPT + "'");
    assertEquals(List.of("ALL 0", "OWN 0", "PUBLIC 0"), audiences());
    assertEquals(List.of("Home care south", "Home care west"), titles());
  }

  private List<String> audiences() throws SQLException {
    return texts("select audience || ' ' || stretch from contract_search order by audience");
  }

  private List<String> titles() throws SQLException {
    return texts("select title from contract_found order by title");
  }

  private static String contract(String id, String title) {
    return """
        insert into contract (id, lock_version, authority, status, reference, title, search_text, terms,
          created_at, updated_at)
        values ('%1$s', 0, 'E10000017', 'PUBLISHED_TENDER', '%1$s', '%2$s', '%2$s', '{"title": "%2$s"}', now(), now())"""
        .formatted(id, title);
  }

  private static void migrate(String target) {
    Flyway.configure()
        .dataSource(Infrastructure.jdbcUrl("contracts"), OWNER, OWNER)
        .locations("db/kit", "db/migration")
        .schemas(SCHEMA)
        .target(target)
        .load()
        .migrate();
  }

  private void run(String statement) throws SQLException {
    try (Statement open = owner.createStatement()) {
      open.execute(statement);
    }
  }

  private List<String> texts(String query) throws SQLException {
    try (Statement open = owner.createStatement();
        ResultSet row = open.executeQuery(query)) {
      List<String> texts = new ArrayList<>();
      while (row.next()) {
        texts.add(row.getString(1));
      }
      return texts;
    }
  }
}
