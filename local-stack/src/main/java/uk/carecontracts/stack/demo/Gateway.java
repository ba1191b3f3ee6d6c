package uk.carecontracts.stack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The gateway as a client sees it: JSON in, JSON out, patient when told to slow down. */
final class Gateway {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final int TOO_MANY = 429;
  private static final int UNAVAILABLE = 503;
  private static final int ATTEMPTS = 60;

  private final URI base;
  private final HttpClient client = HttpClient.newHttpClient();

  Gateway(URI base) {
    this.base = base;
  }

  /**
   * An answer.
   *
   * @param status the HTTP status
   * @param body the JSON; a missing node if there is none
   * @param etag the entity tag, if it has one
   */
  record Answer(int status, JsonNode body, @Nullable String etag) {

    boolean isGood() {
      return status / 100 == 2;
    }

    /** This answer, if it is good or has the other accepted status. */
    Answer orElse(int accepted, String what) {
      if (!isGood() && status != accepted) {
        throw new IllegalStateException(what + " was answered with " + status + ": " + body);
      }
      return this;
    }

    Answer good(String what) {
      return orElse(200, what);
    }
  }

  Answer get(String path, String token) {
    return call(request(path, token).GET());
  }

  Answer post(String path, String token, Object body) {
    return call(
        request(path, token).POST(BodyPublishers.ofString(JSON.valueToTree(body).toString())));
  }

  /** A write to a resource that must be as it was read. */
  Answer postMatching(String path, String token, @Nullable String etag, Object body) {
    return call(
        request(path, token)
            .header("If-Match", etag == null ? "*" : etag)
            .POST(BodyPublishers.ofString(JSON.valueToTree(body).toString())));
  }

  private HttpRequest.Builder request(String path, String token) {
    return HttpRequest.newBuilder(base.resolve(path))
        .timeout(TIMEOUT)
        .header("Authorization", "Bearer " + token)
        .header("Content-Type", "application/json")
        .header("Accept", "application/json");
  }

  private Answer call(HttpRequest.Builder builder) {
    HttpRequest request = builder.build();
    try {
      HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
      for (int attempt = 1; mustWait(response) && attempt < ATTEMPTS; attempt++) {
        Thread.sleep(response.headers().firstValueAsLong("Retry-After").orElse(1) * 1000);
        response = client.send(request, BodyHandlers.ofString());
      }
      String body = response.body();
      return new Answer(
          response.statusCode(),
          body.isBlank() ? MissingNode.getInstance() : JSON.readTree(body),
          response.headers().firstValue("ETag").orElse(null));
    } catch (IOException e) {
      throw new IllegalStateException("the gateway did not answer " + request.uri() + ": " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static boolean mustWait(HttpResponse<String> response) {
    return response.statusCode() == TOO_MANY || response.statusCode() == UNAVAILABLE;
  }
}
