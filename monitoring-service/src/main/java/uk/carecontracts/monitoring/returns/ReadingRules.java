package uk.carecontracts.monitoring.returns;

import static uk.carecontracts.monitoring.arithmetic.Figures.EXACT;
import static uk.carecontracts.monitoring.arithmetic.Figures.plain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.problem.Problem.Violation;
import uk.carecontracts.kit.problem.RuleViolation;
import uk.carecontracts.monitoring.indicators.Unit;
import uk.carecontracts.monitoring.plans.IndicatorChoice;
import uk.carecontracts.monitoring.plans.PlanState;

/** What the observations of a return must hold together, checked value by value and across. */
final class ReadingRules {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** A value given beside its parts may differ from them by rounding only. */
  private static final BigDecimal ROUNDING = new BigDecimal("0.05");

  /** Places kept of a value worked out from its parts. */
  private static final int PLACES = 6;

  private final Map<String, IndicatorChoice> asked;
  private final PlanState plan;
  private final LocalDate periodStart;
  private final List<Violation> violations = new ArrayList<>();

  /** The rules for the return of a period of a plan. */
  ReadingRules(PlanState plan, LocalDate periodStart) {
    this.asked =
        plan.asked(periodStart).stream()
            .collect(Collectors.toMap(IndicatorChoice::code, Function.identity()));
    this.plan = plan;
    this.periodStart = periodStart;
  }

  /**
   * Completes the observations with the values their parts make.
   *
   * @param complete whether every required indicator must be there
   * @throws RuleViolation with every fault found, each at its place
   */
  List<Reading> check(List<Reading> readings, boolean complete) {
    List<Reading> checked = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < readings.size(); i++) {
      Reading reading = readings.get(i);
      String pointer = "/observations/" + i;
      IndicatorChoice indicator = asked.get(reading.indicator());
      if (indicator == null) {
        fault(pointer + "/indicator", notAsked(reading.indicator()));
      } else if (!seen.add(reading.indicator())) {
        fault(pointer + "/indicator", reading.indicator() + " is given twice.");
      } else {
        checked.add(completed(reading, indicator, pointer));
      }
    }
    if (complete) {
      requireAll(checked);
    }
    if (!violations.isEmpty()) {
      throw new RuleViolation("RETURN_INVALID", violations);
    }
    return checked;
  }

  private String notAsked(String indicator) {
    if (plan.indicators().stream().noneMatch(choice -> choice.code().equals(indicator))) {
      return "The plan does not ask for " + indicator + ".";
    }
    return plan.nextAsking(indicator, periodStart)
        .map(
            next ->
                "The return of this period does not ask for %s; the one of the period that ends on %s does."
                    .formatted(indicator, next.periodEnd()))
        .orElse("The return of this period does not ask for " + indicator + ".");
  }

  private void requireAll(List<Reading> readings) {
    Set<String> given =
        readings.stream()
            .filter(reading -> reading.value() != null)
            .map(Reading::indicator)
            .collect(Collectors.toSet());
    asked.values().stream()
        .filter(IndicatorChoice::required)
        .map(IndicatorChoice::code)
        .filter(code -> !given.contains(code))
        .sorted()
        .forEach(code -> fault("/observations", code + " is required and has no value."));
  }

  private Reading completed(Reading reading, IndicatorChoice indicator, String pointer) {
    BigDecimal fromParts = fromParts(reading, indicator.unit(), pointer);
    BigDecimal value = reading.value();
    if (fromParts != null
        && value != null
        && fromParts.subtract(value).abs().compareTo(ROUNDING) > 0) {
      fault(
          pointer + "/value",
          "%s is not what numerator and denominator make, %s."
              .formatted(plain(value), plain(fromParts)));
    }
    BigDecimal held = fromParts == null ? value : fromParts;
    if (held != null
        && indicator.unit() == Unit.PERCENT
        && (held.signum() < 0 || held.compareTo(HUNDRED) > 0)
        && fromParts == null) {
      fault(pointer + "/value", "A percentage is from 0 to 100, not " + plain(held) + ".");
    }
    return new Reading(
        reading.indicator(), held, reading.numerator(), reading.denominator(), reading.note());
  }

  private @Nullable BigDecimal fromParts(Reading reading, Unit unit, String pointer) {
    BigDecimal numerator = reading.numerator();
    BigDecimal denominator = reading.denominator();
    if (numerator == null && denominator == null) {
      return null;
    }
    if (numerator == null || denominator == null) {
      fault(
          pointer + (numerator == null ? "/numerator" : "/denominator"),
          "Give both numerator and denominator, or the value alone.");
      return null;
    }
    if (numerator.signum() < 0) {
      fault(pointer + "/numerator", "A numerator cannot be negative.");
      return null;
    }
    if (denominator.signum() <= 0) {
      fault(pointer + "/denominator", "A denominator must be more than zero.");
      return null;
    }
    if (unit == Unit.PERCENT && numerator.compareTo(denominator) > 0) {
      fault(
          pointer + "/numerator",
          "The numerator %s is more than the denominator %s."
              .formatted(plain(numerator), plain(denominator)));
      return null;
    }
    return numerator
        .multiply(unit.factor())
        .divide(denominator, EXACT)
        .setScale(PLACES, RoundingMode.HALF_UP)
        .stripTrailingZeros();
  }

  private void fault(String pointer, String message) {
    violations.add(new Violation(pointer, message));
  }
}
