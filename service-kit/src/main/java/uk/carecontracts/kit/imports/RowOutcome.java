package uk.carecontracts.kit.imports;

import org.jspecify.annotations.Nullable;

/** What became of a row. */
public sealed interface RowOutcome {
  /** Something new is held. */
  RowOutcome CREATED = new Counted("CREATED");

  /** Something held was changed. */
  RowOutcome UPDATED = new Counted("UPDATED");

  /** All of it was held already. */
  RowOutcome UNCHANGED = new Counted("UNCHANGED");

  /** The row was not taken, at this place in it and for this reason. */
  static RowOutcome rejected(@Nullable String pointer, String message) {
    return new Rejected(pointer, message);
  }

  /** An outcome that is only counted. */
  record Counted(String name) implements RowOutcome {}

  /** A row that was not taken. */
  record Rejected(@Nullable String pointer, String message) implements RowOutcome {}
}
