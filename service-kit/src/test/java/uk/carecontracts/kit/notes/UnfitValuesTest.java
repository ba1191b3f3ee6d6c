package uk.carecontracts.kit.notes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static uk.carecontracts.testkit.Problems.problem;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.carecontracts.kit.problem.DatabaseFaults;

/** A value that no column holds is the caller's to mend, and is said so. */
@QuarkusTest
class UnfitValuesTest extends KitTest {
  @Inject DataSource database;

  @Test
  void aTextWithANulIsTheCallersToMend() {
    officer()
        .body("{\"title\":\"a\\u0000b\"}")
        .post("/v1/notes")
        .then()
        .spec(problem(400, "INVALID_REQUEST", "A text holds a character"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "select 12345678901234567::numeric(18,2) | A number is larger than can be held here: it must be below 10^16.",
        "select 99999999999::int                 | A number is larger than can be held here.",
        "select '2026-01-01'::date + 2147000000  | A date lies outside the days that can be held.",
        "select '{\"a\":\"\\u0000\"}'::jsonb     | A text holds a character that cannot be held, such as NUL (\\u0000).",
      })
  void whatPostgresqlSaysIsSaidInWords(String sql, String words) {
    assertEquals(words, DatabaseFaults.unfitValue(failureOf(sql)));
  }

  @Test
  void aFaultOfOursStaysOne() {
    assertNull(DatabaseFaults.unfitValue(failureOf("select 1 / 0")));
    assertNull(DatabaseFaults.unfitValue(failureOf("select missing")));
    assertNull(DatabaseFaults.unfitValue(new IllegalStateException("no SQL at all")));
  }

  private RuntimeException failureOf(String sql) {
    return new IllegalStateException(assertThrows(SQLException.class, () -> run(sql)));
  }

  private void run(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
