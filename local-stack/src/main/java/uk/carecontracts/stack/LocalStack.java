package uk.carecontracts.stack;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import uk.carecontracts.stack.StatusBoard.State;
import uk.carecontracts.stack.infrastructure.LocalIssuer;
import uk.carecontracts.stack.infrastructure.LocalPostgres;
import uk.carecontracts.stack.infrastructure.Ports;

/** The whole product on one machine: infrastructure, services, gateway. */
final class LocalStack implements AutoCloseable {

  private static final Duration START_LIMIT = Duration.ofSeconds(180);

  private final StackDirectory directory;
  private final StackSettings settings;
  private final StatusBoard board;
  private final ServicePlans plans;
  private final Deque<AutoCloseable> running = new ArrayDeque<>();
  private boolean closed;

  LocalStack(StackDirectory directory, StackSettings settings) {
    this.directory = directory;
    this.settings = settings;
    this.board = new StatusBoard(directory.status(), Clock.systemUTC());
    this.plans = new ServicePlans(directory, settings);
  }

  /** Starts everything and returns when all of it is ready. */
  void start() throws InterruptedException {
    stopLeftovers(directory);
    checkPorts();
    startInfrastructure();
    startServices();
  }

  /** Stops what an earlier run left behind when it was killed; PostgreSQL is taken over instead. */
  static void stopLeftovers(StackDirectory directory) {
    List<PidFile> left = PidFile.in(directory.pidFiles());
    List<ProcessHandle> processes =
        left.stream().map(PidFile::process).flatMap(Optional::stream).toList();
    processes.forEach(process -> System.out.println("stopping leftover process " + process.pid()));
    processes.forEach(ProcessHandle::destroy);
    left.forEach(PidFile::stop);
  }

  /** Stops everything that an earlier run left behind. */
  static void clean(StackDirectory directory) {
    stopLeftovers(directory);
    LocalPostgres.leftover(directory.postgres())
        .ifPresent(
            server -> {
              System.out.println("stopping leftover PostgreSQL " + server.pid());
              PidFile.stop(server);
            });
  }

  private void checkPorts() {
    List<String> taken = new ArrayList<>();
    for (Map.Entry<String, Integer> entry : settings.ports().entrySet()) {
      if (Ports.isTaken(entry.getValue())) {
        taken.add(entry.getValue() + " (for " + entry.getKey() + ")");
      }
    }
    if (!taken.isEmpty()) {
      throw new IllegalStateException(
          "another program listens on port "
              + String.join(", ", taken)
              + "; stop it or choose others, see ./stack help");
    }
  }

  private void startInfrastructure() throws InterruptedException {
    PostgresKeeper postgres =
        new PostgresKeeper(
            LocalPostgres.Settings.kept(directory.postgres(), settings.postgresPort()), board);
    remember(postgres);
    ManagedProcess kafka = new ManagedProcess(plans.kafka(), board);
    remember(kafka);
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      CompletableFuture<Duration> kafkaReady = report("kafka", settings.kafkaPort(), kafka.start());
      CompletableFuture<Duration> postgresReady =
          report("postgresql", settings.postgresPort(), timed(threads, () -> startOf(postgres)));
      CompletableFuture<Duration> issuerReady =
          report("issuer", settings.issuerPort(), timed(threads, this::startIssuer));
      await(List.of(postgresReady, issuerReady, kafkaReady));
    } finally {
      threads.shutdown();
    }
  }

  private static boolean startOf(PostgresKeeper postgres) throws InterruptedException {
    postgres.start();
    return true;
  }

  private boolean startIssuer() {
    LocalIssuer issuer =
        LocalIssuer.start(LocalIssuer.Settings.kept(directory.issuerKey(), settings.issuerPort()));
    remember(issuer);
    board.note("issuer", State.READY, settings.issuerPort(), 0, 0);
    return true;
  }

  /** As many services at once as there are processors. */
  private void startServices() throws InterruptedException {
    Semaphore processors = new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors()));
    List<CompletableFuture<Duration>> ready = new ArrayList<>();
    for (String service : settings.services()) {
      ManagedProcess process = new ManagedProcess(plans.service(service), board);
      processors.acquire();
      remember(process);
      CompletableFuture<Duration> start =
          report(service, settings.servicePort(service), process.start());
      ready.add(start.whenComplete((time, problem) -> processors.release()));
    }
    await(ready);
  }

  private static CompletableFuture<Duration> timed(
      ExecutorService threads, Callable<Boolean> work) {
    long begin = System.nanoTime();
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            work.call();
            return Duration.ofNanos(System.nanoTime() - begin);
          } catch (RuntimeException e) {
            throw e;
          } catch (Exception e) {
            throw new CompletionException(e);
          }
        },
        threads);
  }

  private static CompletableFuture<Duration> report(
      String part, int port, CompletableFuture<Duration> ready) {
    return ready.thenApply(
        time -> {
          System.out.printf(
              "  %-11s ready on port %-5d after %4.1f s%n", part, port, time.toMillis() / 1000.0);
          return time;
        });
  }

  private static void await(List<CompletableFuture<Duration>> parts) throws InterruptedException {
    for (CompletableFuture<Duration> part : parts) {
      try {
        part.get(START_LIMIT.toSeconds(), TimeUnit.SECONDS);
      } catch (ExecutionException e) {
        throw new IllegalStateException(messageOf(e), e);
      } catch (TimeoutException e) {
        throw new IllegalStateException(
            "not ready within " + START_LIMIT.toSeconds() + " s; see ./stack status and logs", e);
      }
    }
  }

  private static String messageOf(Throwable problem) {
    Throwable cause = problem;
    while ((cause instanceof ExecutionException || cause instanceof CompletionException)
        && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause instanceof IllegalStateException ? cause.getMessage() : cause.toString();
  }

  private void remember(AutoCloseable part) {
    synchronized (running) {
      if (closed) {
        throw new IllegalStateException("the stack is being stopped");
      }
      running.push(part);
    }
  }

  /** Stops everything, the last started first. */
  @Override
  public void close() {
    synchronized (running) {
      if (closed) {
        return;
      }
      closed = true;
      while (!running.isEmpty()) {
        try {
          running.pop().close();
        } catch (Exception e) {
          System.out.println("did not stop cleanly: " + e);
        }
      }
    }
  }
}
