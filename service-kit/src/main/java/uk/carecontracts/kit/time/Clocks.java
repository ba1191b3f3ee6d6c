package uk.carecontracts.kit.time;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;

/** The one source of time: injected, so that a test can set it. */
@Singleton
public class Clocks {
  /** Contracts begin and end on days in this zone. */
  public static final ZoneId LONDON = ZoneId.of("Europe/London");

  private static final Duration MICROSECOND = Duration.ofNanos(1000);

  /**
   * The system clock in the zone of the contracts; its instants are UTC as every instant's. It
   * ticks in microseconds as the database keeps them, so that the answer to a write says the same
   * moment as every later reading.
   */
  @Produces
  @Singleton
  Clock clock() {
    return Clock.tick(Clock.system(LONDON), MICROSECOND);
  }
}
