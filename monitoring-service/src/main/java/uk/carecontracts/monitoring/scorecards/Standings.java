package uk.carecontracts.monitoring.scorecards;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.monitoring.plans.IndicatorChoice;
import uk.carecontracts.monitoring.plans.Period;
import uk.carecontracts.monitoring.plans.PlanState;
import uk.carecontracts.monitoring.plans.Question;
import uk.carecontracts.monitoring.scorecards.RollUp.Part;
import uk.carecontracts.monitoring.scorecards.Scorecard.HistoryPoint;
import uk.carecontracts.monitoring.scorecards.Scorecard.IndicatorLine;
import uk.carecontracts.monitoring.scorecards.Scorecard.OutcomeLine;
import uk.carecontracts.monitoring.scorecards.Scorecard.PeriodLine;

/** Works out how a contract stands in a period from its plan's terms and its returns' values. */
final class Standings {
  private final PlanState plan;
  private final MissingValues missing;
  private final NavigableMap<LocalDate, Map<String, Measured>> periods = new TreeMap<>();

  Standings(PlanState plan, List<Measured> values, MissingValues missing) {
    this.plan = plan;
    this.missing = missing;
    for (Measured value : values) {
      periods
          .computeIfAbsent(value.periodStart(), start -> new LinkedHashMap<>())
          .put(value.indicator(), value);
    }
  }

  /** The latest period that has a return, no later than a day if one is given. */
  @Nullable LocalDate latest(@Nullable LocalDate noLaterThan) {
    if (periods.isEmpty()) {
      return null;
    }
    return noLaterThan == null ? periods.lastKey() : periods.floorKey(noLaterThan);
  }

  /** The colour of the contract period by period, oldest first. */
  List<PeriodLine> periodLines() {
    List<PeriodLine> lines = new ArrayList<>();
    for (LocalDate start : periods.keySet()) {
      PeriodStanding standing = at(start);
      LocalDate end = standing.periodEnd();
      lines.add(
          new PeriodLine(
              start,
              end == null ? start : end,
              standing.whole().rag(),
              standing.whole().points(),
              standing.provisional()));
    }
    return lines;
  }

  /** How the contract stands in the period that begins on a day; nothing known when null. */
  PeriodStanding at(@Nullable LocalDate start) {
    Map<String, List<IndicatorChoice>> byOutcome = new LinkedHashMap<>();
    for (IndicatorChoice choice : plan.indicators()) {
      byOutcome.computeIfAbsent(choice.outcomeCode(), code -> new ArrayList<>()).add(choice);
    }
    List<OutcomeLine> outcomes =
        byOutcome.values().stream().map(group -> outcome(group, start)).toList();
    RollUp whole =
        RollUp.of(
            outcomes.stream()
                .map(
                    line ->
                        new Part(
                            line.title(),
                            line.weight(),
                            line.rag(),
                            line.points(),
                            line.achievementPercent()))
                .toList());
    Measured any = start == null ? null : anyOf(start);
    return new PeriodStanding(
        start,
        any == null ? null : any.periodEnd(),
        any != null && !any.approved(),
        whole,
        outcomes);
  }

  private @Nullable Measured anyOf(LocalDate start) {
    return periods.getOrDefault(start, Map.of()).values().stream().findFirst().orElse(null);
  }

  private OutcomeLine outcome(List<IndicatorChoice> group, @Nullable LocalDate start) {
    List<IndicatorLine> lines = new ArrayList<>();
    List<Part> parts = new ArrayList<>();
    BigDecimal weight = BigDecimal.ZERO;
    for (IndicatorChoice choice : group) {
      Measured measured = start == null ? null : value(choice.code(), start);
      IndicatorScore score = score(choice, measured, start);
      lines.add(line(choice, measured, score, start));
      parts.add(Part.of(choice.code(), choice.weight(), score));
      weight = weight.add(choice.weight());
    }
    RollUp rollUp = RollUp.of(parts);
    IndicatorChoice first = group.get(0);
    return new OutcomeLine(
        first.outcomeCode(),
        first.outcomeTitle(),
        weight,
        rollUp.rag(),
        rollUp.points(),
        rollUp.achievementPercent(),
        rollUp.arithmetic(),
        lines);
  }

  private IndicatorScore score(
      IndicatorChoice choice, @Nullable Measured measured, @Nullable LocalDate start) {
    BigDecimal value = measured == null ? null : measured.value();
    if (value != null) {
      return IndicatorScore.of(choice.terms(), value);
    }
    boolean due = start == null || lastAsked(choice.code(), start) != null;
    return missing == MissingValues.WORST_CASE && due
        ? IndicatorScore.worstCase()
        : IndicatorScore.unknown();
  }

  /**
   * The value of the period. Where its return does not ask for the indicator, that of the last one
   * that did holds on; under LAST_KNOWN any earlier one fills a gap.
   */
  private @Nullable Measured value(String indicator, LocalDate start) {
    LocalDate asked = lastAsked(indicator, start);
    Measured measured = asked == null ? null : given(indicator, asked);
    if (measured != null || missing != MissingValues.LAST_KNOWN) {
      return measured;
    }
    return periods.headMap(start, false).descendingMap().keySet().stream()
        .map(earlier -> given(indicator, earlier))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private @Nullable Measured given(String indicator, LocalDate start) {
    Measured measured = periods.getOrDefault(start, Map.of()).get(indicator);
    return measured == null || measured.value() == null ? null : measured;
  }

  /**
   * The latest period no later than a day that has a return and asks for an indicator; one the plan
   * no longer has is taken to have asked for everything.
   */
  private @Nullable LocalDate lastAsked(String indicator, LocalDate start) {
    for (LocalDate candidate : periods.headMap(start, true).descendingKeySet()) {
      Optional<Period> period = plan.period(candidate);
      if (period.isEmpty() || period.get().question(indicator).isPresent()) {
        return candidate;
      }
    }
    return null;
  }

  private IndicatorLine line(
      IndicatorChoice choice,
      @Nullable Measured measured,
      IndicatorScore score,
      @Nullable LocalDate start) {
    List<HistoryPoint> history = history(choice, start);
    boolean earlier = measured != null && !measured.periodStart().equals(start);
    return new IndicatorLine(
        choice.code(),
        choice.title(),
        choice.unit(),
        choice.direction(),
        choice.baseline(),
        choice.target(),
        choice.tolerance(),
        choice.weight(),
        measured == null ? null : measured.value(),
        earlier ? measured.periodEnd() : null,
        score.rag(),
        score.rating().word(),
        score.achievementPercent(),
        score.explanation(),
        Trend.of(
            choice.direction(),
            choice.tolerance(),
            history.stream().map(HistoryPoint::value).toList()),
        history);
  }

  private List<HistoryPoint> history(IndicatorChoice choice, @Nullable LocalDate until) {
    List<HistoryPoint> history = new ArrayList<>();
    if (until == null) {
      return history;
    }
    for (Map<String, Measured> period : periods.headMap(until, true).values()) {
      Measured measured = period.get(choice.code());
      BigDecimal value = measured == null ? null : measured.value();
      if (value != null) {
        history.add(
            new HistoryPoint(
                askedFrom(choice.code(), measured.periodStart()),
                measured.periodEnd(),
                value,
                IndicatorScore.of(choice.terms(), value).rag()));
      }
    }
    return history;
  }

  /** First day an answer is about. */
  private LocalDate askedFrom(String indicator, LocalDate periodStart) {
    return plan.period(periodStart)
        .flatMap(period -> period.question(indicator))
        .map(Question::from)
        .orElse(periodStart);
  }
}
