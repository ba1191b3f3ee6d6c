package uk.carecontracts.contracts;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** Real files beside the repository, which a fresh clone does not have. */
public final class SharedFiles {
  private SharedFiles() {}

  /** The file below the {@code shared} folder beside the repository; skips the test without it. */
  public static Path require(String relative) {
    Path folder = Path.of(System.getProperty("user.dir")).toAbsolutePath();
    while (folder != null && !Files.isDirectory(folder.resolve("shared"))) {
      folder = folder.getParent();
    }
    Path file = folder == null ? null : folder.resolve("shared").resolve(relative);
    boolean present = file != null && Files.exists(file);
    if (!present) {
      System.out.println("Skipped: no shared/" + relative + " beside the repository");
    }
    assumeTrue(present, () -> "no shared/" + relative + " beside the repository");
    return Objects.requireNonNull(file);
  }
}
