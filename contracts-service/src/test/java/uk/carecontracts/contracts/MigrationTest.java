package uk.carecontracts.contracts;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.carecontracts.testkit.Infrastructure;

/**
 * Migrations over a register that has contracts, as the owner of the tables, whom row-level
 * security binds, too: on an empty register nothing of that shows. The register is entered in the
 * release before V61, and one of its contracts is being changed while that and V76 come.
 */
@QuarkusTest
@ContractsInfrastructure
class MigrationTest {
  private static final String SCHEMA = "register_of_before";
  private static final String OWNER = "contracts_owner";
  private static final String CHANGING = id(1);
  private static final String EXEMPT = id(2);
  private static final String GIVEN_UP = id(3);
  private static final String CALLED_OFF = id(4);
  private static final String IMPORTED = id(5);
  private static final String OPTIONS = id(6);
  private static final String ANNOUNCED = id(7);
  private static final String LOST = id(8);
  private static final String STALE = id(9);

  private static Connection owner;

  @BeforeAll
  static void upgrade() throws SQLException {
    migrate("60");
    owner = connect();
    enterContracts();
    migrateWhileChanging("Home care far west", "Stretford", "70");
    run(
        "update contract set ending = '{\"date\": \"2027-06-30\"}' where id in ('%s', '%s')"
            .formatted(ANNOUNCED, LOST));
    run("alter table contract_search disable trigger user");
    run("delete from contract_search where contract_id = '" + LOST + "'");
    run("update contract_search set title = 'Of old' where contract_id = '" + STALE + "'");
    run("alter table contract_search enable trigger user");
    migrate("75");
    migrateWhileChanging("Home care farthest west", "Trafford", "latest");
  }

  private static void migrateWhileChanging(String title, String area, String target)
      throws SQLException {
    CompletableFuture<Void> migration;
    try (Connection officer = connect()) {
      officer.setAutoCommit(false);
      texts(officer, "select title from contract_found");
      run(officer, "update contract set title = '%s' where id = '%s'".formatted(title, CHANGING));
      migration = CompletableFuture.runAsync(() -> migrate(target));
      String process = texts(officer, "select pg_backend_pid()").get(0);
      await().atMost(Duration.ofMinutes(2)).until(() -> migration.isDone() || isWaitedFor(process));
      run(officer, "update contract set area = '%s' where id = '%s'".formatted(area, EXEMPT));
      officer.commit();
    }
    migration.join();
  }

  @AfterAll
  static void drop() throws SQLException {
    run("drop schema " + SCHEMA + " cascade");
    owner.close();
  }

  @BeforeEach
  void seeEverything() throws SQLException {
    run("set app.reach to system");
  }

  @Test
  void contracts_entered_before_are_found_after_by_who_may_see_them() throws SQLException {
    assertEquals(List.of("Home care south"), found(EXEMPT, "title"));
    assertEquals(
        List.of("OWN 0", "PUBLIC 0"),
        texts(
            "select audience || ' ' || stretch from contract_search where contract_id = '%s' order by 1"
                .formatted(EXEMPT)));
    assertEquals(List.of("PUBLISHED_TENDER"), found(EXEMPT, "kind::jsonb ->> 1"));
    run("set app.reach to public");
    assertEquals(List.of("Redacted"), found(EXEMPT, "title"));
  }

  @Test
  void a_contract_that_changes_keeps_its_place() throws SQLException {
    run("select setval('contract_search_place', 5 * 4096)");
    run("update contract set area = 'Salford' where id = '" + OPTIONS + "'");
    assertEquals(List.of("0 Salford"), found(OPTIONS, "stretch || ' ' || area"));
  }

  @Test
  void what_is_being_changed_when_the_migration_comes_is_found_as_changed() throws SQLException {
    assertEquals(List.of("Home care farthest west"), found(CHANGING, "title"));
    assertEquals(List.of("Trafford"), found(EXEMPT, "area"));
  }

  @Test
  void what_an_upgrade_under_load_lost_is_found_again() throws SQLException {
    assertEquals(List.of("Home care 8"), found(LOST, "title"));
    assertEquals(List.of("Home care 9"), found(STALE, "title"));
  }

  @Test
  void what_was_announced_to_end_is_found_by_that_day() throws SQLException {
    assertEquals(List.of("2027-06-30"), found(ANNOUNCED, "end_date::text"));
  }

  @Test
  void a_draft_given_up_before_is_its_authoritys_alone() throws SQLException {
    assertEquals(List.of("CANCELLED"), found(GIVEN_UP, "status"));
    run("set app.reach to public");
    assertEquals(List.of(), found(GIVEN_UP, "status"));
    assertEquals(List.of(), texts("select id::text from contract where id = '" + GIVEN_UP + "'"));
  }

  @Test
  void what_was_public_before_it_was_cancelled_stays_public() throws SQLException {
    run("set app.reach to public");
    assertEquals(List.of("CANCELLED"), found(CALLED_OFF, "status"));
    assertEquals(List.of("CANCELLED"), found(IMPORTED, "status"));
  }

  @Test
  void what_lapsed_for_want_of_notice_knows_the_deadline_it_missed() throws SQLException {
    String missed = "select %s || ' ' || coalesce(notice_missed::text, '-') from %s order by 1";
    assertEquals(
        List.of("1 2025-03-31", "2 -", "3 -"),
        texts(missed.formatted("position", "extension_option")));
    assertEquals(
        List.of("1 2025-06-30", "2 -"), texts(missed.formatted("notice_months", "break_clause")));
  }

