package uk.carecontracts.kit.imports;

import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.problem.DatabaseFaults;
import uk.carecontracts.kit.tenancy.Acting;
import uk.carecontracts.kit.tenancy.Tenancy;

/** Works through the queued imports, one at a time in each instance. */
@ApplicationScoped
class ImportRunner {
  private static final Logger LOG = Logger.getLogger(ImportRunner.class);
  private static final int MOST_ATTEMPTS = 5;
  private static final long POLL_MS = 2000;

  private final List<ImportFormat<?>> formats;
  private final ImportQueue queue;
  private final ImportBatches batches;
  private final Semaphore wakeups = new Semaphore(0);
  private volatile boolean running = true;
  private @Nullable Thread thread;

  ImportRunner(@All List<ImportFormat<?>> formats, ImportQueue queue, ImportBatches batches) {
    this.formats = formats;
    this.queue = queue;
    this.batches = batches;
  }

  void start(@Observes StartupEvent started) {
    if (formats.isEmpty()) {
      return;
    }
    thread = new Thread(this::loop, "imports");
    thread.setDaemon(true);
    thread.start();
  }

  void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
    running = false;
    if (thread != null) {
      thread.interrupt();
      thread.join(5000);
    }
  }

  void wake() {
    wakeups.release();
  }

  private void loop() {
    boolean reclaimed = false;
    while (running) {
      try {
        if (!reclaimed) {
          Tenancy.runAs(Acting.system("imports"), queue::reclaim);
          reclaimed = true;
        }
        ImportWork work = Tenancy.callAs(Acting.system("imports"), queue::claim);
        if (work == null) {
          await();
        } else {
          run(work);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException e) {
        if (running) {
          LOG.warnf("Imports pause: %s", e);
          pause();
        }
      }
    }
  }

  private void await() throws InterruptedException {
    if (wakeups.tryAcquire(POLL_MS, TimeUnit.MILLISECONDS)) {
      wakeups.drainPermits();
    }
  }

  private void run(ImportWork work) {
    try {
      batches.run(format(work), work);
      finish(work, ImportJob.Status.COMPLETED, null);
    } catch (ImportFileException e) {
      finish(work, ImportJob.Status.FAILED, e.getMessage());
    } catch (ImportQueue.LeaseLostException e) {
      LOG.infof("Import %s goes on elsewhere", work.id());
    } catch (RuntimeException e) {
      if (!running) {
        return;
      }
      LOG.errorf(e, "Import %s failed at attempt %d", work.id(), work.attempt());
      giveBackOrUp(work, e);
    }
  }

  private void giveBackOrUp(ImportWork work, RuntimeException e) {
    if (DatabaseFaults.isUnavailable(e) || work.attempt() < MOST_ATTEMPTS) {
      Tenancy.runAs(Acting.system("imports"), () -> queue.release(work));
    } else {
      finish(
          work,
          ImportJob.Status.FAILED,
          "The import failed on our side after "
              + work.attempt()
              + " attempts; rows counted as"
              + " read are kept. Send the file again later: rows already held are recognised.");
    }
  }

  private void finish(ImportWork work, ImportJob.Status status, @Nullable String failure) {
    Tenancy.runAs(Acting.system("imports"), () -> queue.finish(work, status, failure));
  }

  private ImportFormat<?> format(ImportWork work) {
    return formats.stream()
        .filter(f -> f.collection().equals(work.collection()) && f.name().equals(work.format()))
        .findFirst()
        .orElseThrow(() -> new ImportFileException("Unknown format " + work.format()));
  }

  private static void pause() {
    try {
      Thread.sleep(POLL_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
