package uk.carecontracts.monitoring.visits;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.imports.RowOutcome;
import uk.carecontracts.monitoring.visits.VisitMatching.Match;

/**
 * Takes visits in, from whatever way they come: matches them to contracts, merges what matched into
 * the months and parks the rest. The same batch may come again, in any order, and changes nothing.
 */
@ApplicationScoped
class VisitIntake {
  private static final String AHEAD =
      "The visit lies ahead, so only CANCELLED can be told of it: correct the day, or send it once"
          + " it was due.";

  private final VisitMatching matching;
  private final VisitMerge merge;
  private final ParkedVisits parked;
  private final Activities activities;
  private final Clock clock;

  VisitIntake(
      VisitMatching matching,
      VisitMerge merge,
      ParkedVisits parked,
      Activities activities,
      Clock clock) {
    this.matching = matching;
    this.merge = merge;
    this.parked = parked;
    this.activities = activities;
    this.clock = clock;
  }

  /**
   * Takes a batch in, in the running transaction; a later row of the same visit wins over an
   * earlier one recorded at the same time.
   *
   * @param owner the only provider whose visits may be told, absent for an officer
   * @return what became of each report, in order; a parked one counts as created
   */
  List<RowOutcome> take(String authority, List<VisitReport> reports, @Nullable UUID owner) {
    merge.takeTurns(authority);
    Instant now = clock.instant();
    Batch batch = new Batch(authority, reports, now);
    VisitMatching.Contracts contracts = matching.contracts(authority, reports, owner);
    List<AssessedVisit> matched = new ArrayList<>(reports.size());
    List<ParkedVisits.Unmatched> unmatched = new ArrayList<>();
    for (int i = 0; i < reports.size(); i++) {
      if (!batch.counts(i)) {
        continue;
      }
      if (reports.get(i).tellsTheFuture(now)) {
        batch.put(i, RowOutcome.rejected("plannedStart", AHEAD));
        continue;
      }
      VisitReport report = owner == null ? reports.get(i) : reports.get(i).by(owner);
      Match match = contracts.match(report);
      if (match.rejected() != null) {
        batch.put(i, RowOutcome.rejected("contractReference", match.rejected()));
      } else if (match.reason() != null) {
        unmatched.add(
            new ParkedVisits.Unmatched(
                i, batch.key(i), authority, report, match.reason(), batch.recordedAt(i)));
      } else {
        matched.add(contracts.assess(i, batch.key(i), report, match, batch.recordedAt(i)));
      }
    }
    merge.merge(authority, matched, owner).forEach(batch::put);
    parked.park(unmatched, owner, now).forEach(batch::put);
    parked.forget(authority, matched);
    return batch.outcomes();
  }

  /** Says once for each contract and month of an authority what changed since it was last said. */
  void announce(String authority) {
    activities.announce(authority);
  }

  /** Which report of each visit counts, and what became of all. */
  private static final class Batch {
    private final List<VisitReport> reports;
    private final Instant now;
    private final UUID[] keys;
    private final int[] winner;
    private final @Nullable RowOutcome[] outcomes;

    Batch(String authority, List<VisitReport> reports, Instant now) {
      this.reports = reports;
      this.now = now;
      keys = new UUID[reports.size()];
      winner = new int[reports.size()];
      outcomes = new RowOutcome[reports.size()];
      Map<UUID, Integer> latest = new HashMap<>(reports.size() * 2);
      for (int i = 0; i < keys.length; i++) {
        UUID key = VisitKey.of(authority, reports.get(i).visitId());
        keys[i] = key;
        Integer before = latest.get(key);
        if (before == null || !recordedAt(i).isBefore(recordedAt(before))) {
          latest.put(key, i);
        }
      }
      for (int i = 0; i < keys.length; i++) {
        winner[i] = Objects.requireNonNull(latest.get(keys[i]));
      }
    }

    boolean counts(int i) {
      return winner[i] == i;
    }

    UUID key(int i) {
      return keys[i];
    }

    Instant recordedAt(int i) {
      Instant recorded = reports.get(i).recordedAt();
      return recorded == null ? now : recorded;
    }

    void put(int i, RowOutcome outcome) {
      outcomes[i] = outcome;
    }

    /** A report that another one of the batch replaced changed nothing itself. */
    List<RowOutcome> outcomes() {
      List<RowOutcome> all = new ArrayList<>(outcomes.length);
      for (RowOutcome outcome : outcomes) {
        all.add(outcome == null ? RowOutcome.UNCHANGED : outcome);
      }
      return all;
    }
  }
}