  @Test
  void what_must_be_decided_of_a_contract_of_before_is_its_end_and_its_options()
      throws SQLException {
    assertEquals(
        List.of("END 2028-03-31", "EXTENSION_NOTICE 2027-12-31"),
        texts(
            "select kind || ' ' || date from contract_decision_date where contract_id = '%s' order by 1"
                .formatted(OPTIONS)));
  }

  private static void enterContracts() throws SQLException {
    run(contract(CHANGING, "Home care west", "PUBLISHED_TENDER"));
    run(contract(EXEMPT, "Home care south", "PUBLISHED_TENDER"));
    for (String cancelled : List.of(GIVEN_UP, CALLED_OFF, IMPORTED)) {
      run(contract(cancelled, "Day care", "CANCELLED"));
    }
    run(contract(OPTIONS, "Home care 6", "ACTIVE"));
    run(contract(ANNOUNCED, "Home care 7", "ACTIVE"));
    run(contract(LOST, "Home care 8", "ACTIVE"));
    run(contract(STALE, "Home care 9", "PUBLISHED_TENDER"));
    run(
        "insert into publication_exemption (id, version, authority, contract_id, field, ground, reason, status,"
            + " decided_at) values (gen_random_uuid(), 0, 'E10000017', '"
            + EXEMPT
            + "', 'TITLE', 'FOI_S43', 'A rival would learn of it', 'IN_FORCE', now())");
    run(version(GIVEN_UP, 1, "drafted", "DRAFT"));
    run(version(GIVEN_UP, 2, "cancelled", "CANCELLED"));
    run(version(CALLED_OFF, 1, "drafted", "DRAFT"));
    run(version(CALLED_OFF, 2, "tender-published", "PUBLISHED_TENDER"));
    run(version(CALLED_OFF, 3, "cancelled", "CANCELLED"));
    run(version(IMPORTED, 1, "imported", "CANCELLED"));
    run(option(1, "LAPSED", "'No notice was given by 2025-03-31.'"));
    run(option(2, "LAPSED", "'The contract was terminated.'"));
    run(option(3, "OPEN", "null"));
    run(lapsedClause(1, "No notice was given by 2025-06-30."));
    run(lapsedClause(2, "The need stays"));
  }

  private static String id(int number) {
    return "00000000-0000-7000-8000-%012d".formatted(number);
  }

  private static String contract(String id, String title, String status) {
    return """
        insert into contract (id, lock_version, authority, status, reference, title, search_text, terms, total_value,
          start_date, end_date, ending, created_at, updated_at)
        values ('%1$s', 0, 'E10000017', '%3$s', '%1$s', '%2$s', '%2$s', '{"title": "%2$s"}', 1000, '2024-04-01',
          '2028-03-31', case when '%3$s' = 'CANCELLED' then '{"date": "2025-01-31"}'::jsonb end, now(), now())"""
        .formatted(id, title, status);
  }

  private static String version(String id, int version, String happened, String status) {
    return """
        insert into journal (event_id, aggregate_type, aggregate_id, aggregate_version, type, authority, state, change,
          actor, occurred_at)
        values (gen_random_uuid(), 'contract', '%s', %d, 'contract.%s.v1', 'E10000017', '{"status": "%s"}', '{}',
          'officer', now())"""
        .formatted(id, version, happened, status);
  }

  private static String option(int position, String status, String because) {
    return """
        insert into extension_option (id, lock_version, contract_id, authority, position, months, notice_months, status,
          lapsed_because, created_at, updated_at)
        values (gen_random_uuid(), 0, '%s', 'E10000017', %d, 12, 3, '%s', %s, now(), now())"""
        .formatted(OPTIONS, position, status, because);
  }

  private static String lapsedClause(int notice, String because) {
    return """
        insert into break_clause (id, lock_version, contract_id, authority, held_by, window_from, window_to, notice_months,
          status, lapsed_because, created_at, updated_at)
        values (gen_random_uuid(), 0, '%s', 'E10000017', 'EITHER', '2025-07-01', '2025-08-31', %d, 'LAPSED', '%s', now(),
          now())"""
        .formatted(OPTIONS, notice, because);
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

  private static Connection connect() throws SQLException {
    Connection connection =
        DriverManager.getConnection(Infrastructure.jdbcUrl("contracts"), OWNER, OWNER);
    run(connection, "set search_path to " + SCHEMA + ", public");
    run(connection, "set app.reach to system");
    return connection;
  }

  private static boolean isWaitedFor(String process) throws SQLException {
    return !texts(
            "select pid::text from pg_stat_activity where %s = any (pg_blocking_pids(pid))"
                .formatted(process))
        .isEmpty();
  }

  private static List<String> found(String contract, String what) throws SQLException {
    return texts(
        "select %s from contract_found where contract_id = '%s'".formatted(what, contract));
  }

  private static void run(String statement) throws SQLException {
    run(owner, statement);
  }

  private static void run(Connection connection, String statement) throws SQLException {
    try (Statement open = connection.createStatement()) {
      open.execute(statement);
    }
  }

  private static List<String> texts(String query) throws SQLException {
    return texts(owner, query);
  }

  private static List<String> texts(Connection connection, String query) throws SQLException {
    try (Statement open = connection.createStatement();
        ResultSet row = open.executeQuery(query)) {
      List<String> texts = new ArrayList<>();
      while (row.next()) {
        texts.add(row.getString(1));
      }
      return texts;
    }
  }
}
