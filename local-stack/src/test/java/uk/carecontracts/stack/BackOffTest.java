package uk.carecontracts.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackOffTest {

  private final BackOff backOff = new BackOff();

  @Test
  void waitsTwiceAsLongEachTimeUpToHalfAMinute() {
    assertEquals(
        Stream.of(1, 2, 4, 8, 16, 30, 30).map(Duration::ofSeconds).toList(),
        Stream.generate(backOff::next).limit(7).toList());
  }

  @Test
  void beginsAgainAfterAGoodRunOnly() {
    backOff.next();
    backOff.next();
    backOff.ranFor(Duration.ofSeconds(59));
    assertEquals(Duration.ofSeconds(4), backOff.next());
    backOff.ranFor(Duration.ofSeconds(60));
    assertEquals(Duration.ofSeconds(1), backOff.next());
  }
}
