package uk.carecontracts.kit.journal;

/** The journal failed technically; the transaction cannot go on. */
final class JournalException extends RuntimeException {
  JournalException(String message, Throwable cause) {
    super(message, cause);
  }
}
