package uk.carecontracts.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * The examples of the committed documents, which tests have produced, still fit what they are
 * examples of. After the documents are written, and without the stack.
 */
@Order(Integer.MAX_VALUE)
class ExamplesIT {
  private static final Path DOCUMENTS = StackUnderTest.repository().resolve("docs/openapi");
  private static final List<String> SERVICES = List.of("contracts", "providers", "monitoring");
  private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");

  @Test
  void everyExampleFitsItsSchemaAndSaysNothingTheSchemaDoesNotKnow() throws IOException {
    List<String> findings = new ArrayList<>();
    for (String service : SERVICES) {
      JsonNode document = document(service);
      ExampleCheck check = new ExampleCheck(document);
      for (JsonNode operation : operations(document)) {
        for (JsonNode mediaType : bodies(operation)) {
          if (mediaType.has("example")) {
            check.findings(mediaType.path("schema"), mediaType.path("example")).stream()
                .map(finding -> service + " " + operation.path("operationId").asText() + finding)
                .forEach(findings::add);
          }
        }
      }
    }
    assertEquals(
        "",
        String.join("\n", findings),
        "Delete the files of these operations in <module>/src/main/resources/openapi/examples and"
            + " run the module's tests with -Dexamples.write=true");
  }

  @Test
  void operationsWithoutExampleAreListed() throws IOException {
    Set<String> without = new TreeSet<>();
    for (String service : SERVICES) {
      for (JsonNode operation : operations(document(service))) {
        if (contents(operation).anyMatch(content -> !content.isEmpty() && !hasExample(content))) {
          without.add(operation.path("operationId").asText());
        }
      }
    }
    Path list = DOCUMENTS.resolve("without-examples.txt");
    String names = String.join("\n", without) + "\n";
    if (Boolean.getBoolean("openapi.write")) {
      Files.writeString(list, names);
    }
    assertEquals(
        Files.readString(list),
        names,
        "Record an example (-Dexamples.write=true), or write the list with -Dopenapi.write=true");
  }

  private static JsonNode document(String service) throws IOException {
    return new YAMLMapper().readTree(DOCUMENTS.resolve(service + ".yaml").toFile());
  }

  private static List<JsonNode> operations(JsonNode document) {
    return document.path("paths").properties().stream()
        .flatMap(path -> path.getValue().properties().stream())
        .filter(method -> METHODS.contains(method.getKey()))
        .map(Map.Entry::getValue)
        .toList();
  }

  /** One of its forms, such as JSON beside a spreadsheet, shows what is in the others, too. */
  private static boolean hasExample(JsonNode content) {
    return content.properties().stream()
        .map(Map.Entry::getValue)
        .anyMatch(body -> body.has("example") || body.has("examples"));
  }

  /** The media types of the request and of the answers that went well. */
  private static List<JsonNode> bodies(JsonNode operation) {
    return contents(operation)
        .flatMap(content -> content.properties().stream())
        .map(Map.Entry::getValue)
        .toList();
  }

  private static Stream<JsonNode> contents(JsonNode operation) {
    Stream<JsonNode> answers =
        operation.path("responses").properties().stream()
            .filter(answer -> answer.getKey().startsWith("2"))
            .map(Map.Entry::getValue);
    return Stream.concat(Stream.of(operation.path("requestBody")), answers)
        .map(body -> body.path("content"));
  }
}
