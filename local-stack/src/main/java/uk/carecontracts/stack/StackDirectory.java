package uk.carecontracts.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The folder {@code .stack} of a repository: data, logs and what is running.
 *
 * @param repository the repository's root
 */
record StackDirectory(Path repository) {

  /** Where the state is kept: {@code STACK_STATE} of the environment, otherwise {@code .stack}. */
  private Path root() {
    return repository.resolve(System.getenv().getOrDefault("STACK_STATE", ".stack"));
  }

  Path postgres() {
    return root().resolve("postgresql");
  }

  Path kafka() {
    return root().resolve("kafka");
  }

  Path issuerKey() {
    return root().resolve("issuer").resolve("signing-key.json");
  }

  /** One line per part: name, state, port, process, restarts, since. */
  Path status() {
    return created(root().resolve("run")).resolve("status");
  }

  Path pidFile(String part) {
    return created(root().resolve("run")).resolve(part + ".pid");
  }

  Path pidFiles() {
    return created(root().resolve("run"));
  }

  /** A marker that a part without HTTP writes when it is ready. */
  Path readyFile(String part) {
    return created(root().resolve("run")).resolve(part + ".ready");
  }

  /** Where a part writes; the log of the run before is kept beside it. */
  Path freshLog(String part) {
    Path log = created(root().resolve("logs")).resolve(part + ".log");
    try {
      if (Files.exists(log)) {
        Files.move(log, log.resolveSibling(part + ".log.1"), StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("could not put away " + log, e);
    }
    return log;
  }

  private static Path created(Path directory) {
    try {
      return Files.createDirectories(directory);
    } catch (IOException e) {
      throw new UncheckedIOException("could not create " + directory, e);
    }
  }
}
