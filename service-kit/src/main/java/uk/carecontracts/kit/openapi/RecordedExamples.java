package uk.carecontracts.kit.openapi;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/**
 * Puts into the document what tests sent and were answered: {@code
 * openapi/examples/<operationId>.json} on the class path has, by media type, the body of a {@code
 * request} and of the answers by their status.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class RecordedExamples implements OASFilter {
  private static final String FOLDER = "openapi/examples/";
  private static final String REQUEST = "request";
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  @Override
  public Operation filterOperation(Operation operation) {
    JsonNode example = read(operation.getOperationId());
    if (operation.getRequestBody() != null) {
      show(operation.getRequestBody().getContent(), example.path(REQUEST));
    }
    for (Map.Entry<String, JsonNode> part : example.properties()) {
      APIResponse answer = operation.getResponses().getAPIResponse(part.getKey());
      if (answer != null) {
        show(answer.getContent(), part.getValue());
      }
    }
    return operation;
  }

  private static void show(@Nullable Content content, JsonNode bodies) {
    if (content == null) {
      return;
    }
    for (Map.Entry<String, JsonNode> body : bodies.properties()) {
      MediaType type = content.getMediaType(body.getKey());
      if (type != null && type.getExample() == null && type.getExamples() == null) {
        type.setExample(JSON.convertValue(body.getValue(), Object.class));
      }
    }
  }

  private static JsonNode read(@Nullable String operationId) {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    try (InputStream file = loader.getResourceAsStream(FOLDER + operationId + ".json")) {
      return file == null ? JSON.missingNode() : JSON.readTree(file);
    } catch (IOException e) {
      throw new UncheckedIOException("The example of " + operationId + " cannot be read", e);
    }
  }
}
