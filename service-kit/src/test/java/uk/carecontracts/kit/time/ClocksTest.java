package uk.carecontracts.kit.time;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import org.junit.jupiter.api.Test;

class ClocksTest {
  @Test
  void theClockTicksAsFinelyAsTheDatabaseKeepsMomentsInLondon() {
    Clock clock = new Clocks().clock();
    assertEquals(0, clock.instant().getNano() % 1000);
    assertEquals(Clocks.LONDON, clock.getZone());
  }
}
