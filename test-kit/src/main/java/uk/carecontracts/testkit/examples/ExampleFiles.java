package uk.carecontracts.testkit.examples;

import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;

/** One file for each operation; during a run the better exchange replaces the one before. */
final class ExampleFiles {
  private final Function<String, Path> folder;

  ExampleFiles(Function<String, Path> folder) {
    this.folder = folder;
  }

  void offer(String operation, Exchange exchange) {
    Path file = folder.apply(operation).resolve(operation + ".json");
    // A property, because Quarkus loads this class anew when it restarts between tests.
    String key = "examples.worth." + operation;
    String held = System.getProperty(key);
    if (exchange.isEmpty() || (held == null && Files.exists(file))) {
      return;
    }
    if (held == null || Integer.parseInt(held) < exchange.worth()) {
      System.setProperty(key, String.valueOf(exchange.worth()));
      write(file, exchange);
    }
  }

  private static void write(Path file, Exchange exchange) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(
          file,
          Exchange.JSON
                  .writer(SerializationFeature.INDENT_OUTPUT)
                  .writeValueAsString(exchange.example())
              + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
