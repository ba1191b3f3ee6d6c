package uk.carecontracts.stack.demo;

import java.time.Duration;

/** Waits between two looks at something that is under way. */
final class Pause {
  private Pause() {}

  /**
   * Waits so long.
   *
   * @throws DemoFailure when interrupted
   */
  static void of(Duration time) {
    try {
      Thread.sleep(time.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DemoFailure("Interrupted; ./stack demo goes on where it stopped.");
    }
  }
}
