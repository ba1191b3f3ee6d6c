package uk.carecontracts.acceptance;

import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/**
 * Amends contracts of its own over a connection of its own, at a steady pace as far as it is
 * answered, and remembers when each version was acknowledged.
 */
final class FeedWriter implements Callable<List<FeedWriter.Acknowledged>> {
  private static final int CONTRACTS = 2;

  /**
   * A version that the register said it keeps.
   *
   * @param nanos on the clock of this process
   */
  record Acknowledged(String contract, long version, long nanos) {}

  private final HttpClient connection =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Api council;
  private final Duration pace;
  private final Duration time;

  /**
   * @param pace time from the beginning of one update to the beginning of the next
   * @param time how long to go on
   */
  FeedWriter(Api council, Duration pace, Duration time) {
    this.council = council;
    this.pace = pace;
    this.time = time;
  }

  @Override
  public List<Acknowledged> call() throws IOException, InterruptedException {
    List<Acknowledged> made = new ArrayList<>();
    String[] ids = new String[CONTRACTS];
    for (int i = 0; i < CONTRACTS; i++) {
      ids[i] = draft();
      made.add(new Acknowledged(ids[i], 1, System.nanoTime()));
    }
    long begin = System.nanoTime();
    for (int i = 0; i == 0 || System.nanoTime() - begin < time.toNanos(); i++) {
      LockSupport.parkNanos(begin + i * pace.toNanos() - System.nanoTime());
      String id = ids[i % CONTRACTS];
      long version = 1 + i / CONTRACTS;
      amend(id, version);
      made.add(new Acknowledged(id, version + 1, System.nanoTime()));
    }
    return made;
  }

  private String draft() {
    Map<String, Object> terms =
        Map.of("reference", "FEED-" + UUID.randomUUID(), "title", "Followed", "type", "BLOCK");
    JsonPath draft = council.post(201, "/v1/contracts", terms);
    return draft.getString("id");
  }

  private void amend(String id, long version) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(council.stack().gateway() + "/v1/contracts/" + id))
            .header("Authorization", "Bearer " + council.token())
            .header("Content-Type", "application/merge-patch+json")
            .header("If-Match", "\"" + version + "\"")
            .method("PATCH", BodyPublishers.ofString("{\"title\":\"Followed " + version + "\"}"))
            .timeout(Duration.ofMinutes(1))
            .build();
    HttpResponse<String> answer = connection.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException("An update answered " + answer.body());
    }
  }
}
