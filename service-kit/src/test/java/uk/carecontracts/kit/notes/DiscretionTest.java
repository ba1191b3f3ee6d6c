package uk.carecontracts.kit.notes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import uk.carecontracts.kit.problem.DatabaseFaults;
import uk.carecontracts.kit.tenancy.Acting;
import uk.carecontracts.kit.tenancy.Tenancy;

/** Failures end in logs and in reasons that others read. */
@QuarkusTest
class DiscretionTest extends KitTest {
  @Inject DataSource database;

  @Test
  void aFailureOfTheDatabaseSaysWhichRuleWasBrokenAndNotByWhichValues() {
    String title = unique("Mrs Thompson, 12 Orchard Road");
    written(title);
    RuntimeException failure =
        assertThrows(
            RuntimeException.class,
            () ->
                Tenancy.callAs(
                    Acting.system("test"),
                    () -> QuarkusTransaction.requiringNew().call(() -> inserted(title))));
    assertEquals("note_title_key", DatabaseFaults.uniqueConstraint(failure));
    StringWriter logged = new StringWriter();
    failure.printStackTrace(new PrintWriter(logged));
    assertFalse(logged.toString().contains("Thompson"), logged::toString);
  }

  private int inserted(String title) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement insert =
            connection.prepareStatement(
                "insert into note (id, authority, title, version) values (?, ?, ?, 1)")) {
      insert.setObject(1, UUID.randomUUID());
      insert.setString(2, TRAFFORD);
      insert.setString(3, title);
      return insert.executeUpdate();
    }
  }
}
