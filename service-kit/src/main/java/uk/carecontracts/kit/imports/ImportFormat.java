package uk.carecontracts.kit.imports;

import java.io.InputStream;
import java.util.List;

/**
 * A file layout that can be imported. The kit stores the file, reads its rows, applies them batch
 * by batch and keeps count; the format knows what a row means.
 *
 * @param <R> a parsed row
 */
public interface ImportFormat<R> {
  /** The resource it is imported through, such as {@code contract-imports}. */
  String collection();

  /** The name callers give as {@code format}, such as {@code OCDS_RELEASE_PACKAGE}. */
  String name();

  /**
   * Opens the file. Called again after a crash: it must give the same rows in the same order.
   *
   * @throws ImportFileException when the file as a whole is not of this layout
   */
  ImportRows<R> open(InputStream file, ImportContext context);

  /**
   * Applies well-formed rows in the running transaction and says, in the same order, what became of
   * each. A row that cannot be taken is {@link RowOutcome#rejected}; an exception makes the kit
   * roll the batch back and apply its rows one by one.
   */
  List<RowOutcome> apply(List<R> rows, ImportContext context);

  /**
   * Concludes what only the whole file can tell, such as what is missing from it. Runs in a
   * transaction of its own after the last batch, also in a dry run; after a crash it may run twice,
   * so the second time must change nothing.
   */
  default void conclude(ImportContext context) {
    // most layouts say everything row by row
  }

  /**
   * Puts in order what depends on the rows kept so far, when the rest of the file cannot be read
   * and the import fails. Runs in a transaction of its own; after a crash it may run twice.
   */
  default void brokenOff(ImportContext context) {
    // most layouts keep nothing that depends on the whole file
  }

  /** Rows applied in one transaction. */
  default int batchSize() {
    return 100;
  }
}
