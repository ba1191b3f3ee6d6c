package uk.carecontracts.stack.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Talks to the gateway like any client of the product; waits when it is told to slow down. */
final class ApiClient {
  private static final int ATTEMPTS = 6;
  private static final Set<Integer> LATER = Set.of(429, 503);
  private static final Set<Integer> UNCERTAIN = Set.of(502, 504);

  private final URI gateway;
  private final ObjectMapper json = new ObjectMapper();
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(3))
          .build();

  ApiClient(URI gateway) {
    this.gateway = gateway;
  }

  /**
   * The answer to a request that must succeed.
   *
   * @throws DemoFailure when the gateway cannot be reached or the request is refused
   */
  ApiAnswer send(ApiRequest request) {
    return send(request, 0);
  }

  /** The answer to a request that must succeed or be refused with one known status. */
  ApiAnswer send(ApiRequest request, int expectedRefusal) {
    ApiAnswer answer = attempt(request);
    if (answer.status() >= 400 && answer.status() != expectedRefusal) {
      throw refused(request, answer);
    }
    return answer;
  }

  private ApiAnswer attempt(ApiRequest request) {
    for (int attempt = 1; ; attempt++) {
      HttpResponse<String> response = exchange(request);
      boolean again =
          LATER.contains(response.statusCode())
              || (UNCERTAIN.contains(response.statusCode()) && request.repeatable());
      if (!again || attempt == ATTEMPTS) {
        return new ApiAnswer(
            response.statusCode(),
            read(request, response.body()),
            response.headers().firstValue("ETag").orElse(""));
      }
      pause(response.headers().firstValue("Retry-After").orElse("1"));
    }
  }

  /** Every item of a list, page after page. */
  List<JsonNode> list(String path, String token) {
    List<JsonNode> items = new ArrayList<>();
    String next = "";
    do {
      String page = path + (path.contains("?") ? "&" : "?") + "limit=500" + next;
      JsonNode body = send(ApiRequest.get(page, token)).body();
      body.path("items").forEach(items::add);
      next = body.hasNonNull("next") ? "&cursor=" + body.path("next").asText() : "";
    } while (!next.isEmpty());
    return items;
  }

  private HttpResponse<String> exchange(ApiRequest request) {
    try {
      return http.send(encode(request), BodyHandlers.ofString());
    } catch (ConnectException e) {
      throw new DemoFailure(
          "Nothing answers at " + gateway + ". Is the stack up? ./stack status, ./stack up");
    } catch (IOException e) {
      throw new DemoFailure(
          "The connection to %s broke during %s %s (%s). Look at ./stack logs gateway, then run"
                  .formatted(gateway, request.method(), request.path(), e)
              + " ./stack demo again: it goes on where it stopped.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DemoFailure("Interrupted; ./stack demo goes on where it stopped.");
    }
  }

  private HttpRequest encode(ApiRequest request) throws JsonProcessingException {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(gateway.resolve(request.path()))
            .timeout(Duration.ofSeconds(60))
            .header("Authorization", "Bearer " + request.token());
    header(builder, "Idempotency-Key", request.idempotencyKey());
    header(builder, "If-Match", request.ifMatch());
    Object body = request.body();
    if (body == null) {
      return builder.method(request.method(), BodyPublishers.noBody()).build();
    }
    if (body instanceof String csv) {
      return builder
          .header("Content-Type", "text/csv")
          .method(request.method(), BodyPublishers.ofString(csv))
          .build();
    }
    return builder
        .header("Content-Type", "application/json")
        .method(request.method(), BodyPublishers.ofString(json.writeValueAsString(body)))
        .build();
  }

  private static void header(HttpRequest.Builder builder, String name, @Nullable String value) {
    if (value != null) {
      builder.header(name, value);
    }
  }

  private JsonNode read(ApiRequest request, String body) {
    if (body.isBlank()) {
      return MissingNode.getInstance();
    }
    try {
      return json.readTree(body);
    } catch (JsonProcessingException e) {
      throw new DemoFailure(
          "%s %s did not answer JSON but: %s"
              .formatted(
                  request.method(),
                  request.path(),
                  body.substring(0, Math.min(200, body.length()))));
    }
  }

  private static DemoFailure refused(ApiRequest request, ApiAnswer answer) {
    StringBuilder message =
        new StringBuilder(
            "%s %s was refused: %d %s. %s"
                .formatted(
                    request.method(),
                    request.path(),
                    answer.status(),
                    answer.body().path("code").asText(),
                    answer.body().path("detail").asText()));
    for (JsonNode violation : answer.body().path("violations")) {
      message
          .append("\n  ")
          .append(violation.path("pointer").asText())
          .append(": ")
          .append(violation.path("message").asText());
    }
    if (request.body() != null) {
      message.append("\n  body: ").append(request.body());
    }
    message.append("\nWhat was loaded stays; ./stack demo goes on where it stopped.");
    return new DemoFailure(message.toString());
  }

  private static void pause(String seconds) {
    Pause.of(Duration.ofSeconds(seconds.matches("\\d{1,2}") ? Long.parseLong(seconds) : 1));
  }
}
