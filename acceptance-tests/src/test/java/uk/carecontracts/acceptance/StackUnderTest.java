package uk.carecontracts.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.stack.infrastructure.LocalIssuer;
import uk.carecontracts.stack.infrastructure.Role;

/** The packaged stack, started once for all tests on free ports and with data of its own. */
final class StackUnderTest {
  private static final Duration START_LIMIT = Duration.ofMinutes(4);
  private static @Nullable StackUnderTest started;

  private final Path state;
  private final Map<String, Integer> ports;
  private final TraceCollector traces;

  private StackUnderTest(Path state, Map<String, Integer> ports, TraceCollector traces) {
    this.state = state;
    this.ports = ports;
    this.traces = traces;
  }

  static synchronized StackUnderTest get() {
    if (started == null) {
      try {
        started = start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
    return started;
  }

  static Path repository() {
    return Path.of(System.getProperty("repository", ".."));
  }

  String gateway() {
    return "http://localhost:" + ports.get("GATEWAY");
  }

  /** Where the parts log, each into files that begin with its name. */
  Path logs() {
    return state.resolve("logs");
  }

  /** The spans that the parts have sent. */
  TraceCollector traces() {
    return traces;
  }

  /** The broker, as {@code bootstrap.servers}. */
  String kafka() {
    return "localhost:" + port("KAFKA");
  }

  /** Where a part listens, such as {@code KAFKA}. */
  int port(String part) {
    return ports.get(part);
  }

  String token(Role role, String authority, @Nullable UUID provider) {
    return LocalIssuer.keptMint(
            state.resolve("issuer").resolve("signing-key.json"),
            "http://localhost:" + ports.get("ISSUER") + "/care-contracts")
        .token(role, authority, provider);
  }

  /** The process of a part now, such as {@code contracts}. */
  ProcessHandle process(String part) {
    try (Stream<String> lines = Files.lines(state.resolve("run").resolve("status"))) {
      return lines
          .map(line -> line.split("\\s+"))
          .filter(words -> words[0].equals(part))
          .map(words -> ProcessHandle.of(Long.parseLong(words[3])))
          .flatMap(java.util.Optional::stream)
          .findFirst()
          .orElseThrow(() -> new IllegalStateException(part + " does not run"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static StackUnderTest start() throws IOException, InterruptedException {
    Path state = Path.of(System.getProperty("stack.state", "target/stack")).toAbsolutePath();
    deleteOld(state);
    Files.createDirectories(state.resolve("logs"));
    Map<String, Integer> ports = freePorts();
    Path log = state.resolve("logs").resolve("launcher.log");
    TraceCollector traces = TraceCollector.start();
    Process launcher = launch(state, ports, traces, log);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(launcher)));
    Instant begin = Instant.now();
    while (!Files.readString(log).contains("READY\n")) {
      if (!launcher.isAlive() || Instant.now().isAfter(begin.plus(START_LIMIT))) {
        throw new IllegalStateException("The stack did not start:\n" + Files.readString(log));
      }
      Thread.sleep(200);
    }
    System.out.printf(
        "Stack ready after %.1f s%n", Duration.between(begin, Instant.now()).toMillis() / 1000.0);
    return new StackUnderTest(state, ports, traces);
  }

  private static Process launch(
      Path state, Map<String, Integer> ports, TraceCollector traces, Path log) throws IOException {
    Path jar = repository().resolve("local-stack/target/local-stack-1.0.0-SNAPSHOT.jar");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-jar", jar.toString(), "run", repository().toString()));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(log.toFile());
    builder.environment().put("STACK_STATE", state.toString());
    // The walk asks thousands of times with bad tokens; the gateway's own tests are about its
    // limits.
    builder.environment().put("GATEWAY_RATE_LIMIT_ANONYMOUS", "50000");
    builder.environment().put("GATEWAY_RATE_LIMIT_CLIENT", "50000");
    builder.environment().put("LOG_JSON", "true");
    // Recorded are the traces that a test begins as such, no others; a benchmark has none.
    String tracing = System.getProperty("stack.traces", "true");
    builder.environment().put("OTEL_SDK_DISABLED", String.valueOf(!Boolean.parseBoolean(tracing)));
    builder.environment().put("OTEL_TRACES_SAMPLER_ARG", "0.0");
    builder.environment().put("OTEL_DATABASE_SPANS", "true");
    builder.environment().put("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf");
    builder.environment().put("OTEL_EXPORTER_OTLP_ENDPOINT", traces.url());
    // Spans come soon: each part would otherwise gather them for five seconds.
    builder.environment().put("QUARKUS_OTEL_BSP_SCHEDULE_DELAY", "200ms");
    ports.forEach(
        (part, port) -> builder.environment().put("STACK_" + part + "_PORT", port.toString()));
    return builder.start();
  }

  private static void stop(Process launcher) {
    launcher.destroy();
    try {
      if (!launcher.waitFor(60, TimeUnit.SECONDS)) {
        launcher.destroyForcibly();
      }
    } catch (InterruptedException e) {
      launcher.destroyForcibly();
    }
  }

  private static Map<String, Integer> freePorts() throws IOException {
    Map<String, Integer> ports = new TreeMap<>();
    List<ServerSocket> held = new ArrayList<>();
    for (String part :
        List.of("GATEWAY", "CONTRACTS", "PROVIDERS", "MONITORING", "POSTGRES", "KAFKA", "ISSUER")) {
      ServerSocket socket = new ServerSocket(0);
      held.add(socket);
      ports.put(part, socket.getLocalPort());
    }
    for (ServerSocket socket : held) {
      socket.close();
    }
    return ports;
  }

  private static void deleteOld(Path state) throws IOException {
    if (!Files.exists(state)) {
      return;
    }
    try (Stream<Path> files = Files.walk(state)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
