package uk.carecontracts.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An operation as a service's OpenAPI document describes it.
 *
 * @param service whose document
 * @param method HTTP method in upper case
 * @param path template, such as {@code /v1/contracts/{id}}
 * @param id operation id
 * @param open whether no security requirement is stated
 * @param query query parameters it needs or that name an authority, with a value of their kind
 * @param mediaType of the body; null without one
 * @param body a body of the documented form; null without one
 */
record Operation(
    String service,
    String method,
    String path,
    String id,
    boolean open,
    Map<String, String> query,
    @Nullable String mediaType,
    @Nullable String body) {
  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "patch", "delete", "head", "options", "trace");
  private static final Pattern PARAMETER = Pattern.compile("\\{([^}]+)}");

  /** Every operation of a document. */
  static List<Operation> of(String service, JsonNode document) {
    List<Operation> operations = new ArrayList<>();
    SampleBody sample = new SampleBody(document);
    for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
        if (METHODS.contains(method.getKey())) {
          operations.add(
              of(service, document, sample, path.getKey(), method.getKey(), method.getValue()));
        }
      }
    }
    return operations;
  }

  private static Operation of(
      String service,
      JsonNode document,
      SampleBody sample,
      String path,
      String method,
      JsonNode operation) {
    JsonNode security =
        operation.has("security") ? operation.path("security") : document.path("security");
    var content = operation.path("requestBody").path("content").properties().stream().findFirst();
    String verb = method.toUpperCase(Locale.ROOT);
    String known = AccessDecisions.BODIES.get(verb + " " + path);
    return new Operation(
        service,
        verb,
        path,
        operation.path("operationId").asText(),
        security.isEmpty(),
        sample.query(operation.path("parameters")),
        content.map(each -> each.getKey().replace("*/*", "application/octet-stream")).orElse(null),
        known != null
            ? known
            : content.map(each -> sample.body(each.getValue().path("schema"))).orElse(null));
  }

  /** Method and path, as the lists of this test write it. */
  String name() {
    return method + " " + path;
  }

  boolean writes() {
    return !method.equals("GET") && !method.equals("HEAD");
  }

  boolean isAboutSomething() {
    return PARAMETER.matcher(path).find();
  }

  /** The path with something in the place of every parameter. */
  String at(java.util.function.UnaryOperator<String> value) {
    return PARAMETER.matcher(path).replaceAll(parameter -> value.apply(parameter.group(1)));
  }
}
