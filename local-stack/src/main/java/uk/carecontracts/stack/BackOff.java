package uk.carecontracts.stack;

import java.time.Duration;

/**
 * How long to wait before starting again what died: longer each time, short again after a good run.
 */
final class BackOff {

  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final Duration GOOD_RUN = Duration.ofSeconds(60);

  private Duration next = FIRST;

  /** The time to wait now. */
  synchronized Duration next() {
    Duration now = next;
    Duration doubled = next.multipliedBy(2);
    next = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
    return now;
  }

  /** Notes how long the last run was good. */
  synchronized void ranFor(Duration run) {
    if (run.compareTo(GOOD_RUN) >= 0) {
      next = FIRST;
    }
  }
}
