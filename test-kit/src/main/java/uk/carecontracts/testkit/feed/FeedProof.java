package uk.carecontracts.testkit.feed;

import java.net.http.HttpClient;
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
import uk.carecontracts.testkit.feed.FeedWriter.Acknowledged;

/**
 * Many write at once while others read the change feed in different ways: every version that was
 * acknowledged comes to every reader, once, in its order. What was measured is printed.
 */
public final class FeedProof {
  private static final long LONGEST_WAIT_MINUTES = 5;

  /** Of HTTP/1.1: one for each request that waits for its answer. */
  private final HttpClient connections =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final AtomicReference<Map<String, Long>> expected = new AtomicReference<>();
  private final Fed fed;
  private final FeedLoad load;

  /** Of a feed under a load. */
  public FeedProof(Fed fed, FeedLoad load) {
    this.fed = fed;
    this.load = load;
  }

  /**
   * Writes and reads.
   *
   * @param parameters of each reader's requests, such as {@code limit=100&wait=20}
   * @throws AssertionError when a reader misses a version, gets one twice or out of order
   */
  public void run(String... parameters)
      throws InterruptedException, ExecutionException, TimeoutException {
    List<FeedReader> readers =
        Stream.of(parameters)
            .map(each -> new FeedReader(connections, fed, each, expected))
            .toList();
    ExecutorService threads = Executors.newCachedThreadPool();
    try {
      List<Future<Map<String, TreeMap<Long, Long>>>> reading =
          readers.stream().map(threads::submit).toList();
      long warm = System.nanoTime() + load.warmUp().toNanos();
      List<Acknowledged> written = write(threads);
      double seconds = (System.nanoTime() - warm) / 1e9;
      long measured = written.stream().filter(each -> each.nanos() - warm >= 0).count();
      Map<String, Long> last = new HashMap<>();
      written.forEach(each -> last.merge(each.thing(), each.version(), Math::max));
      expected.set(last);
      // News for the readers that have everything and wait for more: they find that they are done.
      fed.make();
      say(
          "%d versions, of them %d in %.1f s = %.0f a second",
          written.size(), measured, seconds, measured / seconds);
      for (int i = 0; i < readers.size(); i++) {
        report(
            readers.get(i),
            reading.get(i).get(LONGEST_WAIT_MINUTES, TimeUnit.MINUTES),
            written,
            warm);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private List<Acknowledged> write(ExecutorService threads)
      throws InterruptedException, ExecutionException {
    List<FeedWriter> writers =
        Stream.generate(() -> new FeedWriter(connections, fed, load))
            .limit(load.writers())
            .toList();
    List<Acknowledged> written = new ArrayList<>();
    for (Future<List<Acknowledged>> done : threads.invokeAll(writers)) {
      written.addAll(done.get());
    }
    return written;
  }

  /** The reader has checked the order; here nothing is missing, and how soon it came. */
  private static void report(
      FeedReader reader,
      Map<String, TreeMap<Long, Long>> seen,
      List<Acknowledged> written,
      long warm) {
    List<Long> lags = new ArrayList<>();
    for (Acknowledged each : written) {
      Long arrived = seen.get(each.thing()).get(each.version());
      if (arrived == null) {
        throw new AssertionError(reader.parameters() + " missed " + each);
      }
      if (each.nanos() - warm >= 0) {
        lags.add(arrived - each.nanos());
      }
    }
    lags.sort(null);
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
