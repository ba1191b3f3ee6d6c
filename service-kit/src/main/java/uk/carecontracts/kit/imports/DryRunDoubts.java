package uk.carecontracts.kit.imports;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a dry run learnt of rows that spoil its one transaction. It begins anew after each: first
 * with the rows of that batch one by one, then without the row.
 */
final class DryRunDoubts {
  private static final int MOST_PASSES = 100;

  private record Place(int batch, int row) {}

  private final Set<Integer> batches = new HashSet<>();
  private final Map<Place, String> rows = new HashMap<>();
  private int batch;

  /** The transaction is spoilt; with what was learnt another pass gets further. */
  static final class Spoilt extends RuntimeException {}

  void begin() {
    batch = 0;
  }

  void nextBatch() {
    batch++;
  }

  /** Whether the rows of this batch are tried one by one. */
  boolean isDoubted() {
    return batches.contains(batch);
  }

  /** Why a row of this batch cannot be taken; null when it may. */
  @Nullable String against(int row) {
    return rows.get(new Place(batch, row));
  }

  /** This batch failed; false when there was enough of that. */
  boolean doubtBatch() {
    return batches.add(batch) && mayGoOn();
  }

  /** A row of this batch failed; false when there was enough of that. */
  boolean refuse(int row, String why) {
    rows.put(new Place(batch, row), why);
    return mayGoOn();
  }

  private boolean mayGoOn() {
    return batches.size() + rows.size() < MOST_PASSES;
  }
}
