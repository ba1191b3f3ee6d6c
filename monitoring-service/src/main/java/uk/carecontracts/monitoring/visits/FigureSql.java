package uk.carecontracts.monitoring.visits;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The statement that brings kept figures together. */
final class FigureSql {
  /** Stands for an unknown provider, before all others. */
  static final String NOBODY = "'00000000-0000-0000-0000-000000000000'::uuid";

  private static final List<String> SUMMED =
      List.of(
          "planned",
          "delivered",
          "missed",
          "frustrated",
          "cancelled",
          "on_time",
          "short_visits",
          "minutes_agreed",
          "minutes_delivered",
          "preference_asked",
          "preference_met",
          "people",
          "carer_pairs");

  /**
   * Figures are sorted first, so that a page adds up its own lines and no others: left to itself
   * the planner adds up every line there is and sorts afterwards, at nine times the cost.
   */
  private static final String LINES =
      """
      select %1$s, %2$s as reference, %3$s
      from (
        select %4$s, c.reference, %5$s
        from visit_figure f
        left join contract_view c on c.contract_id = f.contract_id
        left join provider_speaker s on s.provider_id = f.provider_id
        %6$s order by %7$s) k
      group by %7$s order by %7$s limit ?""";

  private FigureSql() {}

  /** The lines of figures that meet conditions. */
  static String lines(Set<FigureGroup> groups, String where) {
    return LINES.formatted(
        joined(List.of(FigureGroup.values()), group -> group.shown(groups.contains(group))),
        groups.contains(FigureGroup.CONTRACT) ? "min(reference)" : "null::text",
        joined(SUMMED, "sum(%1$s)::bigint as %1$s"::formatted),
        joined(groups, group -> group.key() + " as " + group.keyName()),
        joined(SUMMED, column -> "f." + column),
        where,
        joined(groups, FigureGroup::keyName));
  }

  /** The condition that a line comes after the one with given keys. */
  static String after(Set<FigureGroup> groups) {
    return "(" + joined(groups, FigureGroup::key) + ") > (" + joined(groups, group -> "?") + ")";
  }

  private static <T> String joined(Collection<T> parts, Function<T, String> text) {
    return parts.stream().map(text).collect(Collectors.joining(", "));
  }
}
