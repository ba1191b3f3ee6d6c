package uk.carecontracts.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What runs and how it does, kept in a file that {@code ./stack status} prints. */
final class StatusBoard {

  /** How a part of the stack does. */
  enum State {
    STARTING,
    READY,
    UNREADY,
    CRASHED,
    STOPPED
  }

  private record Line(State state, int port, long pid, int restarts, Instant since) {}

  private final Path file;
  private final Clock clock;
  private final Map<String, Line> lines = new LinkedHashMap<>();

  StatusBoard(Path file, Clock clock) {
    this.file = file;
    this.clock = clock;
  }

  /** Notes how a part does; {@code pid} 0 when there is no process. */
  synchronized void note(String part, State state, int port, long pid, int restarts) {
    Line before = lines.get(part);
    boolean same = before != null && before.state() == state && before.pid() == pid;
    Instant since = same ? before.since() : clock.instant().truncatedTo(ChronoUnit.SECONDS);
    lines.put(part, new Line(state, port, pid, restarts, since));
    if (!same) {
      write();
    }
  }

  private void write() {
    List<String> text =
        lines.entrySet().stream()
            .map(
                entry -> {
                  Line line = entry.getValue();
                  return String.join(
                      " ",
                      entry.getKey(),
                      line.state().name(),
                      String.valueOf(line.port()),
                      String.valueOf(line.pid()),
                      String.valueOf(line.restarts()),
                      line.since().toString());
                })
            .toList();
    Path next = file.resolveSibling(file.getFileName() + ".next");
    try {
      Files.write(next, text);
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("could not write " + file, e);
    }
  }
}
