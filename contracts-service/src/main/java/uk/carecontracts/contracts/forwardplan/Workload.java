package uk.carecontracts.contracts.forwardplan;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Work that falls to teams, month by month.
 *
 * @param months every month with work, in order
 * @param clashes what clashes in the plan
 */
public record Workload(List<Load> months, List<Clash> clashes) {
  /**
   * What a team has in a month.
   *
   * @param month such as 2027-03
   * @param team whose work
   * @param milestones steps that are due and open
   * @param contracts contracts they are about
   * @param capacity steps the team can take
   * @param overCapacity whether that is too few
   * @param references the contracts
   */
  public record Load(
      String month,
      String team,
      int milestones,
      int contracts,
      int capacity,
      boolean overCapacity,
      List<String> references) {}

  private record Key(YearMonth month, String team) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int byMonth = month.compareTo(other.month);
      return byMonth != 0 ? byMonth : team.compareTo(other.team);
    }
  }

  /** The workload of a plan between two months; open steps of the past count where they fell. */
  static Workload of(
      List<PlanEntry> plan, PolicyTerms policy, YearMonth from, YearMonth to, List<Clash> clashes) {
    Map<Key, List<String>> references = new TreeMap<>();
    for (PlanEntry entry : plan) {
      for (PlanEntry.Milestone step : entry.milestones()) {
        YearMonth month = YearMonth.from(step.due());
        if (step.isOpen() && !month.isBefore(from) && !month.isAfter(to)) {
          references
              .computeIfAbsent(new Key(month, entry.team()), key -> new ArrayList<>())
              .add(entry.reference());
        }
      }
    }
    return new Workload(
        references.entrySet().stream()
            .map(each -> load(each.getKey(), each.getValue(), policy))
            .toList(),
        clashes.stream().filter(clash -> concerns(clash, from, to)).toList());
  }

  private static Load load(Key key, List<String> references, PolicyTerms policy) {
    int capacity = policy.capacityOf(key.team());
    List<String> contracts = references.stream().distinct().sorted().toList();
    return new Load(
        key.month().toString(),
        key.team(),
        references.size(),
        contracts.size(),
        capacity,
        references.size() > capacity,
        contracts);
  }

  private static boolean concerns(Clash clash, YearMonth from, YearMonth to) {
    if (clash.month() == null) {
      return clash.kind() != Clash.Kind.IN_THE_PAST;
    }
    YearMonth month = YearMonth.parse(clash.month());
    return !month.isBefore(from) && !month.isAfter(to);
  }
}
