package uk.carecontracts.gateway.proxy;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Notices when an exchange stands still, and whose fault it is. While bodies move, however slowly,
 * it stays quiet; so a large upload may take its time and a silent service may not.
 */
final class Watchdog {
  /** What stood still. */
  enum Stall {
    /** The client sends no more of its request. */
    CLIENT,
    /** The service takes no more of the request, or does not answer. */
    SERVICE,
    /** The answer's body stopped half-way. */
    ANSWER
  }

  private enum Phase {
    SENDING,
    WAITING,
    ANSWERING
  }

  private final Vertx vertx;
  private final long waitNanos;
  private final long idleNanos;
  private final Consumer<Stall> onStall;
  private Phase phase = Phase.SENDING;
  private boolean blocked;
  private boolean stopped;
  private long lastMove = System.nanoTime();
  private long timer = -1;

  Watchdog(Vertx vertx, Duration wait, Duration idle, Consumer<Stall> onStall) {
    this.vertx = vertx;
    this.waitNanos = wait.toNanos();
    this.idleNanos = idle.toNanos();
    this.onStall = onStall;
  }

  /** Begins to watch. */
  void start() {
    moved();
    arm(allowed());
  }

  /** Some bytes went through. */
  void moved() {
    lastMove = System.nanoTime();
  }

  /** The receiver cannot take more at the moment, or can again. */
  void blocked(boolean now) {
    blocked = now;
    moved();
  }

  /** The body that was moving has ended. */
  void bodyEnded() {
    if (phase == Phase.SENDING) {
      enter(Phase.WAITING);
    }
  }

  /** The service begins to answer. */
  void answering() {
    enter(Phase.ANSWERING);
  }

  /** All is done, or has failed. */
  void stop() {
    stopped = true;
    vertx.cancelTimer(timer);
  }

  private void enter(Phase next) {
    phase = next;
    blocked = false;
    if (!stopped) {
      vertx.cancelTimer(timer);
      start();
    }
  }

  private long allowed() {
    return phase == Phase.WAITING ? waitNanos : idleNanos;
  }

  private void arm(long nanos) {
    timer = vertx.setTimer(Math.max(1, nanos / 1_000_000), id -> check());
  }

  private void check() {
    if (stopped) {
      return;
    }
    long left = allowed() - (System.nanoTime() - lastMove);
    if (left > 0) {
      arm(left);
      return;
    }
    stopped = true;
    onStall.accept(
        switch (phase) {
          case SENDING -> blocked ? Stall.SERVICE : Stall.CLIENT;
          case WAITING -> Stall.SERVICE;
          case ANSWERING -> Stall.ANSWER;
        });
  }
}
