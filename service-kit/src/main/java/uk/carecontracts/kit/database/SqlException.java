package uk.carecontracts.kit.database;

/** The database refused; the cause says why. */
public final class SqlException extends RuntimeException {
  SqlException(String message, Throwable cause) {
    super(message, cause);
  }
}
