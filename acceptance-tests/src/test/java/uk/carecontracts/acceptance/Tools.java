package uk.carecontracts.acceptance;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Programs that some checks need and that may not be on a machine. */
final class Tools {
  /** How a program ended and what it printed; on failure also what it complained of. */
  record Run(int exit, String output) {}

  private Tools() {}

  /** Whether a program is on the path. */
  static boolean isThere(String command) throws InterruptedException {
    try {
      return new ProcessBuilder(command, "--version")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException absent) {
      return false;
    }
  }

  /** Runs a program in a folder, where what it printed is left as well. */
  static Run run(Path folder, List<String> command) throws IOException, InterruptedException {
    return run(folder, command, Map.of());
  }

  /** The same with more variables in its environment. */
  static Run run(Path folder, List<String> command, Map<String, String> variables)
      throws IOException, InterruptedException {
    Path output = Files.createTempFile(folder, "output", ".txt");
    Path errors = Files.createTempFile(folder, "errors", ".txt");
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().put("REDOCLY_TELEMETRY", "off");
    builder.environment().put("REDOCLY_SUPPRESS_UPDATE_NOTICE", "true");
    builder.environment().putAll(variables);
    builder.redirectOutput(output.toFile());
    builder.redirectError(errors.toFile());
    Process process = builder.start();
    if (!process.waitFor(4, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      assertTrue(false, () -> command + " does not end");
    }
    String said = Files.readString(output, StandardCharsets.UTF_8);
    return new Run(
        process.exitValue(), process.exitValue() == 0 ? said : said + Files.readString(errors));
  }
}
