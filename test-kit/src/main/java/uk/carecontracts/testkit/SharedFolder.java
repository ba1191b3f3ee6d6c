package uk.carecontracts.testkit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import uk.carecontracts.testkit.examples.Recording;

/**
 * The folder {@code shared} beside the repository with real notices, extracts and schemas. A fresh
 * clone does not have it: tests that need it skip and say why.
 */
public final class SharedFolder {

  private static final String NAME = "shared";

  private SharedFolder() {}

  /**
   * The folder, searched upwards from where the tests run. Not while examples are recorded: what
   * others published is not ours to commit.
   */
  public static Optional<Path> find() {
    if (Recording.isOn()) {
      return Optional.empty();
    }
    return findFrom(Path.of(System.getProperty("user.dir")).toAbsolutePath());
  }

  static Optional<Path> findFrom(Path start) {
    for (Path folder = start; folder != null; folder = folder.getParent()) {
      Path candidate = folder.resolve(NAME);
      if (Files.isDirectory(candidate.resolve("standards"))) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }

  /**
   * A file or folder inside, for instance {@code data/ocds}. Skips the calling test, with a printed
   * reason, when it is not there.
   */
  public static Path require(String path) {
    Optional<Path> found = find().map(folder -> folder.resolve(path)).filter(Files::exists);
    if (found.isEmpty()) {
      String reason = "skipped: no folder ../" + NAME + " with " + path + " beside the repository";
      System.out.println(reason);
      Assumptions.abort(reason);
    }
    return found.orElseThrow();
  }
}
