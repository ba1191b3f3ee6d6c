package uk.carecontracts.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The services' sources beside the gateway's, for what must be documented here. */
final class ServiceSources {
  private static final List<String> SERVICES =
      List.of("contracts-service", "providers-service", "monitoring-service");
  private static final Path REPOSITORY =
      Path.of(System.getProperty("basedir", ".")).toAbsolutePath().normalize().getParent();

  private ServiceSources() {}

  /** Each production source of one module; the test is skipped where the module is not at hand. */
  static List<String> of(String module) {
    Path sources = REPOSITORY.resolve(module).resolve("src/main/java");
    Assumptions.assumeTrue(
        Files.isDirectory(sources), () -> "skipped: " + module + " is not beside the gateway");
    try (Stream<Path> files = Files.walk(sources)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .map(ServiceSources::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Each production source of the three services. */
  static List<String> all() {
    return SERVICES.stream().flatMap(module -> of(module).stream()).toList();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
