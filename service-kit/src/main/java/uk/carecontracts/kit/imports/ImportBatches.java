package uk.carecontracts.kit.imports;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import uk.carecontracts.kit.imports.ImportWork.Tally;
import uk.carecontracts.kit.problem.DatabaseFaults;
import uk.carecontracts.kit.problem.ProblemException;
import uk.carecontracts.kit.problem.RuleViolation;
import uk.carecontracts.kit.tenancy.Acting;
import uk.carecontracts.kit.tenancy.Tenancy;

/**
 * Applies a file batch by batch. Rows and their progress commit together, so a run after a crash
 * continues with the first row that was not counted. A batch that fails is taken apart, so that one
 * bad row never loses the good ones.
 */
@ApplicationScoped
class ImportBatches {
  private static final Logger LOG = Logger.getLogger(ImportBatches.class);
  private static final int BATCH_SECONDS = 120;
  private static final int DRY_RUN_SECONDS = 3600;

  private final ImportQueue queue;

  ImportBatches(ImportQueue queue) {
    this.queue = queue;
  }

  <R> void run(ImportFormat<R> format, ImportWork work) {
    if (work.dryRun()) {
      DryRunDoubts doubts = new DryRunDoubts();
      while (!dryRun(format, work, doubts)) {
        LOG.debugf("Dry run %s begins anew without a row that spoilt it", work.id());
      }
    } else {
      realRun(format, work);
    }
  }

  private <R> void realRun(ImportFormat<R> format, ImportWork work) {
    try {
      readAll(format, work, batch -> keep(format, work, batch));
    } catch (ImportFileException e) {
      atTheEnd(work, format::brokenOff);
      throw e;
    }
    atTheEnd(work, format::conclude);
  }

  private <R> void keep(ImportFormat<R> format, ImportWork work, List<ImportRow<R>> batch) {
    try {
      inTransaction(work, () -> tally(format, work.context(), batch));
    } catch (RuntimeException e) {
      if (cannotBeTheRows(e)) {
        throw e;
      }
      oneByOne(format, work, batch);
    }
  }

  private void atTheEnd(ImportWork work, Consumer<ImportContext> step) {
    inTransaction(
        work,
        () -> {
          step.accept(work.context());
          return new Tally();
        });
  }

  /**
   * Everything in one transaction that is never committed; progress shows in others. False when a
   * row spoilt the transaction, which another pass does without.
   */
  private <R> boolean dryRun(ImportFormat<R> format, ImportWork work, DryRunDoubts doubts) {
    Tenancy.runAs(system(), () -> queue.restart(work));
    doubts.begin();
    try {
      Tenancy.runAs(
          Acting.forAuthority(work.authority(), work.submittedBy()),
          () ->
              QuarkusTransaction.requiringNew()
                  .timeout(DRY_RUN_SECONDS)
                  .run(
                      () -> {
                        readAll(format, work, batch -> tryOut(format, work, batch, doubts));
                        format.conclude(work.context());
                        throw new NothingKept();
                      }));
    } catch (NothingKept everythingWasTried) {
      LOG.debugf("Dry run %s left nothing behind", work.id());
    } catch (DryRunDoubts.Spoilt byARow) {
      return false;
    }
    return true;
  }

  /** Ends a dry run: its transaction rolls back. */
  private static final class NothingKept extends RuntimeException {}

  private <R> void tryOut(
      ImportFormat<R> format, ImportWork work, List<ImportRow<R>> batch, DryRunDoubts doubts) {
    doubts.nextBatch();
    if (!doubts.isDoubted()) {
      tryOut(format, work, batch, e -> doubts.doubtBatch());
      return;
    }
    for (int i = 0; i < batch.size(); i++) {
      ImportRow<R> row = batch.get(i);
      String against = doubts.against(i);
      int place = i;
      if (against == null) {
        tryOut(format, work, List.of(row), e -> doubts.refuse(place, reason(e)));
      } else {
        inTransaction(work, () -> rejected(row, against));
      }
    }
  }

  private <R> void tryOut(
      ImportFormat<R> format,
      ImportWork work,
      List<ImportRow<R>> rows,
      Predicate<RuntimeException> learns) {
    Tally tally;
    try {
      tally = tally(format, work.context(), rows);
    } catch (RuntimeException e) {
      if (cannotBeTheRows(e) || !learns.test(e)) {
        throw e;
      }
      throw new DryRunDoubts.Spoilt();
    }
    inTransaction(work, () -> tally);
  }

  private interface BatchWork<R> {
    void take(List<ImportRow<R>> batch);
  }

