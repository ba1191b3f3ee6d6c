package uk.carecontracts.stack.infrastructure;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** Lets only warnings through from the servers that run inside this process. */
final class QuietLogging {

  /** Held, because java.util.logging forgets the level of a logger that nobody holds. */
  private static final List<Logger> LOGGERS =
      Stream.of("org.apache.kafka", "kafka", "io.zonky.test", "state.change.logger")
          .map(Logger::getLogger)
          .toList();

  /** Warns whenever a broker starts, of nothing that is wrong. */
  private static final Logger ACTIVATION =
      Logger.getLogger("org.apache.kafka.controller.QuorumController");

  /** Warns that connections go away, which is what stopping a broker does. */
  private static final Logger NETWORK = Logger.getLogger("org.apache.kafka.clients.NetworkClient");

  private QuietLogging() {}

  static void on() {
    LOGGERS.forEach(logger -> logger.setLevel(Level.WARNING));
    ACTIVATION.setLevel(Level.SEVERE);
  }

  static void whileStopping() {
    NETWORK.setLevel(Level.SEVERE);
  }
}
