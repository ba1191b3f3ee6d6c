package uk.carecontracts.kit.journal;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.inbox.Topics;
import uk.carecontracts.kit.tenancy.Acting;
import uk.carecontracts.kit.tenancy.Tenancy;

/** Carries the journal to the broker: woken right after a commit, and by a slow poll as well. */
@ApplicationScoped
public class Relay {
  private static final Logger LOG = Logger.getLogger(Relay.class);
  private static final long LONGEST_PAUSE_MS = 10_000;

  /**
   * What is committed right behind other entries waits this long for company: a round for several
   * costs little more than for one. An entry after silence never waits.
   */
  private static final long GATHERING_MS = 10;

  private final KitEvents config;
  private final Sequencer sequencer;
  private final Publisher publisher;
  private final FeedSignal feed;
  private final Topics topics;
  private final Semaphore wakeups = new Semaphore(0);
  private final Semaphore publications = new Semaphore(0);
  private volatile boolean running = true;
  private @Nullable Thread sequencing;
  private @Nullable Thread publishing;

  Relay(
      KitEvents config, Sequencer sequencer, Publisher publisher, FeedSignal feed, Topics topics) {
    this.config = config;
    this.sequencer = sequencer;
    this.publisher = publisher;
    this.feed = feed;
    this.topics = topics;
  }

  void start(@Observes StartupEvent started) {
    if (!config.enabled()) {
      return;
    }
    sequencing = thread("journal-sequencer", () -> loop(wakeups, this::sequence));
    publishing = thread("journal-publisher", this::publishForever);
  }

  void committed(@Observes(during = TransactionPhase.AFTER_SUCCESS) Appended appended) {
    wakeups.release();
  }

  void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
    running = false;
    for (Thread thread : new Thread[] {sequencing, publishing}) {
      if (thread != null) {
        thread.interrupt();
        thread.join(5000);
      }
    }
  }

  private void publishForever() {
    topics.ensure(config.topic());
    loop(publications, this::publish);
  }

  private boolean sequence() {
    int numbered = Tenancy.callAs(Acting.system("sequencer"), sequencer::run);
    if (numbered > 0) {
      feed.moved();
      publications.release();
    }
    return numbered >= Sequencer.MOST;
  }

  private boolean publish() {
    return Tenancy.callAs(Acting.system("relay"), publisher::run) >= config.batch();
  }

  private interface Round {
    /** True when it took all it may at once, so that there may be more. */
    boolean go();
  }

  private void loop(Semaphore wake, Round round) {
    long pause = config.poll().toMillis();
    while (running) {
      try {
        if (!round.go()) {
          Thread.sleep(GATHERING_MS);
          await(wake, config.poll().toMillis());
        }
        pause = config.poll().toMillis();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException e) {
        if (!running) {
          return;
        }
        Throwable reason = e.getCause() == null ? e : e.getCause();
        LOG.warnf("%s pauses for %d ms: %s", Thread.currentThread().getName(), pause, reason);
        pause = pauseAfterFailure(pause);
      }
    }
  }

  private static void await(Semaphore wake, long millis) throws InterruptedException {
    if (wake.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
      wake.drainPermits();
    }
  }

  private static long pauseAfterFailure(long pause) {
    try {
      Thread.sleep(pause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Math.min(pause * 2, LONGEST_PAUSE_MS);
  }

  private static Thread thread(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }
}
