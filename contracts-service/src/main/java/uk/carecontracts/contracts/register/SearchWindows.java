package uk.carecontracts.contracts.register;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import uk.carecontracts.kit.database.Sql;
import uk.carecontracts.kit.tenancy.Acting;
import uk.carecontracts.kit.tenancy.Tenancy;

/**
 * Where the newest contracts of the register end, so that a page of the newest that match can be
 * filled without opening every older one. Only how fast a page is found depends on it, never what
 * is on it: a place that is minutes old serves as well. A contract takes its place when its
 * transaction commits, and stretches only grow: to be passed over it would have to see as many
 * contracts entered during its own commit as the window is long.
 */
@ApplicationScoped
class SearchWindows {
  private static final int GLANCE = 1_000;
  private static final List<Integer> LENGTHS = List.of(16_000, 32_000, 64_000, 128_000);

  private final Sql sql;
  private final int glance;
  private final List<Integer> lengths;
  private volatile List<Window> windows = List.of();

  /**
   * The newest contracts of all authorities.
   *
   * @param oldest the last contract that belongs to it
   * @param length how many contracts they are
   * @param stretch the first stretch of places at which any of them was entered
   * @param glance whether it is only the very newest, among which what is frequent fills a page
   */
  record Window(UUID oldest, int length, int stretch, boolean glance) {
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

  /** As the service uses them. */
  @Inject
  SearchWindows(Sql sql) {
    this(sql, GLANCE, LENGTHS);
  }

  /** With a glance and windows of other lengths, the shortest first. */
  SearchWindows(Sql sql, int glance, List<Integer> lengths) {
    this.sql = sql;
    this.glance = glance;
    this.lengths = List.copyOf(lengths);
  }

  /** Measures again; until the first time a register is taken for a short one. */
  @Scheduled(
      every = "${contracts.search-windows.every:1m}",
      delayed = "${contracts.search-windows.delayed:10s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void measure() {
    windows = Tenancy.callAs(Acting.system("search-windows"), this::read);
  }

  /**
   * The windows, the shortest first; those only that the register is longer than.
   *
   * @param glancing whether to begin with a glance, if there are others
   */
  List<Window> shortestFirst(boolean glancing) {
    List<Window> measured = windows;
    return glancing || measured.isEmpty() ? measured : measured.subList(1, measured.size());
  }

  private List<Window> read() {
    List<Window> found = new ArrayList<>();
    for (int length : lengths) {
      Optional<Window> window = window(length, false);
      if (window.isEmpty()) {
        break;
      }
      found.add(window.get());
    }
    if (!found.isEmpty()) {
      window(glance, true).ifPresent(newest -> found.add(0, newest));
    }
    return List.copyOf(found);
  }

  private Optional<Window> window(int length, boolean isGlance) {
    return sql.first(
        "select oldest, stretch from contract_search_window(?)",
        row -> new Window(row.getObject(1, UUID.class), length, row.getInt(2), isGlance),
        length);
  }
}
