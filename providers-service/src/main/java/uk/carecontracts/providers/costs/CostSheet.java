package uk.carecontracts.providers.costs;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;

/**
 * The lines of one model in pounds for a unit, with full precision: what every calculation about
 * costs starts from.
 *
 * @param lines lines of the set in their order
 * @param amounts pounds for a unit by code of the line; a missing line costs nothing
 * @param livingWageShare share of wage cost that is paid at the living wage, from 0 to 1
 */
record CostSheet(
    List<CostLine> lines, Map<String, BigDecimal> amounts, BigDecimal livingWageShare) {

  /** Divisions keep 34 digits; only what is shown is rounded. */
  static final MathContext EXACT = MathContext.DECIMAL128;

  static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  BigDecimal amount(CostLine line) {
    return amounts.getOrDefault(line.code(), BigDecimal.ZERO);
  }

  /** What a unit costs. */
  BigDecimal unitCost() {
    return sum(lines);
  }

  /** Wages and what is paid on top of them. */
  BigDecimal wageCost() {
    return sum(lines.stream().filter(line -> line.kind().isWageCost()).toList());
  }

  /** The part of the wage cost that is paid at the living wage. */
  BigDecimal livingWageCost() {
    return wageCost().multiply(livingWageShare);
  }

  BigDecimal sum(List<CostLine> some) {
    return some.stream().map(this::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** A part of the unit cost in percent; of nothing everything is nothing. */
  BigDecimal percentOfCost(BigDecimal part) {
    BigDecimal whole = unitCost();
    return whole.signum() == 0 ? BigDecimal.ZERO : part.multiply(HUNDRED).divide(whole, EXACT);
  }
}