  private <R> void readAll(ImportFormat<R> format, ImportWork work, BatchWork<R> taker) {
    try (InputStream file = Tenancy.callAs(system(), () -> queue.file(work.id()));
        ImportRows<R> rows = open(format, file, work)) {
      Tenancy.runAs(system(), () -> skip(work, rows));
      List<ImportRow<R>> batch = nextBatch(format, work, rows);
      while (!batch.isEmpty()) {
        taker.take(batch);
        batch = nextBatch(format, work, rows);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static <R> ImportRows<R> open(ImportFormat<R> format, InputStream file, ImportWork work) {
    return Tenancy.callAs(system(), () -> format.open(file, work.context()));
  }

  private static void skip(ImportWork work, ImportRows<?> rows) {
    for (long done = 0; done < work.rowsDone() && hasNext(work, rows); done++) {
      rows.next();
    }
  }

  /** The rows of a batch, fewer at the end; one declaration of whose work it is for all of them. */
  private static <R> List<ImportRow<R>> nextBatch(
      ImportFormat<R> format, ImportWork work, ImportRows<R> rows) {
    return Tenancy.callAs(
        system(),
        () -> {
          List<ImportRow<R>> batch = new ArrayList<>(format.batchSize());
          while (batch.size() < format.batchSize() && hasNext(work, rows)) {
            batch.add(rows.next());
          }
          return batch;
        });
  }

  private static boolean hasNext(ImportWork work, ImportRows<?> rows) {
    if (Thread.currentThread().isInterrupted()) {
      throw new IllegalStateException("Import " + work.id() + " was interrupted");
    }
    return rows.hasNext();
  }

  private interface Counting {
    Tally count();
  }

  /** Runs in the authority's reach and counts in the same transaction. */
  private void inTransaction(ImportWork work, Counting counting) {
    Tenancy.runAs(
        Acting.forAuthority(work.authority(), work.submittedBy()),
        () ->
            QuarkusTransaction.requiringNew()
                .timeout(BATCH_SECONDS)
                .call(
                    () -> {
                      queue.progress(work, counting.count());
                      return true;
                    }));
  }

  private static <R> Tally tally(
      ImportFormat<R> format, ImportContext context, List<ImportRow<R>> batch) {
    List<R> values = new ArrayList<>();
    for (ImportRow<R> row : batch) {
      if (row.value() != null) {
        values.add(row.value());
      }
    }
    List<RowOutcome> outcomes = values.isEmpty() ? List.of() : format.apply(values, context);
    Tally tally = new Tally();
    int next = 0;
    for (ImportRow<R> row : batch) {
      tally.add(row.number(), row.malformed() != null ? row.malformed() : outcomes.get(next++));
    }
    return tally;
  }

  private <R> void oneByOne(ImportFormat<R> format, ImportWork work, List<ImportRow<R>> batch) {
    for (ImportRow<R> row : batch) {
      try {
        inTransaction(work, () -> tally(format, work.context(), List.of(row)));
      } catch (RuntimeException e) {
        if (cannotBeTheRows(e)) {
          throw e;
        }
        // Messages may repeat what stands in the row, and a log is no place for that.
        LOG.warnf("Import %s: row %d is rejected: %s", work.id(), row.number(), kinds(e));
        inTransaction(work, () -> rejected(row, reason(e)));
      }
    }
  }

  private static Tally rejected(ImportRow<?> row, String why) {
    Tally tally = new Tally();
    tally.reject(row.number(), null, why);
    return tally;
  }

  private static String reason(Throwable e) {
    for (Throwable c = e; c != null; c = c.getCause()) {
      if (c instanceof RuleViolation || c instanceof ProblemException) {
        return String.valueOf(c.getMessage());
      }
    }
    String constraint = DatabaseFaults.uniqueConstraint(e);
    if (constraint != null) {
      return "Another record already holds this value (" + constraint + ").";
    }
    String unfit = DatabaseFaults.unfitValue(e);
    return unfit == null
        ? "The row could not be taken (" + e.getClass().getSimpleName() + ")."
        : unfit;
  }

  private static String kinds(Throwable e) {
    return Stream.iterate(e, Objects::nonNull, Throwable::getCause)
        .map(cause -> cause.getClass().getSimpleName())
        .collect(Collectors.joining(" of "));
  }

  private static boolean cannotBeTheRows(RuntimeException e) {
    return e instanceof ImportQueue.LeaseLostException
        || e instanceof ImportFileException
        || DatabaseFaults.isUnavailable(e)
        || Thread.currentThread().isInterrupted();
  }

  private static Acting system() {
    return Acting.system("imports");
  }
}
