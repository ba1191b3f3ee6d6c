package uk.carecontracts.kit.time;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneId;

/** The one source of time: injected, so that a test can set it. */
@Singleton
public class Clocks {
  /** Contracts begin and end on days in this zone. */
  public static final ZoneId LONDON = ZoneId.of("Europe/London");

  /** The system clock in the zone of the contracts; its instants are UTC as every instant's. */
  @Produces
  @Singleton
  Clock clock() {
    return Clock.system(LONDON);
  }
}
