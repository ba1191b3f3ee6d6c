package uk.carecontracts.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The committed API documents have no finding under Spectral's own rules and Redocly's. */
class DocumentLintIT {
  private static final Path DOCUMENTS = StackUnderTest.repository().resolve("docs/openapi");
  private static final Path TOOLS =
      StackUnderTest.repository().resolve("acceptance-tests/target/openapi-checks");

  @BeforeAll
  static void installTheLinters() throws IOException, InterruptedException {
    assumeTrue(
        Tools.isThere("npm"), "Skipped: the linters need Node.js with npm, which is not here");
    Files.createDirectories(TOOLS);
    try (Stream<Path> files = Files.list(DOCUMENTS.resolve("checks"))) {
      for (Path file : files.toList()) {
        Files.copy(file, TOOLS.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
    }
    Tools.Run install = Tools.run(TOOLS, List.of("npm", "ci", "--no-audit", "--no-fund"));
    assertEquals(0, install.exit(), install.output());
  }

  @Test
  void spectralFindsNothing() throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of("npx", "spectral", "lint", "-r", ".spectral.yaml", "--fail-severity=hint"));
    command.addAll(documents());
    Tools.Run run = Tools.run(TOOLS, command);
    assertEquals(0, run.exit(), run.output());
  }

  @Test
  void redoclyFindsNothing() throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of("npx", "redocly", "lint", "--config", "redocly.yaml", "--format=json"));
    command.addAll(documents());
    Tools.Run run = Tools.run(TOOLS, command);
    int json = run.output().indexOf('{');
    assertTrue(json >= 0, run.output());
    JsonNode totals = new ObjectMapper().readTree(run.output().substring(json)).path("totals");
    assertEquals(0, totals.path("errors").asInt(-1), run.output());
    assertEquals(0, totals.path("warnings").asInt(-1), run.output());
  }

  private static List<String> documents() throws IOException {
    try (Stream<Path> files = Files.list(DOCUMENTS)) {
      return files.map(Path::toString).filter(name -> name.endsWith(".yaml")).sorted().toList();
    }
  }
}
