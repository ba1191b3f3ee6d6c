package uk.carecontracts.kit.imports;

/** The file as a whole is not of the layout it was announced to be. */
public final class ImportFileException extends RuntimeException {
  /** Says what the file should have been. */
  public ImportFileException(String message) {
    super(message);
  }
}
