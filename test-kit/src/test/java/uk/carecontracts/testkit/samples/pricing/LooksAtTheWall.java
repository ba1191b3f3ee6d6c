package uk.carecontracts.testkit.samples.pricing;

import java.time.Instant;

class LooksAtTheWall {
  Instant time() {
    return Instant.now();
  }
}
