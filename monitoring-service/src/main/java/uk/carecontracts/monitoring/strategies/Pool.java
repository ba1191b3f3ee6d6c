package uk.carecontracts.monitoring.strategies;

import static uk.carecontracts.monitoring.arithmetic.Figures.EXACT;
import static uk.carecontracts.monitoring.arithmetic.Figures.plain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.monitoring.indicators.Unit;
import uk.carecontracts.monitoring.scorecards.Direction;
import uk.carecontracts.monitoring.scorecards.MissingValues;
import uk.carecontracts.monitoring.strategies.Strategy.Measure;

/**
 * What several contracts, people or areas come to together.
 *
 * @param value in the measure's unit; null when nothing is known or shown
 * @param formula the sum, written out
 * @param notes what was left out or filled in, and why
 */
record Pool(@Nullable BigDecimal value, String formula, List<String> notes) {

  /** Nothing is known. */
  static Pool nothing(String why) {
    return new Pool(null, why, List.of());
  }

  /**
   * What contracts report together: numerators over denominators where all gave them, so that large
   * services count for more; else the mean. A contract whose latest return lacks the value is left
   * out, filled with its last known one, or counted as the worst of the others.
   */
  static Pool ofReturns(Measure measure, List<Reading> readings, MissingValues missing) {
    Map<UUID, List<Reading>> byContract = new LinkedHashMap<>();
    readings.stream()
        .sorted(Comparator.comparing(Reading::reference).thenComparing(Reading::periodEnd))
        .forEach(r -> byContract.computeIfAbsent(r.contract(), id -> new ArrayList<>()).add(r));
    List<Reading> used = new ArrayList<>();
    List<String> lacking = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    for (List<Reading> history : byContract.values()) {
      Reading latest = history.get(history.size() - 1);
      Reading known = lastKnown(history);
      if (latest.value() != null) {
        used.add(latest);
      } else if (missing == MissingValues.LAST_KNOWN && known != null) {
        used.add(known);
        notes.add("%s: last known value of %s".formatted(known.reference(), known.periodEnd()));
      } else {
        lacking.add(latest.reference());
      }
    }
    if (used.isEmpty()) {
      return new Pool(null, "No contract reported a value", notes);
    }
    if (!lacking.isEmpty() && missing == MissingValues.WORST_CASE) {
      notes.add("Counted as the worst of the others: " + String.join(", ", lacking));
      return worst(measure, used, lacking.size(), notes);
    }
    lacking.forEach(reference -> notes.add(reference + ": no value, left out"));
    return together(measure.unit(), used, notes);
  }

  private static @Nullable Reading lastKnown(List<Reading> history) {
    return history.stream()
        .filter(reading -> reading.value() != null)
        .reduce((first, second) -> second)
        .orElse(null);
  }

  private static Pool together(Unit unit, List<Reading> used, List<String> notes) {
    boolean counted =
        used.stream()
            .allMatch(
                r ->
                    r.numerator() != null
                        && r.denominator() != null
                        && r.denominator().signum() > 0);
    return counted ? ratio(unit, used, notes) : mean(values(used), notes);
  }

  private static Pool ratio(Unit unit, List<Reading> used, List<String> notes) {
    BigDecimal above = BigDecimal.ZERO;
    BigDecimal below = BigDecimal.ZERO;
    List<String> parts = new ArrayList<>();
    List<String> wholes = new ArrayList<>();
    for (Reading reading : used) {
      BigDecimal part = orZero(reading.numerator());
      BigDecimal whole = orZero(reading.denominator());
      above = above.add(part);
      below = below.add(whole);
      parts.add(plain(part));
      wholes.add(plain(whole));
    }
    return new Pool(
        twoPlaces(above.multiply(unit.factor()).divide(below, EXACT)),
        "(%s) ÷ (%s) × %s"
            .formatted(String.join(" + ", parts), String.join(" + ", wholes), plain(unit.factor())),
        List.copyOf(notes));
  }

  private static Pool worst(Measure measure, List<Reading> used, int lacking, List<String> notes) {
    List<BigDecimal> values = new ArrayList<>(values(used));
    Comparator<BigDecimal> order = Comparator.naturalOrder();
    BigDecimal worst =
        values.stream()
            .min(measure.direction() == Direction.HIGHER_IS_BETTER ? order : order.reversed())
            .orElseThrow();
    for (int i = 0; i < lacking; i++) {
      values.add(worst);
    }
    return mean(values, notes);
  }

  private static List<BigDecimal> values(List<Reading> used) {
    return used.stream().map(reading -> orZero(reading.value())).toList();
  }

  private static Pool mean(List<BigDecimal> values, List<String> notes) {
    BigDecimal sum = values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    return new Pool(
        twoPlaces(sum.divide(BigDecimal.valueOf(values.size()), EXACT)),
        "(%s) ÷ %d"
            .formatted(
                String.join(
                    " + ",
                    values.stream()
                        .map(uk.carecontracts.monitoring.arithmetic.Figures::plain)
                        .toList()),
                values.size()),
        List.copyOf(notes));
  }

  /** How many people reached the outcome, each by the latest observation; none of a small group. */
  static Pool ofPeople(Unit unit, List<StrategyObservation> seen, int smallestGroup) {
    Map<String, StrategyObservation> latest = new TreeMap<>();
    seen.stream()
        .sorted(Comparator.comparing(StrategyObservation::periodEnd))
        .forEach(each -> latest.put(String.valueOf(each.personReference()), each));
    if (latest.isEmpty()) {
      return nothing("Nobody was observed");
    }
    if (latest.size() < smallestGroup) {
      return nothing("Fewer than %d people: not shown".formatted(smallestGroup));
    }
    BigDecimal reached =
        latest.values().stream()
            .map(StrategyObservation::numerator)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal people = BigDecimal.valueOf(latest.size());
    return new Pool(
        twoPlaces(reached.multiply(unit.factor()).divide(people, EXACT)),
        "%s of %s people × %s".formatted(plain(reached), plain(people), plain(unit.factor())),
        List.of());
  }

  /** The latest observation of a population. */
  static Pool ofPopulation(Unit unit, List<StrategyObservation> seen) {
    StrategyObservation latest =
        seen.stream().max(Comparator.comparing(StrategyObservation::periodEnd)).orElse(null);
    if (latest == null) {
      return nothing("The population was not observed");
    }
    LocalDate end = latest.periodEnd();
    return new Pool(
        twoPlaces(latest.numerator().multiply(unit.factor()).divide(latest.denominator(), EXACT)),
        "%s ÷ %s × %s (to %s)"
            .formatted(
                plain(latest.numerator()), plain(latest.denominator()), plain(unit.factor()), end),
        List.of());
  }

  private static BigDecimal orZero(@Nullable BigDecimal value) {
    return value == null ? BigDecimal.ZERO : value;
  }

  private static BigDecimal twoPlaces(BigDecimal value) {
    return value.setScale(2, RoundingMode.HALF_UP);
  }
}
