package uk.carecontracts.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import uk.carecontracts.stack.infrastructure.LocalKafka;

/**
 * The broker as a process of its own, so that it can die and come back without taking the stack
 * along.
 */
final class KafkaProcess {

  private KafkaProcess() {}

  /** Runs until it is asked to end; writes its process id into {@code ready} when it is ready. */
  static void run(Path directory, int port, Path ready) throws IOException, InterruptedException {
    LocalKafka kafka = LocalKafka.start(LocalKafka.Settings.kept(directory, port));
    Runtime.getRuntime().addShutdownHook(new Thread(kafka::close, "stop-kafka"));
    Files.writeString(ready, String.valueOf(ProcessHandle.current().pid()));
    Thread.currentThread().join();
  }
}
