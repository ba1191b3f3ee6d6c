package uk.carecontracts.testkit;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/**
 * How long tests wait for what comes to pass by itself: long enough for the slowest machine, since
 * only a test that fails waits so long.
 */
public final class Patience {
  private static final Duration LIMIT = Duration.ofSeconds(120);
  private static final Duration STEP = Duration.ofMillis(25);

  private Patience() {}

  /** Starts a wait, as Awaitility's own {@code await}. */
  public static ConditionFactory await() {
    return Awaitility.await().atMost(LIMIT).pollDelay(Duration.ZERO).pollInterval(STEP);
  }
}
