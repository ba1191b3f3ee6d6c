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
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The committed API documents have no finding under Spectral's own rules and Redocly's. Each linter
 * reads every operation once, beside the other: Spectral in the document of everything, Redocly in
 * those of the services.
 */
class DocumentLintIT {
  private static final String EVERYTHING = "everything.yaml";
  private static final Path DOCUMENTS = StackUnderTest.repository().resolve("docs/openapi");
  private static final Path TOOLS =
      StackUnderTest.repository().resolve("acceptance-tests/target/openapi-checks");

  private static Future<Tools.Run> spectral;
  private static Future<Tools.Run> redocly;

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
    spectral =
        lint(
            EVERYTHING::equals,
            List.of("npx", "spectral", "lint", "-r", ".spectral.yaml", "--fail-severity=hint"));
    redocly =
        lint(
            name -> !name.equals(EVERYTHING),
            List.of("npx", "redocly", "lint", "--config", "redocly.yaml", "--format=json"));
  }

  private static Future<Tools.Run> lint(Predicate<String> which, List<String> linter)
      throws IOException {
    List<String> command = new ArrayList<>(linter);
    try (Stream<Path> files = Files.list(DOCUMENTS)) {
      files
          .filter(file -> file.toString().endsWith(".yaml"))
          .filter(file -> which.test(file.getFileName().toString()))
          .map(Path::toString)
          .sorted()
          .forEach(command::add);
    }
    FutureTask<Tools.Run> run = new FutureTask<>(() -> Tools.run(TOOLS, command));
    new Thread(run, linter.get(1)).start();
    return run;
  }

  @Test
  void spectralFindsNothing() throws ExecutionException, InterruptedException {
    Tools.Run run = spectral.get();
    assertEquals(0, run.exit(), run.output());
  }

  @Test
  void redoclyFindsNothing() throws IOException, ExecutionException, InterruptedException {
    Tools.Run run = redocly.get();
    int json = run.output().indexOf('{');
    assertTrue(json >= 0, run.output());
    JsonNode totals = new ObjectMapper().readTree(run.output().substring(json)).path("totals");
    assertEquals(0, totals.path("errors").asInt(-1), run.output());
    assertEquals(0, totals.path("warnings").asInt(-1), run.output());
  }
}
