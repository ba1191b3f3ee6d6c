package uk.carecontracts.kit.imports;

import java.util.Iterator;

/**
 * The rows of a file, in its order, read as they are asked for.
 *
 * @param <R> a parsed row
 */
public interface ImportRows<R> extends Iterator<ImportRow<R>>, AutoCloseable {
  @Override
  void close();

  /** Rows that were read as a whole, for files small enough. */
  static <R> ImportRows<R> of(Iterable<ImportRow<R>> rows) {
    Iterator<ImportRow<R>> iterator = rows.iterator();
    return new ImportRows<>() {
      @Override
      public boolean hasNext() {
        return iterator.hasNext();
      }

      @Override
      public ImportRow<R> next() {
        return iterator.next();
      }

      @Override
      public void close() {
        // nothing is held
      }
    };
  }
}
