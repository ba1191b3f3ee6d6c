package uk.carecontracts.monitoring.stage;

import java.time.Duration;
import java.util.function.Supplier;

/** Waits for what an event brings about. */
public final class Await {
  private static final Duration LONGEST = Duration.ofSeconds(20);

  private Await() {}

  /** Repeats assertions until they hold. */
  public static void until(Runnable assertions) {
    long end = System.nanoTime() + LONGEST.toNanos();
    while (true) {
      try {
        assertions.run();
        return;
      } catch (AssertionError e) {
        if (System.nanoTime() > end) {
          throw e;
        }
        pause();
      }
    }
  }

  /** Repeats a look until it gives something. */
  public static <T> T some(Supplier<T> look) {
    long end = System.nanoTime() + LONGEST.toNanos();
    while (true) {
      T found = look.get();
      if (found != null) {
        return found;
      }
      if (System.nanoTime() > end) {
        throw new AssertionError("nothing came within " + LONGEST);
      }
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(30);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
