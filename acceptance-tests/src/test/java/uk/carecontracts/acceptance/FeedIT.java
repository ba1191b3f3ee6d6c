package uk.carecontracts.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.carecontracts.acceptance.FeedWriter.Acknowledged;
import uk.carecontracts.stack.infrastructure.Role;

/**
 * Many write at once while others read the change feed in different ways: every version that was
 * acknowledged comes to every reader, once, in its order. {@code benchmarks/feed.sh} runs it for
 * minutes.
 */
class FeedIT {
  private static final StackUnderTest STACK = StackUnderTest.get();
  private static final String MANCHESTER = "E08000003";
  private static final int WRITERS = Integer.getInteger("feed.writers", 16);
  private static final int RATE = Integer.getInteger("feed.rate", 200);
  private static final int SECONDS = Integer.getInteger("feed.seconds", 2);

  private final AtomicReference<Map<String, Long>> expected = new AtomicReference<>();
  private final Api council = Api.as(STACK, Role.CONTRACTS, MANCHESTER);

  @Test
  void noReaderMissesAVersionHoweverManyWriteMeanwhile()
      throws InterruptedException, ExecutionException, TimeoutException {
    List<FeedReader> readers =
        Stream.of(
                "limit=100&wait=20",
                "limit=1000&wait=1",
                "limit=7&wait=20",
                "types=contract.drafted.v1&types=contract.amended.v1")
            .map(parameters -> new FeedReader(council, parameters, expected))
            .toList();
    ExecutorService threads = Executors.newCachedThreadPool();
    try {
      List<Future<Map<String, TreeMap<Long, Long>>>> reading =
          readers.stream().map(threads::submit).toList();
      long begin = System.nanoTime();
      List<Acknowledged> written = write(threads);
      double seconds = (System.nanoTime() - begin) / 1e9;
      Map<String, Long> last = new HashMap<>();
      written.forEach(each -> last.merge(each.contract(), each.version(), Math::max));
      expected.set(last);
      say(
          "%d versions in %.1f s = %.0f a second",
          written.size(), seconds, written.size() / seconds);
      for (int i = 0; i < readers.size(); i++) {
        report(readers.get(i), reading.get(i).get(3, TimeUnit.MINUTES), written);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private List<Acknowledged> write(ExecutorService threads)
      throws InterruptedException, ExecutionException {
    Duration pace = Duration.ofNanos(1_000_000_000L * WRITERS / RATE);
    List<FeedWriter> writers =
        Stream.generate(() -> new FeedWriter(council, pace, Duration.ofSeconds(SECONDS)))
            .limit(WRITERS)
            .toList();
    List<Acknowledged> written = new ArrayList<>();
    for (Future<List<Acknowledged>> done : threads.invokeAll(writers)) {
      written.addAll(done.get());
    }
    return written;
  }

  /** The reader has checked the order; here nothing is missing, and how soon it came. */
  private static void report(
      FeedReader reader, Map<String, TreeMap<Long, Long>> seen, List<Acknowledged> written) {
    List<Long> lags = new ArrayList<>();
    for (Acknowledged each : written) {
      Long arrived = seen.get(each.contract()).get(each.version());
      lags.add(arrived == null ? Long.MAX_VALUE : arrived - each.nanos());
    }
    lags.sort(null);
    assertEquals(
        0,
        lags.stream().filter(lag -> lag == Long.MAX_VALUE).count(),
        () -> reader.parameters() + " missed versions");
    int most = lags.size() - 1;
    say(
        "%-51s %6d requests, missed 0, behind the acknowledgement: p50 %4d ms, p99 %4d ms, most %4d"
            + " ms",
        reader.parameters(),
        reader.requests(),
        millis(lags.get(most / 2)),
        millis(lags.get(most * 99 / 100)),
        millis(lags.get(most)));
  }

  private static long millis(long nanos) {
    return Math.max(0, nanos / 1_000_000);
  }

  private static void say(String format, Object... facts) {
    System.out.println("feed: " + String.format(Locale.ROOT, format, facts));
  }
}
