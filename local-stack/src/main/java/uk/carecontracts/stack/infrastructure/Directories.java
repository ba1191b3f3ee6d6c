package uk.carecontracts.stack.infrastructure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Temporary directories and their end. */
final class Directories {

  private Directories() {}

  /**
   * A directory for temporary files that belongs to the current user, so that users do not meet.
   */
  static Path ofThisUser(String purpose) throws IOException {
    Path own =
        Path.of(System.getProperty("java.io.tmpdir"))
            .resolve("care-contracts-" + System.getProperty("user.name"));
    Files.createDirectories(own);
    if (own.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(own, PosixFilePermissions.fromString("rwx------"));
    }
    return Files.createDirectories(own.resolve(purpose));
  }

  /** Deletes a directory with everything in it; what is already gone is fine. */
  static void delete(Path directory) {
    try {
      for (Path path : deepestFirst(directory)) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("could not delete " + directory, e);
    }
  }

  private static List<Path> deepestFirst(Path directory) throws IOException {
    try (Stream<Path> paths = Files.walk(directory)) {
      return paths.sorted(Comparator.reverseOrder()).toList();
    }
  }
}
