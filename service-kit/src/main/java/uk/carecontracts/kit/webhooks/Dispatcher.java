package uk.carecontracts.kit.webhooks;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.journal.EventEnvelope;
import uk.carecontracts.kit.journal.FeedSignal;
import uk.carecontracts.kit.journal.Journal;
import uk.carecontracts.kit.journal.JournalVersion;
import uk.carecontracts.kit.tenancy.Acting;

/** Makes out deliveries as the journal grows, and has due ones carried, several at a time. */
@ApplicationScoped
class Dispatcher {
  private static final Logger LOG = Logger.getLogger(Dispatcher.class);
  private static final Acting SYSTEM = Acting.system("webhooks");
  private static final Duration SETTLING = Duration.ofSeconds(30);

  private final WebhookConfig config;
  private final Fanout fanout;
  private final Deliveries deliveries;
  private final Subscriptions subscriptions;
  private final Journal journal;
  private final EventEnvelope envelope;
  private final Courier courier;
  private final RetrySchedule schedule;
  private final FeedSignal signal;
  private final Clock clock;
  private final Semaphore free;
  private volatile boolean running = true;
  private @Nullable Thread dispatching;
  private @Nullable ExecutorService couriers;

  Dispatcher(
      WebhookConfig config,
      Fanout fanout,
      Deliveries deliveries,
      Subscriptions subscriptions,
      Journal journal,
      EventEnvelope envelope,
      Courier courier,
      RetrySchedule schedule,
      FeedSignal signal,
      Clock clock) {
    this.config = config;
    this.fanout = fanout;
    this.deliveries = deliveries;
    this.subscriptions = subscriptions;
    this.journal = journal;
    this.envelope = envelope;
    this.courier = courier;
    this.schedule = schedule;
    this.signal = signal;
    this.clock = clock;
    this.free = new Semaphore(config.parallel());
  }

  void start(@Observes StartupEvent started) {
    if (!config.enabled()) {
      return;
    }
    couriers = Executors.newFixedThreadPool(config.parallel(), Dispatcher::courierThread);
    Thread thread = new Thread(this::loop, "webhook-dispatcher");
    thread.setDaemon(true);
    thread.start();
    dispatching = thread;
  }

  void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
    running = false;
    Thread thread = dispatching;
    ExecutorService pool = couriers;
    if (thread == null || pool == null) {
      return;
    }
    thread.interrupt();
    thread.join(5000);
    pool.shutdown();
    if (!pool.awaitTermination(config.timeout().toMillis(), TimeUnit.MILLISECONDS)) {
      LOG.warn("Deliveries under way were left; they are sent again after their hold.");
    }
  }

  private void loop() {
    while (running) {
      try {
        boolean more = fanout.run();
        boolean sent = dispatch();
        if (!more && !sent) {
          signal.await(config.poll().toMillis());
        }
      } catch (RuntimeException e) {
        if (running) {
          LOG.warnf("Webhooks pause for a moment: %s", e);
          signal.await(config.poll().toMillis());
        }
      }
    }
  }

  /** Claims no more than can be carried at once, so that a claim never waits long. */
  private boolean dispatch() {
    int room = free.availablePermits();
    ExecutorService pool = couriers;
    if (room == 0 || pool == null) {
      return false;
    }
    Duration hold = config.timeout().plus(SETTLING);
    List<Deliveries.Claim> claims =
        Background.inTransaction(SYSTEM, () -> deliveries.claim(room, clock.instant(), hold));
    for (Deliveries.Claim claim : claims) {
      free.acquireUninterruptibly();
      pool.execute(() -> carry(claim));
    }
    return !claims.isEmpty();
  }

  private void carry(Deliveries.Claim claim) {
    try {
      Background.inTransaction(SYSTEM, () -> Message.of(claim, subscriptions, journal))
          .ifPresent(this::deliver);
    } catch (RuntimeException e) {
      LOG.warnf("Delivery %s is tried again after its hold: %s", claim.id(), e);
    } finally {
      free.release();
      signal.moved();
    }
  }

  private record Message(Deliveries.Claim claim, Subscription to, JournalVersion event) {
    static Optional<Message> of(
        Deliveries.Claim claim, Subscriptions subscriptions, Journal journal) {
      return subscriptions
          .find(claim.subscription())
          .flatMap(to -> journal.event(claim.event()).map(event -> new Message(claim, to, event)));
    }
  }

  private void deliver(Message message) {
    String id = message.event().eventId().toString();
    String body = new String(envelope.json(message.event()), StandardCharsets.UTF_8);
    Courier.Answer answer = courier.send(message.to(), id, body);
    Background.inTransaction(
        SYSTEM,
        () -> {
          settle(message, answer);
          return true;
        });
  }

  private void settle(Message message, Courier.Answer answer) {
    Deliveries.Claim claim = message.claim();
    Instant now = clock.instant();
    Integer status = answer.status();
    String error = answer.error();
    if (error == null && status != null) {
      deliveries.delivered(claim.id(), status, now);
      return;
    }
    String reason = error == null ? "" : error;
    if (answer.gone()) {
      subscriptions.gone(claim.subscription());
      deliveries.failed(claim.id(), status, reason, now);
      return;
    }
    Instant next = schedule.next(claim.attempts() + 1, now, answer.retryAfter()).orElse(null);
    deliveries.failed(claim.id(), status, reason, next);
  }

  private static Thread courierThread(Runnable work) {
    Thread thread = new Thread(work, "webhook-courier");
    thread.setDaemon(true);
    return thread;
  }
}
