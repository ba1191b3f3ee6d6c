package uk.carecontracts.testkit.feed;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/**
 * Changes things of its own by turns, at a steady pace as far as it is answered, and remembers when
 * each version was acknowledged.
 */
final class FeedWriter implements Callable<List<FeedWriter.Acknowledged>> {
  /**
   * A version that the service said it keeps.
   *
   * @param nanos on the clock of this process
   */
  record Acknowledged(String thing, long version, long nanos) {}

  private final HttpClient connections;
  private final Fed fed;
  private final FeedLoad load;

  /**
   * @param connections gives each writer a connection while it waits for an answer
   */
  FeedWriter(HttpClient connections, Fed fed, FeedLoad load) {
    this.connections = connections;
    this.fed = fed;
    this.load = load;
  }

  @Override
  public List<Acknowledged> call() throws IOException, InterruptedException {
    List<Acknowledged> made = new ArrayList<>();
    String[] ids = new String[load.things()];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = fed.make();
      made.add(new Acknowledged(ids[i], 1, System.nanoTime()));
    }
    long begin = System.nanoTime();
    for (int i = 0; i == 0 || System.nanoTime() - begin < load.whole().toNanos(); i++) {
      LockSupport.parkNanos(begin + i * load.pace().toNanos() - System.nanoTime());
      String id = ids[i % ids.length];
      long version = 1 + i / ids.length;
      change(id, version);
      made.add(new Acknowledged(id, version + 1, System.nanoTime()));
    }
    return made;
  }

  private void change(String id, long version) throws IOException, InterruptedException {
    HttpRequest request =
        fed.change(id, version)
            .header("Authorization", "Bearer " + fed.token())
            .timeout(Duration.ofMinutes(1))
            .build();
    HttpResponse<String> answer = connections.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException("An update answered " + answer.body());
    }
  }
}
