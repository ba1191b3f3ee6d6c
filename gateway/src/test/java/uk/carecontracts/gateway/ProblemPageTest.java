package uk.carecontracts.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page of problems in the documentation is the catalogue; -Dproblems.write=true makes it. */
class ProblemPageTest {
  private static final Path PAGE = Path.of("../docs/problems.md");

  @Test
  void thePageListsEveryProblem() throws IOException {
    String page = page();
    if (Boolean.getBoolean("problems.write")) {
      Files.writeString(PAGE, page);
    }
    assertThat(Files.readString(PAGE))
        .as("out of date: mvn -pl gateway test -Dtest=ProblemPageTest -Dproblems.write=true")
        .isEqualTo(page);
  }

  private static String page() throws IOException {
    return """
        # Problems

        Every error of every part is a problem detail (RFC 9457) with a stable `code`. This page is made from the gateway's catalogue, which also answers at `/problems`.

        | status | code | meaning | what to do |
        | --- | --- | --- | --- |
        """
        + kinds().stream()
            .map(JsonObject.class::cast)
            .sorted(
                Comparator.comparing((JsonObject kind) -> kind.getInteger("status"))
                    .thenComparing(kind -> kind.getString("code")))
            .map(ProblemPageTest::row)
            .collect(Collectors.joining("\n", "", "\n"));
  }

  private static String row(JsonObject kind) {
    return "| %d | `%s` | %s | %s |"
        .formatted(
            kind.getInteger("status"),
            kind.getString("code"),
            kind.getString("meaning").replace("|", "\\|"),
            kind.getString("remedy").replace("|", "\\|"));
  }

  private static JsonArray kinds() throws IOException {
    try (InputStream in = ProblemPageTest.class.getResourceAsStream("/problems.json")) {
      return new JsonArray(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }
}
