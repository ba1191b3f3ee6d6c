package uk.carecontracts.contracts.register;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.database.Sql;

/**
 * Where the newest contracts of the register end, so that a page of the newest that match can be
 * filled without opening every older one. Only how fast a page is found depends on it, never what
 * is on it: a place that is minutes old serves as well.
 */
@ApplicationScoped
class SearchWindows {
  private static final List<Integer> LENGTHS = List.of(16_000, 32_000, 64_000, 128_000);
  private static final Duration KEPT = Duration.ofMinutes(5);

  /** A register that is still short is measured quickly, and an import may make it long. */
  private static final Duration KEPT_WHILE_SHORT = Duration.ofSeconds(10);

  private final Sql sql;
  private final Clock clock;
  private final List<Integer> lengths;
  private volatile @Nullable Known known;

  /**
   * The newest contracts of all authorities.
   *
   * @param oldest the last contract that belongs to it
   * @param length how many contracts they are
   */
  record Window(UUID oldest, int length) {
    /**
     * Whether it is likely to fill a page.
     *
     * @param wanted contracts of a page
     * @param found how many of them a shorter window had
     * @param searched how long that one was; 0 when there was none
     */
    boolean promises(int wanted, int found, int searched) {
      return searched == 0 || (long) found * length >= (long) wanted * searched;
    }
  }

  private record Known(List<Window> windows, Instant until) {}

  /** As the service uses them. */
  @Inject
  SearchWindows(Sql sql, Clock clock) {
    this(sql, clock, LENGTHS);
  }

  /** With windows of other lengths, the shortest first. */
  SearchWindows(Sql sql, Clock clock, List<Integer> lengths) {
    this.sql = sql;
    this.clock = clock;
    this.lengths = List.copyOf(lengths);
  }

  /** The windows, the shortest first; those only that the register is longer than. */
  List<Window> shortestFirst() {
    Known held = known;
    Instant now = clock.instant();
    if (held == null || held.until().isBefore(now)) {
      List<Window> windows = read();
      boolean all = windows.size() == lengths.size();
      held = new Known(windows, now.plus(all ? KEPT : KEPT_WHILE_SHORT));
      known = held;
    }
    return held.windows();
  }

  private List<Window> read() {
    List<Window> windows = new ArrayList<>();
    for (int length : lengths) {
      Optional<UUID> oldest = oldest(length);
      if (oldest.isEmpty()) {
        break;
      }
      windows.add(new Window(oldest.get(), length));
    }
    return List.copyOf(windows);
  }

  private Optional<UUID> oldest(int length) {
    return sql.first(
        "select b from contract_search_back(?) b where b is not null",
        row -> row.getObject(1, UUID.class),
        length - 1);
  }
}
