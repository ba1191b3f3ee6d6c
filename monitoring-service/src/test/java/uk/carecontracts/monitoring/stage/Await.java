package uk.carecontracts.monitoring.stage;

import java.util.Objects;
import java.util.function.Supplier;
import uk.carecontracts.testkit.Patience;

/** Waits for what an event brings about. */
public final class Await {
  private Await() {}

  /** Repeats assertions until they hold. */
  public static void until(Runnable assertions) {
    Patience.await().untilAsserted(assertions::run);
  }

  /** Repeats a look until it gives something. */
  public static <T> T some(Supplier<T> look) {
    return Patience.await().until(look::get, Objects::nonNull);
  }
}
