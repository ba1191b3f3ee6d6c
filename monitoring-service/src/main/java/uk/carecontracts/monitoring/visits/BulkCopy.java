package uk.carecontracts.monitoring.visits;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Copies rows into a table of the running transaction while they are being written. */
@ApplicationScoped
class BulkCopy {
  private final DataSource database;

  BulkCopy(DataSource database) {
    this.database = database;
  }

  /**
   * Copies.
   *
   * @param statement a COPY from stdin in binary format
   * @param writer writes the rows
   */
  void into(String statement, Consumer<BinaryRows> writer) {
    try (Connection connection = database.getConnection()) {
      CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(statement);
      try {
        BinaryRows rows = new BinaryRows(copy);
        writer.accept(rows);
        rows.end();
        copy.endCopy();
      } finally {
        if (copy.isActive()) {
          copy.cancelCopy();
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("Rows could not be copied", e);
    }
  }
}
