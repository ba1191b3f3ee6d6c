package uk.carecontracts.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The catalogue explains every code that a service can answer. */
class ProblemCodesTest {
  /** Where a code is given: up to the comma that ends the first argument. */
  private static final Pattern RULES =
      Pattern.compile(
          "(?:new RuleViolation|new Breach|ContractGuard\\.check|\\brefuse)\\s*\\(([^,;]*),");

  private static final Pattern CONFLICTS =
      Pattern.compile("ProblemException\\s*\\.conflict\\s*\\(([^,;]*),");
  private static final Pattern REFUSALS =
      Pattern.compile("ProblemException\\s*\\.forbidden\\s*\\(([^,;]*),");
  private static final Pattern CODE = Pattern.compile("\"([A-Z][A-Z0-9_]+)\"");
  private static final Pattern KIND = Pattern.compile("(?m)^  ([A-Z_]+)\\((\\d{3}), \"(.*)\"\\)");

  @Test
  void everyRuleOfTheServicesIsExplained() throws IOException {
    Map<String, Integer> catalogue = catalogue();
    List<String> sources = sources();
    assertExplained(codes(RULES, sources), 422, catalogue);
    assertExplained(codes(CONFLICTS, sources), 409, catalogue);
    assertExplained(codes(REFUSALS, sources), 403, catalogue);
  }

  @Test
  void everyKindOfTheKitIsExplainedInItsOwnWords() throws IOException {
    Map<String, Integer> catalogue = catalogue();
    int kinds = 0;
    for (String source : ServiceSources.of("service-kit")) {
      if (source.contains("public enum ProblemKind")) {
        Matcher kind = KIND.matcher(source);
        while (kind.find()) {
          assertThat(catalogue).containsEntry(kind.group(1), Integer.valueOf(kind.group(2)));
          kinds++;
        }
      }
    }
    assertThat(kinds).isGreaterThan(15);
  }

  @Test
  void everyExplanationIsComplete() throws IOException {
    for (JsonObject kind : kinds()) {
      for (String part : List.of("title", "meaning", "remedy", "answeredBy")) {
        assertThat(kind.getString(part)).as(kind.getString("code") + " " + part).isNotBlank();
      }
    }
  }

  private static List<String> sources() {
    List<String> sources = new java.util.ArrayList<>(ServiceSources.all());
    sources.addAll(ServiceSources.of("service-kit"));
    return sources;
  }

  private static Set<String> codes(Pattern where, List<String> sources) {
    Set<String> codes = new TreeSet<>();
    for (String source : sources) {
      where
          .matcher(source)
          .results()
          .forEach(
              place ->
                  CODE.matcher(place.group(1)).results().forEach(code -> codes.add(code.group(1))));
    }
    assertThat(codes).as("codes found by " + where).isNotEmpty();
    return codes;
  }

  private static void assertExplained(
      Set<String> codes, int status, Map<String, Integer> catalogue) {
    for (String code : codes) {
      assertThat(catalogue)
          .as("problems.json must explain " + code + " with status " + status)
          .containsEntry(code, status);
    }
  }

  private static Map<String, Integer> catalogue() throws IOException {
    Map<String, Integer> catalogue = new TreeMap<>();
    kinds().forEach(kind -> catalogue.put(kind.getString("code"), kind.getInteger("status")));
    return catalogue;
  }

  private static List<JsonObject> kinds() throws IOException {
    try (InputStream in = ProblemCodesTest.class.getResourceAsStream("/problems.json")) {
      JsonArray array = new JsonArray(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      return array.stream().map(JsonObject.class::cast).toList();
    }
  }
}
