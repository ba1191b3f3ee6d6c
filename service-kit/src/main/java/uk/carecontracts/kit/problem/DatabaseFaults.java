package uk.carecontracts.kit.problem;

import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Reads what PostgreSQL said out of the layers that wrap it. */
public final class DatabaseFaults {
  private static final String UNIQUE_VIOLATION = "23505";
  private static final String DEADLOCK = "40P01";
  private static final Set<String> STALE =
      Set.of(
          "OptimisticLockException", "StaleObjectStateException", "OptimisticEntityLockException");

  private DatabaseFaults() {}

  /** The name of the unique constraint that was hit, or null. */
  public static @Nullable String uniqueConstraint(Throwable e) {
    return causes(e)
        .filter(PSQLException.class::isInstance)
        .map(PSQLException.class::cast)
        .filter(sql -> UNIQUE_VIOLATION.equals(sql.getSQLState()))
        .map(PSQLException::getServerErrorMessage)
        .map(DatabaseFaults::constraint)
        .findFirst()
        .orElse(null);
  }

  /** True when the database cannot be reached, or chose us to end a deadlock: retrying helps. */
  public static boolean isUnavailable(Throwable e) {
    return causes(e)
        .filter(SQLException.class::isInstance)
        .map(SQLException.class::cast)
        .anyMatch(DatabaseFaults::isConnectionFault);
  }

  /** True when another transaction changed the row since it was read. */
  static boolean isStale(Throwable e) {
    return causes(e).anyMatch(c -> STALE.contains(c.getClass().getSimpleName()));
  }

  private static boolean isConnectionFault(SQLException e) {
    String state = e.getSQLState();
    if (state == null) {
      return e.getMessage() != null && e.getMessage().contains("Acquisition timeout");
    }
    return state.startsWith("08")
        || state.startsWith("57P")
        || state.startsWith("53")
        || state.equals(DEADLOCK);
  }

  private static String constraint(@Nullable ServerErrorMessage message) {
    return message == null || message.getConstraint() == null ? "unique" : message.getConstraint();
  }

  private static Stream<Throwable> causes(Throwable e) {
    return Stream.iterate(e, c -> c != null, Throwable::getCause).limit(20);
  }
}
