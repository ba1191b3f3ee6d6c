package uk.carecontracts.acceptance;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.carecontracts.stack.infrastructure.Role;

/** Alerts and dashboards ask for figures that the parts really show; every alert has its page. */
class ObservabilityIT {
  private static final StackUnderTest STACK = StackUnderTest.get();
  private static final Path DEPLOY = StackUnderTest.repository().resolve("deploy/observability");
  private static final Pattern FIGURE =
      Pattern.compile(
          "\\b(?:gateway|outbox|inbox|imports|webhooks|agroal|jvm|contracts|monitoring)_[a-z_]+");

  @Test
  void everyFigureThatIsAskedForIsShown() throws IOException {
    String shown =
        Stream.of("CONTRACTS", "PROVIDERS", "MONITORING", "GATEWAY")
            .map(part -> "http://localhost:" + STACK.port(part) + "/q/metrics")
            .map(url -> given().get(url).then().statusCode(200).extract().asString())
            .collect(Collectors.joining("\n"));
    Set<String> absent = new TreeSet<>();
    for (String expression : expressions()) {
      FIGURE
          .matcher(expression.replaceAll("\"[^\"]*\"", ""))
          .results()
          .map(figure -> figure.group())
          .filter(figure -> !shown.contains("\n" + figure))
          .forEach(absent::add);
    }
    assertEquals(Set.of(), absent);
  }

  @Test
  void everyAlertHasAPageToFollow() throws IOException {
    for (JsonNode alert : alerts()) {
      String page = alert.at("/annotations/runbook").asText();
      assertFalse(page.isEmpty(), alert.path("alert").asText());
      String text = Files.readString(StackUnderTest.repository().resolve(page));
      assertTrue(text.contains("Walked in the drill"), page);
    }
  }

  @Test
  void everyAlertFiresWhenItShouldAndOnlyThen() throws IOException, InterruptedException {
    Process promtool;
    try {
      promtool =
          new ProcessBuilder("promtool", "test", "rules", "prometheus-rules.test.yaml")
              .directory(DEPLOY.toFile())
              .redirectErrorStream(true)
              .start();
    } catch (IOException absent) {
      assumeTrue(false, "Skipped: the rules' tests need promtool (of Prometheus), not here");
      return;
    }
    String said = new String(promtool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, promtool.waitFor(), said);
  }

  @Test
  void everyAlertIsTested() throws IOException {
    Set<String> tested = new TreeSet<>();
    new YAMLMapper()
        .readTree(DEPLOY.resolve("prometheus-rules.test.yaml").toFile())
        .findParents("exp_alerts")
        .forEach(test -> tested.add(test.path("alertname").asText()));
    Set<String> all = new TreeSet<>();
    alerts().forEach(alert -> all.add(alert.path("alert").asText()));
    assertEquals(all, tested);
  }

  @Test
  void anOperatorReadsTheStateOfEventsThroughTheGateway() {
    for (String service : List.of("contracts", "providers", "monitoring")) {
      given()
          .baseUri(STACK.gateway())
          .auth()
          .oauth2(STACK.token(Role.ADMIN, BusyStack.OWNER, null))
          .get("/v1/operations/" + service + "/events")
          .then()
          .statusCode(200)
          .body("service", equalTo(service));
    }
  }

  private static Set<String> expressions() throws IOException {
    Set<String> expressions = new TreeSet<>();
    alerts().forEach(alert -> expressions.add(alert.path("expr").asText()));
    try (Stream<Path> files = Files.list(DEPLOY.resolve("grafana"))) {
      for (Path file : files.toList()) {
        expressions.addAll(new ObjectMapper().readTree(file.toFile()).findValuesAsText("expr"));
      }
    }
    assertFalse(expressions.isEmpty());
    return expressions;
  }

  private static List<JsonNode> alerts() throws IOException {
    JsonNode rules = new YAMLMapper().readTree(DEPLOY.resolve("prometheus-rules.yaml").toFile());
    return rules.findParents("alert");
  }
}
