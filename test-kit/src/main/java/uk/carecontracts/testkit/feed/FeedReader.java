package uk.carecontracts.testkit.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Follows a feed with nothing but {@code next}, until it has seen what it was told to wait for, and
 * remembers when it saw each version.
 */
final class FeedReader implements Callable<Map<String, TreeMap<Long, Long>>> {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient connections;
  private final Map<String, TreeMap<Long, Long>> seen = new HashMap<>();
  private final Fed fed;
  private final String parameters;
  private final AtomicReference<Map<String, Long>> expected;
  private int requests;

  /**
   * @param connections gives each reader a connection while it waits for an answer
   * @param parameters of each request, such as {@code limit=100&wait=20}
   * @param expected the last version of each thing, once the writers are done
   */
  FeedReader(
      HttpClient connections,
      Fed fed,
      String parameters,
      AtomicReference<Map<String, Long>> expected) {
    this.connections = connections;
    this.fed = fed;
    this.parameters = parameters;
    this.expected = expected;
  }

  @Override
  public Map<String, TreeMap<Long, Long>> call() throws IOException, InterruptedException {
    String after = "0";
    while (!isDone()) {
      JsonNode stretch = read(after);
      long now = System.nanoTime();
      for (JsonNode change : stretch.path("changes")) {
        take(change, now);
      }
      after = stretch.path("next").asText();
      requests++;
    }
    return seen;
  }

  /** Each version comes after the one before it, once. */
  private void take(JsonNode change, long now) {
    TreeMap<Long, Long> versions =
        seen.computeIfAbsent(change.path("aggregateId").asText(), id -> new TreeMap<>());
    long version = change.path("aggregateVersion").asLong();
    long last = versions.isEmpty() ? 0 : versions.lastKey();
    if (version != last + 1) {
      throw new AssertionError(
          parameters + ": version " + version + " after " + last + " of " + change);
    }
    versions.put(version, now);
  }

  private boolean isDone() {
    Map<String, Long> last = expected.get();
    return last != null
        && last.entrySet().stream()
            .allMatch(
                each ->
                    seen.getOrDefault(each.getKey(), new TreeMap<>()).containsKey(each.getValue()));
  }

  int requests() {
    return requests;
  }

  String parameters() {
    return parameters;
  }

  private JsonNode read(String after) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(fed.feed() + "?after=" + after + "&" + parameters))
            .header("Authorization", "Bearer " + fed.token())
            .timeout(Duration.ofMinutes(2))
            .build();
    HttpResponse<byte[]> answer =
        connections.send(request, HttpResponse.BodyHandlers.ofByteArray());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException("The feed answered " + answer.statusCode());
    }
    return JSON.readTree(answer.body());
  }
}
