package uk.carecontracts.contracts.uplift;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import uk.carecontracts.contracts.indexes.IndexPoint;
import uk.carecontracts.contracts.pricing.Breach;
import uk.carecontracts.contracts.pricing.Uplift;
import uk.carecontracts.contracts.pricing.UpliftClause;
import uk.carecontracts.kit.problem.Problem.Violation;
import uk.carecontracts.kit.problem.RuleViolation;

/**
 * What a clause gives on a day: the weighted sum of movements, less efficiency, floor, cap
 * (DOMAIN.md, S10), then the share of the price it applies to.
 *
 * @param percent what the whole price moves by, exact
 * @param steps how it was found, each movement with its source
 */
record AppliedClause(BigDecimal percent, List<String> steps) {
  private static final String FIXED = "FIXED";

  /**
   * Applies a clause.
   *
   * @param movements latest movements by index code
   * @param pointer where the clause stands in the request, for objections
   */
  static AppliedClause of(ClauseTerms terms, Map<String, IndexPoint> movements, String pointer) {
    List<String> steps = new ArrayList<>();
    List<UpliftClause.Component> components = new ArrayList<>();
    for (int i = 0; i < terms.components().size(); i++) {
      ClauseTerms.Component component = terms.components().get(i);
      components.add(
          new UpliftClause.Component(
              component.index(),
              movement(component, movements, pointer + "/components/" + i, steps),
              component.weightPercent()));
    }
    UpliftClause clause =
        new UpliftClause(
            components, terms.floorPercent(), terms.capPercent(), terms.efficiencyPercent());
    List<Breach> breaches = clause.breaches();
    if (!breaches.isEmpty()) {
      throw new RuleViolation(
          "CLAUSE_BROKEN",
          breaches.stream()
              .map(each -> new Violation(pointer + each.pointer(), each.message()))
              .toList());
    }
    Uplift uplift = clause.apply();
    uplift.steps().forEach(step -> steps.add(step.description()));
    BigDecimal percent = uplift.percent().multiply(terms.share()).movePointLeft(2);
    if (terms.share().compareTo(BigDecimal.valueOf(100)) != 0) {
      steps.add(
          "Applies to "
              + plain(terms.share())
              + " % of the price"
              + (terms.appliesTo() == null ? "" : " (" + terms.appliesTo() + ")")
              + ": "
              + plain(uplift.percent())
              + " % x "
              + plain(terms.share())
              + " % = "
              + plain(percent)
              + " %");
    }
    return new AppliedClause(percent, List.copyOf(steps));
  }

  private static BigDecimal movement(
      ClauseTerms.Component component,
      Map<String, IndexPoint> movements,
      String pointer,
      List<String> steps) {
    if (component.movementPercent() != null) {
      return component.movementPercent();
    }
    IndexPoint point = movements.get(component.index());
    if (point == null || point.movementPercent() == null) {
      throw new RuleViolation(
          "INDEX_UNKNOWN",
          FIXED.equals(component.index())
              ? "A fixed part states its movementPercent."
              : "No movement of '"
                  + component.index()
                  + "' is published for that day: state movementPercent, or see /v1/index-series.",
          pointer);
    }
    steps.add(
        component.index()
            + " "
            + plain(point.movementPercent())
            + " %: "
            + point.date()
            + ", "
            + point.source()
            + (point.checked() ? "" : " (to be confirmed)"));
    return point.movementPercent();
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  /** A value after the uplift, rounded once to pence. */
  BigDecimal newValueOf(BigDecimal value) {
    return value.add(value.multiply(percent).movePointLeft(2)).setScale(2, RoundingMode.HALF_UP);
  }

  /** The percentage as it is shown, to two places. */
  BigDecimal shown() {
    return percent.setScale(2, RoundingMode.HALF_UP);
  }
}
