package uk.carecontracts.contracts.publication;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.register.ContractFilter;
import uk.carecontracts.contracts.register.ContractRow;
import uk.carecontracts.contracts.register.ContractSearch;
import uk.carecontracts.kit.http.Cursor;
import uk.carecontracts.kit.ids.Ids;
import uk.carecontracts.kit.problem.ProblemException;
import uk.carecontracts.kit.tenancy.Acting;
import uk.carecontracts.kit.tenancy.Reach;
import uk.carecontracts.kit.tenancy.Tenancy;
import uk.carecontracts.kit.time.Clocks;

/**
 * Takes snapshots of public registers: of every authority when a quarter is over, as the
 * Transparency Code asks (its procurement information is quarterly, published within a month), and
 * of one when it asks. A page at a time, so that the size of a register does not matter.
 */
@ApplicationScoped
class SnapshotDesk {
  private static final Logger LOG = Logger.getLogger(SnapshotDesk.class);
  private static final Acting PUBLISHER = Acting.system("register-snapshots");
  private static final Acting ANYONE = new Acting(Reach.PUBLIC, "", "anonymous", "internal");
  private static final Duration GIVEN_UP = Duration.ofHours(2);
  private static final int PAGE = 500;

  private final SnapshotRepository snapshots;
  private final ContractSearch search;
  private final PublicEntries entries;
  private final Clock clock;

  SnapshotDesk(
      SnapshotRepository snapshots, ContractSearch search, PublicEntries entries, Clock clock) {
    this.snapshots = snapshots;
    this.search = search;
    this.entries = entries;
    this.clock = clock;
  }

  /**
   * Takes the snapshots of the quarter that is over, where there is none yet, of authorities that
   * had published something in it or before.
   */
  @Scheduled(
      every = "${publication.snapshots.every:1h}",
      delayed = "${publication.snapshots.delayed:90s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void quarterly() {
    LocalDate today = LocalDate.now(clock);
    String label = lastQuarter(today);
    Instant over = firstOfQuarter(today).atStartOfDay(Clocks.LONDON).toInstant();
    in(
        PUBLISHER,
        () -> {
          snapshots.forgetUnfinished(clock.instant().minus(GIVEN_UP));
          return true;
        });
    for (String authority : in(PUBLISHER, () -> snapshots.without(label, over))) {
      try {
        take(authority, label);
      } catch (RuntimeException e) {
        LOG.warnf("The snapshot %s of %s is tried again: %s", label, authority, e.getMessage());
      }
    }
  }

  /** The quarter before the one a day is in, such as 2026-Q3. */
  static String lastQuarter(LocalDate day) {
    LocalDate before = day.minus(1, IsoFields.QUARTER_YEARS);
    return before.getYear() + "-Q" + before.get(IsoFields.QUARTER_OF_YEAR);
  }

  private static LocalDate firstOfQuarter(LocalDate day) {
    return day.with(IsoFields.DAY_OF_QUARTER, 1);
  }

  /** Takes a snapshot of an authority's register as it is now. */
  SnapshotRepository.Snapshot now(String authority) {
    Instant moment = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    SnapshotRepository.Snapshot taken = take(authority, moment.toString());
    if (taken == null) {
      throw ProblemException.conflict(
          "SNAPSHOT_EXISTS", "A snapshot of this very second exists; ask again in a moment.");
    }
    return taken;
  }

  private SnapshotRepository.@Nullable Snapshot take(String authority, String label) {
    SnapshotRepository.Snapshot begun =
        new SnapshotRepository.Snapshot(Ids.next(), authority, label, clock.instant(), 0);
    if (!in(PUBLISHER, () -> snapshots.begin(begun))) {
      return null;
    }
    ContractFilter filter = ContractFilter.inOrderOfCreation(authority);
    String query = ContractSearch.fingerprint(filter);
    long count = 0;
    Cursor after = null;
    List<ContractRow> rows;
    do {
      Cursor from = after;
      rows = in(ANYONE, () -> search.search(filter, from, PAGE));
      List<ContractRow> page = rows;
      long first = count + 1;
      List<TransparencyEntry> shown = in(ANYONE, () -> entries.of(page));
      in(
          PUBLISHER,
          () -> {
            snapshots.add(begun, first, shown);
            return true;
          });
      count += rows.size();
      after = rows.isEmpty() ? null : ContractSearch.after(query, rows.get(rows.size() - 1));
    } while (rows.size() == PAGE);
    long total = count;
    return in(
        PUBLISHER,
        () -> {
          snapshots.publish(begun.id(), total);
          return snapshots.find(begun.id()).orElseThrow();
        });
  }

  private static <T> T in(Acting as, Supplier<T> work) {
    return Tenancy.callAs(as, () -> QuarkusTransaction.requiringNew().call(work::get));
  }
}
