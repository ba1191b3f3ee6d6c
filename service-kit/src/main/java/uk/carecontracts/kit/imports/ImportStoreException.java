package uk.carecontracts.kit.imports;

/** The database failed the import's own book-keeping. */
final class ImportStoreException extends RuntimeException {
  ImportStoreException(String message, Throwable cause) {
    super(message, cause);
  }
}
