package uk.carecontracts.gateway.usage;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import uk.carecontracts.gateway.GatewayConfig;
import uk.carecontracts.gateway.exchange.Exchange;
import uk.carecontracts.gateway.exchange.Identity;
import uk.carecontracts.gateway.problem.ProblemCode;

/**
 * Counts in memory and writes what was counted every few seconds. What a killed gateway had not
 * written is lost: these are figures to plan by, not to bill by.
 */
@ApplicationScoped
public class UsageCounters {
  private static final Logger LOG = Logger.getLogger(UsageCounters.class);
  private static final long LAST_WRITE_SECONDS = 5;

  private final UsageStore store;
  private final Vertx vertx;
  private final long everyMillis;
  private final int keptDays;
  private final Clock clock = Clock.systemUTC();
  private Map<Subject, Tally> counted = new HashMap<>();
  private Map<Subject, Tally> beingWritten = Map.of();
  private LocalDate cleaned = LocalDate.MIN;

  UsageCounters(UsageStore store, Vertx vertx, GatewayConfig config) {
    this.store = store;
    this.vertx = vertx;
    this.everyMillis = config.usage().writtenEvery().toMillis();
    this.keptDays = config.usage().keptDays();
  }

  /** Today, in UTC. */
  LocalDate today() {
    return LocalDate.now(clock);
  }

  /** Counts a request of a client; those without a token are nobody's. */
  public void count(Exchange exchange, int status) {
    if (exchange.identity() instanceof Identity.Client client) {
      boolean overLimit =
          exchange.problem().filter(ProblemCode.TOO_MANY_REQUESTS.name()::equals).isPresent();
      add(new Subject(today(), client.id(), exchange.group()), Tally.of(status, overLimit));
    }
  }

  synchronized void add(Subject subject, Tally tally) {
    counted.merge(subject, tally, Tally::plus);
  }

  /** What is counted and not written yet. */
  synchronized Map<Subject, Tally> unwritten(Predicate<Subject> wanted) {
    Map<Subject, Tally> all = new HashMap<>(beingWritten);
    counted.forEach((subject, tally) -> all.merge(subject, tally, Tally::plus));
    return all.entrySet().stream()
        .filter(entry -> wanted.test(entry.getKey()))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** Writes what was counted; what cannot be written now is written next time. */
  Future<Void> write() {
    Map<Subject, Tally> batch = next();
    return batch.isEmpty()
        ? Future.succeededFuture()
        : store.add(batch).onComplete(done -> written(done.succeeded()));
  }

  private synchronized Map<Subject, Tally> next() {
    if (!beingWritten.isEmpty()) {
      return Map.of();
    }
    beingWritten = counted;
    counted = new HashMap<>();
    return beingWritten;
  }

  private synchronized void written(boolean done) {
    if (!done) {
      beingWritten.forEach((subject, tally) -> counted.merge(subject, tally, Tally::plus));
    }
    beingWritten = Map.of();
  }

  void begin(@Observes StartupEvent started) {
    if (store.isConfigured()) {
      vertx.setPeriodic(everyMillis, id -> upkeep());
    }
  }

  private void upkeep() {
    write().onFailure(failure -> LOG.debugf("Usage is written later: %s", failure));
    LocalDate today = today();
    if (cleaned.isBefore(today)) {
      cleaned = today;
      store
          .forgetBefore(today.minusDays(keptDays))
          .onFailure(failure -> LOG.debugf("Old usage is deleted tomorrow: %s", failure));
    }
  }

  void end(@Observes ShutdownEvent stopping) {
    if (store.isConfigured()) {
      try {
        write().toCompletionStage().toCompletableFuture().get(LAST_WRITE_SECONDS, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
        LOG.warnf("The last seconds of usage are lost: %s", e);
      }
    }
  }
}
