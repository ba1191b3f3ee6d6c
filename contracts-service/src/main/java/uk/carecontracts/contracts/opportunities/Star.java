package uk.carecontracts.contracts.opportunities;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An authority and its neighbours in one place of the category tree: finds the stretch of time in
 * which their contracts together are worth most.
 */
final class Star {
  private final Meeting meeting;
  private final String lead;
  private final int leading;
  private final Standing[] contracts;
  private final int[] inside;
  private int open;
  private List<Standing> best = List.of();
  private long pence;

  /**
   * The contracts of an authority and its neighbours that meet somewhere.
   *
   * @param inside room to count in, as long as there are authorities; stars may share it
   */
  Star(Meeting meeting, String lead, int leading, List<Standing> contracts, int[] inside) {
    this.meeting = meeting;
    this.lead = lead;
    this.leading = leading;
    this.contracts = contracts.toArray(Standing[]::new);
    Arrays.sort(this.contracts, Standing.BY_PLACE);
    this.open = this.contracts.length;
    this.inside = inside;
  }

  /**
   * Where contracts meet.
   *
   * @param node place in the category tree
   * @param branch ProClass branch they are of, empty where all are of one or say none
   * @param clientGroup group they share, null when none is stated
   */
  record Meeting(CategoryTree.Node node, String branch, @Nullable String clientGroup) {}

  /**
   * Chooses the best stretch among contracts nobody has taken yet: two pointers walk over the days.
   *
   * @return whether there is one
   */
  boolean choose(int leastAuthorities) {
    leaveOutTaken();
    Arrays.fill(inside, 0);
    pence = 0;
    int distinct = 0;
    long sum = 0;
    int from = 0;
    int bestFrom = 0;
    int bestTo = -1;
    for (int to = 0; to < open; to++) {
      sum += contracts[to].pence();
      distinct += inside[contracts[to].council()]++ == 0 ? 1 : 0;
      while (contracts[from].windowEnds() < contracts[to].day()) {
        sum -= contracts[from].pence();
        distinct -= --inside[contracts[from].council()] == 0 ? 1 : 0;
        from++;
      }
      boolean complete = to > from && distinct >= leastAuthorities && inside[leading] > 0;
      boolean better = bestTo < 0 || sum > pence || (sum == pence && to - from > bestTo - bestFrom);
      if (complete && better) {
        bestFrom = from;
        bestTo = to;
        pence = sum;
      }
    }
    best = bestTo < 0 ? List.of() : List.of(Arrays.copyOfRange(contracts, bestFrom, bestTo + 1));
    return bestTo >= 0;
  }

  private void leaveOutTaken() {
    int kept = 0;
    for (int i = 0; i < open; i++) {
      if (!contracts[i].isTaken()) {
        contracts[kept++] = contracts[i];
      }
    }
    open = kept;
  }

  /** Whether someone took a contract of the chosen stretch since. */
  boolean isStale() {
    for (Standing each : best) {
      if (each.isTaken()) {
        return true;
      }
    }
    return false;
  }

  /** Takes the contracts of the chosen stretch. */
  Match take(Match.Kind kind) {
    best.forEach(Standing::take);
    return new Match(
        kind,
        meeting.node(),
        meeting.clientGroup(),
        lead,
        best.stream().map(Standing::candidate).toList());
  }

  private String name() {
    return lead + meeting;
  }

  /** The greatest value first; ties in an order that does not depend on chance. */
  static final Comparator<Star> GREATEST_FIRST =
      Comparator.comparingLong((Star star) -> star.pence)
          .thenComparingInt(star -> star.best.size())
          .reversed()
          .thenComparing(star -> star.best.get(0).candidate().id())
          .thenComparing(Star::name);
}
