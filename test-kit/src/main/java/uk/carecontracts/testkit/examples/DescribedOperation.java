package uk.carecontracts.testkit.examples;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An operation of a document.
 *
 * @param method in lower case
 * @param path that its addresses have
 * @param parameters how many parts of the path are filled in
 * @param id its operation id
 * @param description as the document has it
 */
record DescribedOperation(
    String method, Pattern path, int parameters, String id, JsonNode description) {
  private static final String ANYTHING = "*/*";
  private static final Pattern PARAMETER = Pattern.compile("\\{[^}]+}");

  /** The operations that have an id; literal paths first, as servers decide. */
  static List<DescribedOperation> of(JsonNode document) {
    List<DescribedOperation> operations = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
      Pattern pattern = pattern(path.getKey());
      int parameters = (int) PARAMETER.matcher(path.getKey()).results().count();
      for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
        String id = method.getValue().path("operationId").asText();
        if (!id.isEmpty()) {
          operations.add(
              new DescribedOperation(method.getKey(), pattern, parameters, id, method.getValue()));
        }
      }
    }
    operations.sort(Comparator.comparingInt(DescribedOperation::parameters));
    return operations;
  }

  private static Pattern pattern(String template) {
    StringBuilder pattern = new StringBuilder();
    Matcher parameter = PARAMETER.matcher(template);
    int from = 0;
    while (parameter.find()) {
      pattern.append(Pattern.quote(template.substring(from, parameter.start()))).append("[^/]+");
      from = parameter.end();
    }
    return Pattern.compile(pattern.append(Pattern.quote(template.substring(from))).toString());
  }

  boolean isAt(String asked, String address) {
    return method.equalsIgnoreCase(asked) && path.matcher(address).matches();
  }

  /** The documented media type that a content type stands for, or falls under. */
  static Optional<String> documented(JsonNode content, String contentType) {
    String plain = contentType.replaceAll(";.*", "").trim();
    return content.properties().stream()
        .map(Map.Entry::getKey)
        .filter(type -> type.replaceAll(";.*", "").equals(plain))
        .findFirst()
        .or(() -> content.has(ANYTHING) ? Optional.of(ANYTHING) : Optional.empty());
  }
}
