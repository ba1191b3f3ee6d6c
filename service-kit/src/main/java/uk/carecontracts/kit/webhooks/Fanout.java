package uk.carecontracts.kit.webhooks;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import uk.carecontracts.kit.journal.Journal;
import uk.carecontracts.kit.journal.JournalVersion;
import uk.carecontracts.kit.tenancy.Acting;

/**
 * Makes out deliveries from the journal. Each subscription reads as its own authority, so that the
 * row policies that guard the change feed guard webhooks as well.
 */
@ApplicationScoped
class Fanout {
  private static final int STRETCH = 500;

  private final Subscriptions subscriptions;
  private final Deliveries deliveries;
  private final Journal journal;
  private final Clock clock;

  Fanout(Subscriptions subscriptions, Deliveries deliveries, Journal journal, Clock clock) {
    this.subscriptions = subscriptions;
    this.deliveries = deliveries;
    this.journal = journal;
    this.clock = clock;
  }

  /** Takes every subscription a stretch on; true when there may be more to read. */
  boolean run() {
    List<Subscription> behind =
        Background.inTransaction(Acting.system("webhooks"), subscriptions::behind);
    boolean more = false;
    for (Subscription subscription : behind) {
      Acting as = Acting.forAuthority(subscription.authority(), "webhooks");
      more |= Background.inTransaction(as, () -> stretch(subscription));
    }
    return more;
  }

  private boolean stretch(Subscription subscription) {
    long last = subscriptions.now();
    List<JournalVersion> events = journal.after(subscription.position(), STRETCH);
    boolean full = events.size() == STRETCH;
    long reached = full ? positionOf(events.get(STRETCH - 1)) : last;
    // Another instance may have read the same stretch: then it made out the deliveries.
    if (!subscriptions.advance(subscription, reached)) {
      return true;
    }
    Instant now = clock.instant();
    for (JournalVersion event : events) {
      if (positionOf(event) <= reached
          && subscription.filter().wants(event.type(), event.state())) {
        deliveries.add(subscription, event, now);
      }
    }
    return full;
  }

  private static long positionOf(JournalVersion event) {
    Long position = event.position();
    return position == null ? Long.MAX_VALUE : position;
  }
}
