package uk.carecontracts.gateway.limits;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;
import uk.carecontracts.gateway.GatewayConfig;

/**
 * Counts that hold over all gateways. A gateway leases a twentieth of a client's quota at a time
 * and spends it without asking, so a round trip to the database is paid once in as many requests.
 *
 * <p>Bounds: all gateways together never grant more than one bucket of the quota would, plus the
 * leases they hold from before (a twentieth of the quota for each gateway); what a gateway leased
 * and did not spend within a window is lost to the client.
 */
@ApplicationScoped
class SharedBuckets {
  private static final Logger LOG = Logger.getLogger(SharedBuckets.class);
  private static final LongSupplier CLOCK = System::nanoTime;
  private static final String LEASES = "gateway.limits.leases";
  private static final List<String> OUTCOMES = List.of("granted", "empty", "failed", "busy");
  private static final int QUESTIONS_AT_ONCE = 32;
  private static final long REST_NANOS = Duration.ofSeconds(1).toNanos();
  private static final long CLEANING_MILLIS = Duration.ofMinutes(10).toMillis();

  private final LeaseStore store;
  private final MeterRegistry metrics;
  private final long patienceMillis;
  private final Map<String, Allowance> allowances;
  private final Semaphore questions = new Semaphore(QUESTIONS_AT_ONCE);
  private volatile boolean resting;
  private volatile long restingUntil;

  SharedBuckets(LeaseStore store, GatewayConfig config, MeterRegistry metrics, Vertx vertx) {
    this.store = store;
    this.metrics = metrics;
    this.patienceMillis = config.rateLimit().patience().toMillis();
    this.allowances = Recent.atMost(config.rateLimit().remembered());
    OUTCOMES.forEach(outcome -> metrics.counter(LEASES, "outcome", outcome));
    if (store.isConfigured()) {
      double unused = 2.0 * config.rateLimit().window().toSeconds() + 1;
      vertx.setPeriodic(
          CLEANING_MILLIS,
          id -> store.forget(unused).onFailure(f -> LOG.debugf("Not cleaned: %s", f)));
    }
  }

  /** Whether the shared counts can be asked: there are any, and they answered a moment ago. */
  boolean canBeAsked() {
    if (resting && CLOCK.getAsLong() - restingUntil >= 0) {
      resting = false;
    }
    return store.isConfigured() && !resting;
  }

  /** Counts a request; fails when the shared counts cannot be asked. */
  Future<Verdict> take(String name, Policy policy) {
    Allowance allowance = allowances.computeIfAbsent(name, n -> new Allowance(policy, CLOCK));
    return take(allowance, name, policy);
  }

  private Future<Verdict> take(Allowance allowance, String name, Policy policy) {
    return allowance
        .take()
        .map(Future::succeededFuture)
        .orElseGet(
            () ->
                allowance
                    .more(() -> ask(name, policy))
                    .compose(lease -> take(allowance, name, policy)));
  }

  private Future<Lease> ask(String name, Policy policy) {
    if (!questions.tryAcquire()) {
      count("busy");
      return Future.failedFuture("too many questions at once");
    }
    return store
        .lease(name, policy)
        .onComplete(done -> questions.release())
        .timeout(patienceMillis, TimeUnit.MILLISECONDS)
        .onSuccess(lease -> count(lease.granted() > 0 ? "granted" : "empty"))
        .onFailure(this::rest);
  }

  private void rest(Throwable failure) {
    count("failed");
    restingUntil = CLOCK.getAsLong() + REST_NANOS;
    if (!resting) {
      LOG.warnf("Rate limits are counted by this gateway alone: %s", failure.toString());
    }
    resting = true;
  }

  private void count(String outcome) {
    metrics.counter(LEASES, "outcome", outcome).increment();
  }
}
