package uk.carecontracts.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManagedProcessTest {

  @TempDir private Path directory;

  @Test
  void killedChildComesBackAndTheBoardTells() throws Exception {
    try (ManagedProcess sleeper = managed("sleep", "600")) {
      sleeper.start().get(10, TimeUnit.SECONDS);
      long first = pid();
      ProcessHandle.of(first).orElseThrow().destroyForcibly();
      await(() -> pid() != first && pid() != 0);
      await(() -> board().matches("(?s)part READY 1 " + pid() + " 1 .*"));
    }
    assertEquals(0, pid());
    assertTrue(board().startsWith("part STOPPED"));
  }

  @Test
  void childThatNeverBecomesReadyIsGivenUpAndItsLogNamed() {
    try (ManagedProcess broken = managed("false")) {
      ExecutionException problem =
          assertThrows(ExecutionException.class, () -> broken.start().get(20, TimeUnit.SECONDS));
      assertTrue(problem.getCause().getMessage().contains("part.log"), problem.getMessage());
    }
  }

  @Test
  void leftoverIsStoppedButAnotherProcessWithTheSameIdIsNot() throws Exception {
    Process leftover = new ProcessBuilder("sleep", "600").start();
    PidFile file = new PidFile(directory.resolve("left.pid"));
    file.write(leftover.toHandle());
    Files.writeString(file.file(), leftover.pid() + " 2001-01-01T00:00:00Z");
    file.stop();
    assertTrue(leftover.isAlive());
    file.write(leftover.toHandle());
    file.stop();
    assertFalse(leftover.isAlive());
    assertFalse(Files.exists(file.file()));
  }

  private ManagedProcess managed(String... command) {
    return new ManagedProcess(
        new ManagedProcess.Plan(
            "part",
            1,
            List.of(command),
            Map.of(),
            directory.resolve("part.log"),
            new PidFile(directory.resolve("part.pid")),
            ProcessHandle::isAlive),
        new StatusBoard(directory.resolve("status"), Clock.systemUTC()));
  }

  private long pid() {
    return new PidFile(directory.resolve("part.pid")).process().map(ProcessHandle::pid).orElse(0L);
  }

  private String board() {
    try {
      return Files.readString(directory.resolve("status"));
    } catch (IOException e) {
      return "";
    }
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    for (int tries = 0; tries < 600 && !condition.getAsBoolean(); tries++) {
      Thread.sleep(100);
    }
    assertTrue(condition.getAsBoolean());
  }
}
