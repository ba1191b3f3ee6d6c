package uk.carecontracts.contracts.imports;

import org.jspecify.annotations.Nullable;

/** An import file that cannot be read as the format it was sent as. */
public final class UnreadableFile extends RuntimeException {
  /** With what stopped the reading, for the person who sent it. */
  public UnreadableFile(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
