package uk.carecontracts.acceptance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Calls operations as their documents describe them, patiently where the gateway limits rates. */
final class Walk {
  private static final ObjectMapper JSON = new ObjectMapper();
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  /**
   * What came back.
   *
   * @param status HTTP status
   * @param problem whether it is a problem detail that names the status and a code
   * @param code the problem's code, empty without one
   * @param etag the entity tag, empty without one
   * @param body as it came
   */
  record Answer(int status, boolean problem, String code, String etag, String body) {
    boolean refusesTheToken() {
      return problem && (status == 401 || status == 403);
    }

    boolean hides() {
      return problem && (status == 403 || status == 404);
    }

    @Override
    public String toString() {
      return status + (code.isEmpty() ? "" : " " + code);
    }
  }

  Answer call(
      String base,
      Operation operation,
      String path,
      Map<String, String> query,
      @Nullable String token,
      @Nullable String etag) {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri(base, path, query));
    request.header("Accept", "application/json, */*;q=0.5").timeout(Duration.ofSeconds(40));
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    if (operation.writes()) {
      request.header("If-Match", etag == null || etag.isEmpty() ? "\"1\"" : etag);
    }
    if (operation.mediaType() != null) {
      request.header("Content-Type", operation.mediaType());
    }
    request.method(
        operation.method(),
        operation.body() == null
            ? BodyPublishers.noBody()
            : BodyPublishers.ofString(operation.body()));
    return patiently(request.build());
  }

  Answer get(String base, String path, String token) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(base + path))
            .header("Authorization", "Bearer " + token)
            .header("Accept", "application/json, */*;q=0.5")
            .timeout(Duration.ofSeconds(40))
            .build();
    return patiently(request);
  }

  private Answer patiently(HttpRequest request) {
    try {
      while (true) {
        HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 429) {
          return answer(response);
        }
        Thread.sleep(1000 * response.headers().firstValueAsLong("Retry-After").orElse(1));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(request.method() + " " + request.uri(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static Answer answer(HttpResponse<String> response) {
    String type = response.headers().firstValue("Content-Type").orElse("");
    JsonNode body = type.contains("json") ? parsed(response.body()) : JSON.missingNode();
    String code = body.path("code").asText("");
    boolean problem =
        type.startsWith("application/problem+json")
            && body.path("status").asInt() == response.statusCode()
            && !code.isEmpty();
    return new Answer(
        response.statusCode(),
        problem,
        problem ? code : "",
        response.headers().firstValue("ETag").orElse(""),
        response.body());
  }

  private static JsonNode parsed(String body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      return JSON.missingNode();
    }
  }

  private static URI uri(String base, String path, Map<String, String> query) {
    String parameters =
        query.entrySet().stream()
            .filter(each -> !each.getValue().isEmpty())
            .map(each -> each.getKey() + "=" + encoded(each.getValue()))
            .collect(Collectors.joining("&"));
    return URI.create(base + path + (parameters.isEmpty() ? "" : "?" + parameters));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
