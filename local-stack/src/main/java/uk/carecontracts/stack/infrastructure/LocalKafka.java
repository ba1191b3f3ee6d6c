package uk.carecontracts.stack.infrastructure;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;
import org.apache.kafka.server.common.MetadataVersion;
import org.jspecify.annotations.Nullable;

/**
 * A real Kafka broker in KRaft mode (broker and controller in one) inside this process.
 *
 * <p>For local use and tests only: one node, no replication, no security. Topics are not created by
 * use.
 */
public final class LocalKafka implements AutoCloseable {

  private static final int NODE = 1;
  private static final String BROKER = "BROKER";
  private static final String CONTROLLER = "CONTROLLER";

  private final KafkaRaftServer server;
  private final int port;
  private final @Nullable Path temporary;

  private LocalKafka(KafkaRaftServer server, int port, @Nullable Path temporary) {
    this.server = server;
    this.port = port;
    this.temporary = temporary;
  }

  /**
   * How a broker is kept.
   *
   * @param directory where topics live from run to run; null for a temporary directory
   * @param port the port on localhost; 0 for a free one
   */
  public record Settings(@Nullable Path directory, int port) {

    /** Nothing is kept: for tests. */
    public static Settings temporary() {
      return new Settings(null, 0);
    }

    /** Topics and records survive restarts and crashes of this process: for the local stack. */
    public static Settings kept(Path directory, int port) {
      return new Settings(directory, port);
    }
  }

  /**
   * Starts a broker, formatting its directory the first time, and waits until it is ready.
   *
   * @throws IllegalStateException when it cannot start, for instance because another program holds
   *     the port
   */
  public static LocalKafka start(Settings settings) {
    QuietLogging.on();
    int port = Ports.orFree(settings.port());
    if (Ports.isTaken(port)) {
      throw new IllegalStateException(
          "port " + port + " is taken by another program; Kafka needs it");
    }
    try {
      Path kept = settings.directory();
      Path temporary = kept == null ? Files.createTempDirectory("care-contracts-kafka") : null;
      Path directory = kept == null ? temporary : Files.createDirectories(kept);
      format(directory);
      KafkaRaftServer server = new KafkaRaftServer(configuration(directory, port), Time.SYSTEM);
      server.startup();
      return new LocalKafka(server, port, temporary);
    } catch (IOException e) {
      throw new UncheckedIOException("Kafka has no usable directory", e);
    }
  }

  private static void format(Path directory) {
    if (Files.exists(directory.resolve("meta.properties"))) {
      return;
    }
    try (PrintStream silent =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
      new Formatter()
          .setPrintStream(silent)
          .setNodeId(NODE)
          .setClusterId(Uuid.randomUuid().toString())
          .setSupportedFeatures(Feature.PRODUCTION_FEATURES)
          .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
          .setControllerListenerName(CONTROLLER)
          .setMetadataLogDirectory(directory.toString())
          .addDirectory(directory.toString())
          .run();
    } catch (Exception e) {
      throw new IllegalStateException("could not prepare Kafka's directory " + directory, e);
    }
  }

  private static KafkaConfig configuration(Path directory, int port) {
    int controllerPort = Ports.free();
    Map<String, String> settings = new HashMap<>();
    settings.put("process.roles", "broker,controller");
    settings.put("node.id", String.valueOf(NODE));
    settings.put("log.dirs", directory.toString());
    settings.put("controller.quorum.voters", NODE + "@localhost:" + controllerPort);
    settings.put("controller.listener.names", CONTROLLER);
    settings.put("inter.broker.listener.name", BROKER);
    settings.put(
        "listener.security.protocol.map", BROKER + ":PLAINTEXT," + CONTROLLER + ":PLAINTEXT");
    settings.put(
        "listeners",
        BROKER + "://localhost:" + port + "," + CONTROLLER + "://localhost:" + controllerPort);
    settings.put("advertised.listeners", BROKER + "://localhost:" + port);
    settings.put("auto.create.topics.enable", "false");
    settings.putAll(singleNode());
    settings.putAll(smallAndQuick());
    return new KafkaConfig(settings);
  }

  private static Map<String, String> singleNode() {
    return Map.of(
        "offsets.topic.replication.factor", "1",
        "offsets.topic.num.partitions", "4",
        "transaction.state.log.replication.factor", "1",
        "transaction.state.log.min.isr", "1",
        "transaction.state.log.num.partitions", "4",
        "share.coordinator.state.topic.replication.factor", "1",
        "share.coordinator.state.topic.min.isr", "1");
  }

  private static Map<String, String> smallAndQuick() {
    return Map.of(
        "group.initial.rebalance.delay.ms", "0",
        // After a crash the controller waits this long for the broker it thinks is still alive
        // (default 9 s).
        "broker.session.timeout.ms", "2000",
        "broker.heartbeat.interval.ms", "500",
        "num.network.threads", "2",
        "num.io.threads", "4",
        // The cleaner takes this buffer from the heap at once; the default is 128 MiB.
        "log.cleaner.dedupe.buffer.size", "4194304",
        "log.cleaner.io.buffer.size", "131072");
  }

  /** The port on localhost. */
  public int port() {
    return port;
  }

  /** What clients put into {@code bootstrap.servers}. */
  public String bootstrapServers() {
    return "localhost:" + port;
  }

  /** Stops the broker; temporary data are deleted, kept data stay. */
  @Override
  public void close() {
    QuietLogging.whileStopping();
    server.shutdown();
    server.awaitShutdown();
    if (temporary != null) {
      Directories.delete(temporary);
    }
  }
}
