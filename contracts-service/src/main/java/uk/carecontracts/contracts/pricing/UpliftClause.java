package uk.carecontracts.contracts.pricing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An inflation clause: a weighted sum of index movements, less an efficiency deduction, then the
 * floor, then the cap (DOMAIN.md, S10). Percentages stay exact; the new value is rounded once.
 *
 * @param components the indices with their weights, which must total 100
 * @param floorPercent the least uplift; null for none
 * @param capPercent the greatest uplift; null for none
 * @param efficiencyPercent taken off before floor and cap; null for none
 */
public record UpliftClause(
    List<Component> components,
    @Nullable BigDecimal floorPercent,
    @Nullable BigDecimal capPercent,
    @Nullable BigDecimal efficiencyPercent) {

  /** Copies the components. */
  public UpliftClause {
    components = List.copyOf(components);
  }

  /**
   * One index in the clause.
   *
   * @param index name of the index (NLW, CPI, CPIH, EMPLOYER_NI, FUEL, FIXED …)
   * @param movementPercent how far it moved
   * @param weightPercent its share of the price
   */
  public record Component(String index, BigDecimal movementPercent, BigDecimal weightPercent) {
    BigDecimal contribution() {
      return Percent.of(weightPercent, movementPercent);
    }
  }

  /** Every rule this clause breaks; empty for a usable clause. */
  public List<Breach> breaches() {
    List<Breach> found = new ArrayList<>();
    BigDecimal weights =
        components.stream().map(Component::weightPercent).reduce(BigDecimal.ZERO, BigDecimal::add);
    if (weights.compareTo(Percent.HUNDRED) != 0) {
      found.add(
          new Breach(
              "WEIGHTS_NOT_100",
              "/components",
              "The weights must total 100; these total " + Percent.plain(weights) + "."));
    }
    if (floorPercent != null && capPercent != null && floorPercent.compareTo(capPercent) > 0) {
      found.add(
          new Breach(
              "FLOOR_ABOVE_CAP",
              "/floorPercent",
              "The floor ("
                  + Percent.plain(floorPercent)
                  + " %) must not be above the cap ("
                  + Percent.plain(capPercent)
                  + " %)."));
    }
    return found;
  }

  /** The uplift with every step; only for a clause without breaches. */
  public Uplift apply() {
    if (!breaches().isEmpty()) {
      throw new IllegalStateException("not a usable clause: " + breaches());
    }
    List<Uplift.Step> steps = new ArrayList<>();
    BigDecimal result = BigDecimal.ZERO;
    for (Component each : components) {
      result = result.add(each.contribution());
      steps.add(
          new Uplift.Step(
              each.index()
                  + " "
                  + Percent.plain(each.movementPercent())
                  + " % × weight "
                  + Percent.plain(each.weightPercent())
                  + " % = "
                  + Percent.plain(each.contribution())
                  + " %",
              each.contribution(),
              result));
    }
    result = deduct(result, steps);
    result = limit("Floor", floorPercent, result, steps);
    result = limit("Cap", capPercent, result, steps);
    return new Uplift(result, List.copyOf(steps));
  }

  private BigDecimal deduct(BigDecimal sum, List<Uplift.Step> steps) {
    if (efficiencyPercent == null) {
      return sum;
    }
    BigDecimal result = sum.subtract(efficiencyPercent);
    steps.add(
        new Uplift.Step(
            "Less efficiency of " + Percent.plain(efficiencyPercent) + " %",
            efficiencyPercent.negate(),
            result));
    return result;
  }

  private static BigDecimal limit(
      String name, @Nullable BigDecimal limit, BigDecimal value, List<Uplift.Step> steps) {
    if (limit == null) {
      return value;
    }
    BigDecimal result = "Floor".equals(name) ? value.max(limit) : value.min(limit);
    boolean bites = result.compareTo(value) != 0;
    steps.add(
        new Uplift.Step(
            name + " of " + Percent.plain(limit) + " % " + (bites ? "applies" : "does not apply"),
            result.subtract(value),
            result));
    return result;
  }
}
