package uk.carecontracts.monitoring.visits;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.imports.ImportRow;
import uk.carecontracts.kit.imports.ImportRows;
import uk.carecontracts.kit.tenancy.Acting;
import uk.carecontracts.kit.tenancy.Tenancy;

/**
 * Reads the rows that come next while the database works on those before: parsing and merging each
 * keep one processor busy.
 *
 * @param <R> a parsed row
 */
final class ReadAhead<R> implements ImportRows<R> {
  private static final int TOGETHER = 1000;
  private static final int AHEAD = 20;

  private record Bundle<R>(
      List<ImportRow<R>> rows, boolean last, @Nullable RuntimeException failure) {}

  private final BlockingQueue<Bundle<R>> bundles = new ArrayBlockingQueue<>(AHEAD);
  private final Thread reader;
  private final Queue<ImportRow<R>> ready = new ArrayDeque<>();
  private boolean ended;

  ReadAhead(Iterator<ImportRow<R>> rows) {
    reader =
        new Thread(
            () -> Tenancy.runAs(Acting.system("visit-reader"), () -> readAll(rows)),
            "visit-reader");
    reader.setDaemon(true);
    reader.start();
  }

  private void readAll(Iterator<ImportRow<R>> rows) {
    try {
      List<ImportRow<R>> bundle = new ArrayList<>(TOGETHER);
      while (rows.hasNext()) {
        bundle.add(rows.next());
        if (bundle.size() == TOGETHER) {
          bundles.put(new Bundle<>(bundle, false, null));
          bundle = new ArrayList<>(TOGETHER);
        }
      }
      bundles.put(new Bundle<>(bundle, true, null));
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      fail(e);
    }
  }

  private void fail(RuntimeException e) {
    try {
      bundles.put(new Bundle<>(List.of(), true, e));
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean hasNext() {
    while (ready.isEmpty() && !ended) {
      Bundle<R> bundle = take();
      ready.addAll(bundle.rows());
      ended = bundle.last();
      if (bundle.failure() != null) {
        throw bundle.failure();
      }
    }
    return !ready.isEmpty();
  }

  private Bundle<R> take() {
    try {
      return bundles.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Reading visits was interrupted", e);
    }
  }

  @Override
  public ImportRow<R> next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return ready.remove();
  }

  @Override
  public void close() {
    reader.interrupt();
    try {
      reader.join(2000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
