package uk.carecontracts.contracts.register;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.database.Sql;

/**
 * Where the newest contracts of the register end, so that a page of the newest that match can be
 * filled without opening every older one. Only how fast a page is found depends on it, never what
 * is on it: a place that is minutes old serves as well.
 */
@ApplicationScoped
class SearchWindows {
  private static final int NEWEST = 16_000;
  private static final int RECENT = 128_000;
  private static final Duration KEPT = Duration.ofMinutes(5);

  private final Sql sql;
  private final Clock clock;
  private final int newest;
  private final int recent;
  private volatile @Nullable Known known;

  private record Known(List<UUID> oldest, Instant until) {}

  /** As the service uses them. */
  @Inject
  SearchWindows(Sql sql, Clock clock) {
    this(sql, clock, NEWEST, RECENT);
  }

  /** With windows of other lengths, in contracts of all authorities. */
  SearchWindows(Sql sql, Clock clock, int newest, int recent) {
    this.sql = sql;
    this.clock = clock;
    this.newest = newest;
    this.recent = recent;
  }

  /**
   * The oldest contract of each window, the newest window first; none where the register is shorter
   * than a window.
   */
  List<UUID> oldest() {
    Known held = known;
    Instant now = clock.instant();
    if (held == null || held.until().isBefore(now)) {
      held = new Known(read(), now.plus(KEPT));
      known = held;
    }
    return held.oldest();
  }

  private List<UUID> read() {
    return Stream.of(newest, recent)
        .flatMap(
            length ->
                sql
                    .first(
                        "select b from contract_search_back(?) b where b is not null",
                        row -> row.getObject(1, UUID.class),
                        length - 1)
                    .stream())
        .toList();
  }

  /** Whether the wider window is likely to fill what the newest one left open of a page. */
  boolean isWorthWidening(int found, int wanted) {
    return (long) found * recent >= (long) wanted * newest;
  }
}
