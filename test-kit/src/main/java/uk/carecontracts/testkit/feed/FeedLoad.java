package uk.carecontracts.testkit.feed;

import java.time.Duration;

/**
 * How much is written while the feed is read, from the system properties {@code feed.writers},
 * {@code feed.rate}, {@code feed.things}, {@code feed.warmup} and {@code feed.seconds}.
 *
 * @param writers how many write at once, each waiting for its answer
 * @param rate updates a second of all together, as far as they are answered
 * @param things how many things each writer changes by turns
 * @param warmUp what is written before the measuring begins; it must arrive, too
 * @param measured how long is measured
 */
public record FeedLoad(int writers, int rate, int things, Duration warmUp, Duration measured) {

  /** As asked for, otherwise small enough for every build. */
  public static FeedLoad asked() {
    return new FeedLoad(
        Integer.getInteger("feed.writers", 16),
        Integer.getInteger("feed.rate", 200),
        Integer.getInteger("feed.things", 2),
        Duration.ofSeconds(Integer.getInteger("feed.warmup", 0)),
        Duration.ofSeconds(Integer.getInteger("feed.seconds", 2)));
  }

  Duration pace() {
    return Duration.ofNanos(1_000_000_000L * writers / rate);
  }

  Duration whole() {
    return warmUp.plus(measured);
  }
}
