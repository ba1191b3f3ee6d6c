package uk.carecontracts.kit.problem;

import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Reads what PostgreSQL said out of the layers that wrap it. */
public final class DatabaseFaults {
  private static final String UNIQUE_VIOLATION = "23505";
  private static final String DEADLOCK = "40P01";
  private static final String TOO_LARGE = "22003";

  /** What else a value can be that no column holds, by SQLSTATE (PostgreSQL, appendix A). */
  private static final Map<String, String> UNFIT =
      Map.of(
          "22001", "A text is longer than can be held.",
          "22008", "A date lies outside the days that can be held.",
          "22021", "A text holds a character that cannot be held, such as NUL (\\u0000).",
          "22P05", "A text holds a character that cannot be held, such as NUL (\\u0000).");

  /** PostgreSQL names the bound of a column, not the value: "less than 10^16". */
  private static final Pattern BOUND = Pattern.compile("less than (10\\^\\d+)");

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

  /**
   * What is wrong with a value the database cannot hold, without the value; null when the failure
   * is none of that kind.
   */
  public static @Nullable String unfitValue(Throwable e) {
    return causes(e)
        .filter(PSQLException.class::isInstance)
        .map(PSQLException.class::cast)
        .map(DatabaseFaults::unfit)
        .filter(Objects::nonNull)
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

  private static @Nullable String unfit(PSQLException e) {
    String state = String.valueOf(e.getSQLState());
    return state.equals(TOO_LARGE) ? tooLarge(e.getServerErrorMessage()) : UNFIT.get(state);
  }

  private static String tooLarge(@Nullable ServerErrorMessage message) {
    String detail = message == null ? null : message.getDetail();
    Matcher bound = BOUND.matcher(detail == null ? "" : detail);
    return bound.find()
        ? "A number is larger than can be held here: it must be below " + bound.group(1) + "."
        : "A number is larger than can be held here.";
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
