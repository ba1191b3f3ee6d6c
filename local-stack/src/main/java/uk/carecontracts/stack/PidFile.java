package uk.carecontracts.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * Names a running process so that a later run can find and stop it: its id and the moment it
 * started, because ids are used again.
 *
 * @param file where it is written
 */
record PidFile(Path file) {

  private static final Duration GRACE = Duration.ofSeconds(15);

  /** Every pid file in a directory. */
  static List<PidFile> in(Path directory) {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> file.toString().endsWith(".pid")).map(PidFile::new).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("could not look into " + directory, e);
    }
  }

  void write(ProcessHandle process) {
    try {
      Files.writeString(file, process.pid() + " " + startOf(process) + System.lineSeparator());
    } catch (IOException e) {
      throw new UncheckedIOException("could not write " + file, e);
    }
  }

  void delete() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException("could not delete " + file, e);
    }
  }

  /** The process, if it still runs and is the one that was written. */
  Optional<ProcessHandle> process() {
    try {
      if (!Files.exists(file)) {
        return Optional.empty();
      }
      String[] words = Files.readString(file).strip().split(" ", 2);
      if (words.length != 2 || !words[0].matches("[0-9]+")) {
        return Optional.empty();
      }
      return ProcessHandle.of(Long.parseLong(words[0]))
          .filter(ProcessHandle::isAlive)
          .filter(process -> startOf(process).equals(words[1]));
    } catch (IOException e) {
      throw new UncheckedIOException("could not read " + file, e);
    }
  }

  /** Stops the process if it still runs, first politely. */
  void stop() {
    process().ifPresent(PidFile::stop);
    delete();
  }

  /** Ends a process: a request, then force after the grace period. */
  static void stop(ProcessHandle process) {
    process.destroy();
    CompletableFuture<ProcessHandle> end = process.onExit();
    try {
      end.get(GRACE.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      process.destroyForcibly();
      end.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    } catch (ExecutionException e) {
      throw new IllegalStateException("could not wait for process " + process.pid(), e);
    }
  }

  private static String startOf(ProcessHandle process) {
    return process.info().startInstant().map(Object::toString).orElse("unknown");
  }
}
