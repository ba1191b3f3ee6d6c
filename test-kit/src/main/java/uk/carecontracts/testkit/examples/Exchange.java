package uk.carecontracts.testkit.examples;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was asked and answered, fit to be shown: ids are replaced, the same ones by the same,
 * seconds and secrets blanked, and pages cut to their first items.
 */
final class Exchange {
  static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private static final Pattern UUID =
      Pattern.compile("\\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\\b");

  /** What tests call things so that no two tests share one, and what stands there instead. */
  private static final Pattern NAME = Pattern.compile("\\b(?:[a-p]{12}|w[0-9a-f]{32})\\b");

  private static final List<String> NAMES =
      List.of("Ashgrove", "Birchwood", "Cedar Lodge", "Dovecote", "Elmfield", "Fernbank");

  /** Words that tests make their own. */
  private static final Pattern WORD = Pattern.compile("\\b([A-Z][a-z]+)[0-9a-f]{32}\\b");

  private static final Pattern CODE =
      Pattern.compile("\\b(?:[A-P]{12}|S(?:_[0-9A-F]{4,12}){5})\\b");
  private static final Pattern AREA = Pattern.compile("\\b(?:W0[67]\\d{6}|T[0-9a-f]{8})\\b");

  private static final Pattern MOMENT =
      Pattern.compile("(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d):\\d\\d\\.\\d+(Z|[+-]\\d\\d:\\d\\d)");
  private static final Pattern LOCAL = Pattern.compile("http://(127\\.0\\.0\\.1|localhost):\\d+");
  private static final Pattern SECRET =
      Pattern.compile("(\"[^\"]*secret\"\\s*:\\s*\")[^\"]{12,}(\")", Pattern.CASE_INSENSITIVE);
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final int ITEMS = 2;
  private static final int LINES = 4;
  private static final int LINES_ASKED = 2;
  private static final int MOST = 4000;
  private static final int MOST_TEXT = 1500;

  private final ObjectNode example = JSON.createObjectNode();
  private final Map<String, String> ids = new HashMap<>();
  private final Map<String, String> names = new HashMap<>();

  void asked(String mediaType, String body) {
    put("request", mediaType, body, LINES_ASKED);
  }

  void answered(String status, String mediaType, String body) {
    put(status, mediaType, body, LINES);
  }

  private void put(String part, String mediaType, String body, int lines) {
    JsonNode value =
        mediaType.endsWith("json") || mediaType.equals(FORM)
            ? json(body)
            : text(mediaType.endsWith("xml") ? Xml.shortened(body, ITEMS) : body, lines);
    if (value != null) {
      example.withObject("/" + part).set(mediaType, value);
    }
  }

  JsonNode example() {
    return example;
  }

  /** How much a reader learns from it: distinct fields, unless it takes too long to read. */
  int worth() {
    Set<String> paths = new HashSet<>();
    collect(example, "", paths);
    int length = example.toString().length();
    return length <= MOST ? paths.size() : -length;
  }

  private static void collect(JsonNode node, String path, Set<String> paths) {
    node.properties()
        .forEach(field -> collect(field.getValue(), path + "/" + field.getKey(), paths));
    if (node.isArray()) {
      node.forEach(item -> collect(item, path + "/-", paths));
    }
    if (node.isValueNode() && !node.isNull() && !node.asText().isBlank()) {
      paths.add(path);
      // Of a file what stands in it counts.
      Stream.of(node.asText().split("[,;\n]")).forEach(value -> paths.add(path + "/" + value));
    }
  }

  private @Nullable JsonNode json(String body) {
    try {
      JsonNode node = JSON.readTree(neutral(body));
      if (node.path("items") instanceof ArrayNode items) {
        cut(items);
      }
      if (node.toString().length() > MOST) {
        cutAll(node);
      }
      return node.isMissingNode() ? null : node;
    } catch (JsonProcessingException e) {
      return null;
    }
  }

  private static void cutAll(JsonNode node) {
    if (node instanceof ArrayNode array) {
      cut(array);
    }
    node.forEach(Exchange::cutAll);
  }

  private static void cut(ArrayNode array) {
    while (array.size() > ITEMS) {
      array.remove(array.size() - 1);
    }
  }

  private @Nullable JsonNode text(String body, int lines) {
    if (body.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t')) {
      return null;
    }
    JsonNode json = body.startsWith("{") ? json(body) : null;
    if (json != null) {
      // A file of JSON, or the first of its lines, is cut where it makes sense.
      return json.toString().length() > MOST ? null : TextNode.valueOf(json.toString());
    }
    StringBuilder first = new StringBuilder();
    neutral(body.startsWith(BYTE_ORDER_MARK) ? body.substring(1) : body)
        .lines()
        .limit(lines)
        .takeWhile(line -> first.isEmpty() || first.length() + line.length() <= MOST_TEXT)
        .forEach(line -> first.append(line).append('\n'));
    String shown = body.contains("\n") ? first.toString() : first.toString().strip();
    return shown.length() > MOST ? null : TextNode.valueOf(shown);
  }

  private String named(String body) {
    String named =
        NAME.matcher(body)
            .replaceAll(
                found ->
                    names.computeIfAbsent(
                        found.group(), key -> NAMES.get(names.size() % NAMES.size())));
    String coded = CODE.matcher(WORD.matcher(named).replaceAll("$1")).replaceAll("HOME_CARE");
    return AREA.matcher(coded).replaceAll("E08000009");
  }

  private String neutral(String body) {
    Matcher id = UUID.matcher(body);
    String numbered =
        id.replaceAll(
            found ->
                ids.computeIfAbsent(
                    found.group(),
                    key -> String.format("01990000-0000-7000-8000-%012d", ids.size() + 1)));
    String elsewhere = LOCAL.matcher(named(numbered)).replaceAll("https://care.example.org");
    return SECRET
        .matcher(MOMENT.matcher(elsewhere).replaceAll("$1:00$2"))
        .replaceAll("$1shown-only-once-and-never-in-a-document$2");
  }
}
