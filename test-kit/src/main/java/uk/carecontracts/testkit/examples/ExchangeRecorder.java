package uk.carecontracts.testkit.examples;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Looks at every exchange of the tests that went well and offers it as an example. */
final class ExchangeRecorder implements Filter {
  private static final int LONGEST = 200_000;

  private final String documentPath;
  private final ExampleFiles files;
  private @Nullable List<DescribedOperation> operations;

  ExchangeRecorder(String documentPath, ExampleFiles files) {
    this.documentPath = documentPath;
    this.files = files;
  }

  @Override
  public Response filter(
      FilterableRequestSpecification request,
      FilterableResponseSpecification expected,
      FilterContext context) {
    Response answer = context.next(request, expected);
    if (answer.statusCode() / 100 == 2) {
      URI address = URI.create(request.getURI());
      operationsAt(address).stream()
          .filter(operation -> operation.isAt(request.getMethod(), address.getRawPath()))
          .findFirst()
          .ifPresent(operation -> offer(operation, request, answer));
    }
    return answer;
  }

  private void offer(
      DescribedOperation operation, FilterableRequestSpecification request, Response answer) {
    Exchange exchange = new Exchange();
    String sent = request.getBody() == null ? form(request) : sent(request.getBody());
    if (sent != null && request.getContentType() != null) {
      JsonNode content = operation.description().path("requestBody").path("content");
      DescribedOperation.documented(content, request.getContentType())
          .ifPresent(type -> exchange.asked(type, sent));
    }
    String status = String.valueOf(answer.statusCode());
    JsonNode content = operation.description().path("responses").path(status).path("content");
    String body = answer.contentType() == null ? "" : answer.asString();
    if (!body.isEmpty() && body.length() < LONGEST) {
      DescribedOperation.documented(content, answer.contentType())
          .ifPresent(type -> exchange.answered(status, type, body));
    }
    files.offer(operation.id(), exchange);
  }

  /** The fields of a form, which documents show as an object. */
  private static @Nullable String form(FilterableRequestSpecification request) {
    return request.getFormParams().isEmpty() ? null : sent(request.getFormParams());
  }

  private static @Nullable String sent(Object body) {
    if (body instanceof String text) {
      return text;
    }
    if (body instanceof byte[] bytes) {
      return new String(bytes, StandardCharsets.UTF_8);
    }
    try {
      return body instanceof Map || body instanceof List
          ? Exchange.JSON.writeValueAsString(body)
          : null;
    } catch (JsonProcessingException e) {
      return null;
    }
  }

  private synchronized List<DescribedOperation> operationsAt(URI address) {
    if (operations == null) {
      URI document = address.resolve(documentPath + "?format=json");
      try {
        HttpResponse<byte[]> served =
            HttpClient.newHttpClient()
                .send(
                    HttpRequest.newBuilder(document).build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        operations = DescribedOperation.of(Exchange.JSON.readTree(served.body()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
    return operations;
  }
}
