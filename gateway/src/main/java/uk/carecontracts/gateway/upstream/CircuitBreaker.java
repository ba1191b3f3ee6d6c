package uk.carecontracts.gateway.upstream;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Stops asking a service that fails time after time. After {@code failures} in a row it refuses
 * everything for a while, then lets a single request try; that one decides.
 */
public final class CircuitBreaker {
  private final int failures;
  private final long openNanos;
  private final LongSupplier nanoTime;
  private int inARow;
  private boolean open;
  private boolean trying;
  private long openedAt;

  /**
   * A closed circuit.
   *
   * @param failures failures in a row that open it
   * @param open how long it stays open before a try
   * @param nanoTime a clock that only goes forward
   */
  public CircuitBreaker(int failures, Duration open, LongSupplier nanoTime) {
    this.failures = failures;
    this.openNanos = open.toNanos();
    this.nanoTime = nanoTime;
  }

  /** Asks for leave to send a request; who gets it must report how it went. */
  public synchronized boolean tryAcquire() {
    if (!open) {
      return true;
    }
    if (trying || nanoTime.getAsLong() - openedAt < openNanos) {
      return false;
    }
    trying = true;
    return true;
  }

  /** The service answered. */
  public synchronized void succeeded() {
    inARow = 0;
    open = false;
    trying = false;
  }

  /** The service could not be reached, broke off, or stayed silent. */
  public synchronized void failed() {
    inARow++;
    if (trying || inARow >= failures) {
      open = true;
      openedAt = nanoTime.getAsLong();
    }
    trying = false;
  }

  /** The request ended for another reason, such as a client that went away; it proves nothing. */
  public synchronized void abandoned() {
    trying = false;
  }

  /** Whether requests are refused at the moment. */
  public synchronized boolean isOpen() {
    return open;
  }

  /** Whole seconds until the next try is worthwhile, at least one. */
  public synchronized long retryAfterSeconds() {
    long left = openNanos - (nanoTime.getAsLong() - openedAt);
    return Math.max(1, Math.round(Math.ceil(left / 1e9)));
  }
}
