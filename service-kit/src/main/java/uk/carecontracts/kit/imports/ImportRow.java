package uk.carecontracts.kit.imports;

import org.jspecify.annotations.Nullable;

/**
 * One row of a file: its value, or why it cannot be read.
 *
 * @param number the row's number as a person would count it in the file
 * @param value the parsed row, absent when it is malformed
 * @param malformed why it cannot be read, absent when it can
 * @param <R> a parsed row
 */
public record ImportRow<R>(
    long number, @Nullable R value, RowOutcome.@Nullable Rejected malformed) {
  /** A row that was read. */
  public static <R> ImportRow<R> of(long number, R value) {
    return new ImportRow<>(number, value, null);
  }

  /** A row that could not be read. */
  public static <R> ImportRow<R> malformed(long number, @Nullable String pointer, String message) {
    return new ImportRow<>(number, null, new RowOutcome.Rejected(pointer, message));
  }
}
