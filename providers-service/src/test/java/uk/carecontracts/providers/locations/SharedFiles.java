package uk.carecontracts.providers.locations;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the published sample files beside the repository; a fresh clone has none. */
public final class SharedFiles {

  private SharedFiles() {}

  /** A folder of sample files, looked for upwards from the working directory. */
  public static Optional<Path> folder(String name) {
    @Nullable Path here = Path.of("").toAbsolutePath();
    while (here != null) {
      Path candidate = here.resolve("shared").resolve("data").resolve(name);
      if (Files.isDirectory(candidate)) {
        return Optional.of(candidate);
      }
      here = here.getParent();
    }
    return Optional.empty();
  }
}
