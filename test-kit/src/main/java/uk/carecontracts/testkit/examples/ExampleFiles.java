package uk.carecontracts.testkit.examples;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;

/**
 * One file for each operation, with a part for the request and one for each status that was
 * answered. Parts that were there before a run stay; in the others the better exchange replaces the
 * one before.
 */
final class ExampleFiles {
  private final Function<String, Path> folder;

  ExampleFiles(Function<String, Path> folder) {
    this.folder = folder;
  }

  void offer(String operation, Exchange exchange) {
    Path file = folder.apply(operation).resolve(operation + ".json");
    try {
      ObjectNode held = Exchange.JSON.createObjectNode();
      if (Files.exists(file)) {
        held.setAll((ObjectNode) Exchange.JSON.readTree(file.toFile()));
      }
      boolean better = false;
      for (Map.Entry<String, JsonNode> part : exchange.example().properties()) {
        if (isBetter(operation + "." + part.getKey(), held.has(part.getKey()), exchange.worth())) {
          held.set(part.getKey(), part.getValue());
          better = true;
        }
      }
      if (better) {
        write(file, held);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Remembers in a property, because Quarkus loads this class anew when it restarts. */
  private static boolean isBetter(String part, boolean held, int worth) {
    String key = "examples.worth." + part;
    String recorded = System.getProperty(key);
    boolean better = recorded == null ? !held : Integer.parseInt(recorded) < worth;
    if (better) {
      System.setProperty(key, String.valueOf(worth));
    }
    return better;
  }

  private static void write(Path file, ObjectNode example) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(
        file,
        Exchange.JSON.writer(SerializationFeature.INDENT_OUTPUT).writeValueAsString(example)
            + "\n");
  }
}
