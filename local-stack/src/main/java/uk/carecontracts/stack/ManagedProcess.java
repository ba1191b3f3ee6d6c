package uk.carecontracts.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.stack.StatusBoard.State;

/**
 * A child process that is started, watched, and started again when it dies without having been
 * asked to.
 *
 * <p>A child that dies before it was ever ready is given a second chance and then given up.
 */
final class ManagedProcess implements AutoCloseable {

  private static final Duration PROBE = Duration.ofMillis(250);
  private static final Duration WATCH = Duration.ofSeconds(5);
  private static final Duration END_OF_SUPERVISION = Duration.ofSeconds(5);
  private static final int CHANCES = 2;

  /**
   * What to run.
   *
   * @param name the part's name
   * @param port where it listens
   * @param command program and arguments
   * @param environment variables added to this process's own
   * @param log where its output goes
   * @param pidFile where it is remembered
   * @param readiness how to tell that it is ready
   */
  record Plan(
      String name,
      int port,
      List<String> command,
      Map<String, String> environment,
      Path log,
      PidFile pidFile,
      Readiness readiness) {}

  private final Plan plan;
  private final StatusBoard board;
  private final BackOff backOff = new BackOff();
  private final CompletableFuture<Duration> firstReady = new CompletableFuture<>();
  private final Thread supervisor;
  private volatile boolean stopping;
  private volatile @Nullable Process process;
  private int restarts;

  ManagedProcess(Plan plan, StatusBoard board) {
    this.plan = plan;
    this.board = board;
    this.supervisor = new Thread(this::supervise, "supervise-" + plan.name());
    this.supervisor.setDaemon(true);
  }

  /** Starts the process; the answer is how long it took until it was ready, or why it never was. */
  CompletableFuture<Duration> start() {
    supervisor.start();
    return firstReady;
  }

  private void supervise() {
    try {
      while (!stopping) {
        runOnce();
        if (!stopping) {
          restarts++;
          Thread.sleep(backOff.next().toMillis());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      firstReady.completeExceptionally(e);
    }
  }

  private void runOnce() throws InterruptedException {
    Process current = spawn();
    long begin = System.nanoTime();
    note(State.STARTING, current.pid());
    while (!current.waitFor(PROBE.toMillis(), TimeUnit.MILLISECONDS)) {
      if (plan.readiness().isReady(current.toHandle())) {
        firstReady.complete(Duration.ofNanos(System.nanoTime() - begin));
        note(State.READY, current.pid());
        watch(current);
      }
    }
    plan.pidFile().delete();
    if (!stopping) {
      died(current.exitValue());
    }
  }

  private void watch(Process current) throws InterruptedException {
    long begin = System.nanoTime();
    while (!current.waitFor(WATCH.toMillis(), TimeUnit.MILLISECONDS)) {
      boolean ready = plan.readiness().isReady(current.toHandle());
      note(ready ? State.READY : State.UNREADY, current.pid());
    }
    backOff.ranFor(Duration.ofNanos(System.nanoTime() - begin));
  }

  private void died(int exitCode) {
    note(State.CRASHED, 0);
    System.out.printf(
        "%-11s ended with exit code %d, log: %s%n", plan.name(), exitCode, plan.log());
    if (!firstReady.isDone() && restarts + 1 >= CHANCES) {
      stopping = true;
      firstReady.completeExceptionally(
          new IllegalStateException(
              plan.name() + " ended before it was ready; its log: " + plan.log()));
    }
  }

  private synchronized Process spawn() {
    if (stopping) {
      throw new IllegalStateException(plan.name() + " is being stopped");
    }
    ProcessBuilder builder = new ProcessBuilder(plan.command());
    builder.environment().putAll(plan.environment());
    builder.redirectErrorStream(true).redirectOutput(Redirect.appendTo(plan.log().toFile()));
    try {
      Process started = builder.start();
      plan.pidFile().write(started.toHandle());
      process = started;
      return started;
    } catch (IOException e) {
      throw new UncheckedIOException("could not start " + plan.name(), e);
    }
  }

  private void note(State state, long pid) {
    board.note(plan.name(), state, plan.port(), pid, restarts);
  }

  /** Asks the process to end, waits for it, and forces it if it does not. */
  @Override
  public void close() {
    Process last;
    synchronized (this) {
      stopping = true;
      last = process;
    }
    if (last != null) {
      PidFile.stop(last.toHandle());
    }
    supervisor.interrupt();
    try {
      supervisor.join(END_OF_SUPERVISION.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    plan.pidFile().delete();
    note(State.STOPPED, 0);
  }
}
