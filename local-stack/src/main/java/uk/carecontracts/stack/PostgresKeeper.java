package uk.carecontracts.stack;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.stack.StatusBoard.State;
import uk.carecontracts.stack.infrastructure.LocalPostgres;

/** Starts PostgreSQL and starts it again when it dies. */
final class PostgresKeeper implements AutoCloseable {

  private static final String NAME = "postgresql";
  private static final Duration WATCH = Duration.ofMillis(500);

  /**
   * After a kill -9 the old backends need a moment to notice; until then a new server refuses to
   * start.
   */
  private static final int ATTEMPTS = 5;

  private final LocalPostgres.Settings settings;
  private final StatusBoard board;
  private final BackOff backOff = new BackOff();
  private final Thread watcher;
  private volatile boolean stopping;
  private @Nullable LocalPostgres server;
  private int restarts;

  PostgresKeeper(LocalPostgres.Settings settings, StatusBoard board) {
    this.settings = settings;
    this.board = board;
    this.watcher = new Thread(this::watch, "supervise-" + NAME);
    this.watcher.setDaemon(true);
  }

  /** Starts the server and returns when it is ready. */
  void start() throws InterruptedException {
    startServer();
    watcher.start();
  }

  private void startServer() throws InterruptedException {
    note(State.STARTING, 0);
    for (int attempt = 1; ; attempt++) {
      try {
        open();
        return;
      } catch (RuntimeException e) {
        if (attempt == ATTEMPTS || stopping || isAboutThePort(e)) {
          throw e;
        }
        Thread.sleep(backOff.next().toMillis());
      }
    }
  }

  /** Tries until it works: nothing else in the stack can work without. */
  private void restartServer() throws InterruptedException {
    System.out.println(NAME + " ended, starting it again");
    restarts++;
    note(State.CRASHED, 0);
    while (!stopping) {
      try {
        open();
        return;
      } catch (RuntimeException e) {
        System.out.println(NAME + " does not start yet: " + e);
        Thread.sleep(backOff.next().toMillis());
      }
    }
  }

  private static boolean isAboutThePort(RuntimeException e) {
    return e.getMessage() != null && e.getMessage().startsWith("port ");
  }

  private synchronized void open() {
    if (stopping) {
      throw new IllegalStateException("PostgreSQL is being stopped");
    }
    if (server != null) {
      server.close(); // releases what the dead server held in this process
    }
    LocalPostgres started = LocalPostgres.start(settings);
    server = started;
    note(State.READY, started.processId());
  }

  private void watch() {
    try {
      while (!stopping) {
        Thread.sleep(WATCH.toMillis());
        if (!stopping && !isAlive()) {
          restartServer();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized boolean isAlive() {
    LocalPostgres current = server;
    return current != null && current.isAlive();
  }

  private void note(State state, long pid) {
    board.note(NAME, state, settings.port(), pid, restarts);
  }

  @Override
  public void close() {
    stopping = true;
    watcher.interrupt();
    synchronized (this) {
      if (server != null) {
        server.close();
        note(State.STOPPED, 0);
      }
    }
  }
}
