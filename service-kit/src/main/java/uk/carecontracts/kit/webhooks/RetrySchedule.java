package uk.carecontracts.kit.webhooks;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** When a failed delivery is tried again: ever longer pauses, spread by up to a tenth. */
@ApplicationScoped
class RetrySchedule {
  private static final Duration LONGEST_ASKED = Duration.ofHours(1);

  private final List<Duration> pauses;

  RetrySchedule(WebhookConfig config) {
    this.pauses = config.pauses();
  }

  /**
   * The next attempt after a failure, none when it was the last.
   *
   * @param failed how many attempts have failed, at least 1
   * @param asked what the subscriber asked for in Retry-After, honoured up to an hour
   */
  Optional<Instant> next(int failed, Instant now, @Nullable Duration asked) {
    if (failed > pauses.size()) {
      return Optional.empty();
    }
    Duration pause = pauses.get(failed - 1);
    long spread = ThreadLocalRandom.current().nextLong(pause.toMillis() / 10 + 1);
    Duration own = pause.plusMillis(spread);
    Duration wanted = asked == null ? Duration.ZERO : asked;
    Duration bounded = wanted.compareTo(LONGEST_ASKED) > 0 ? LONGEST_ASKED : wanted;
    return Optional.of(now.plus(own.compareTo(bounded) > 0 ? own : bounded));
  }
}
