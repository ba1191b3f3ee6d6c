package uk.carecontracts.providers.costs;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What movements of indices do to the cost of a unit. Each line moves by the indices that drive it,
 * one after the other; the living wage reaches only the share of pay and on-costs that is paid at
 * it, and of the rest as much as the analysis lets follow.
 *
 * @param before pounds for a unit before
 * @param after pounds for a unit after
 * @param lines the lines that move
 */
record Pressure(BigDecimal before, BigDecimal after, List<LineMove> lines) {

  private static final BigDecimal ONE = BigDecimal.ONE;

  /**
   * One line that moves.
   *
   * @param code its code
   * @param name in words
   * @param amount pounds for a unit before
   * @param movementPercent how far it moves
   * @param change pounds for a unit
   * @param because which index moves it, and how much of it
   */
  @Schema(name = "LineMovement")
  public record LineMove(
      String code,
      String name,
      BigDecimal amount,
      BigDecimal movementPercent,
      BigDecimal change,
      String because) {}

  /**
   * Works it out.
   *
   * @param sheet the model's lines
   * @param movements percentage movement by index
   * @param above how far pay above the living wage follows it, from 0 (not at all) to 1 (fully)
   */
  static Pressure of(CostSheet sheet, Map<String, BigDecimal> movements, BigDecimal above) {
    BigDecimal reach =
        sheet.livingWageShare().add(ONE.subtract(sheet.livingWageShare()).multiply(above));
    List<LineMove> moved =
        sheet.lines().stream()
            .filter(line -> sheet.amount(line).signum() != 0)
            .filter(line -> line.drivers().stream().anyMatch(movements::containsKey))
            .map(line -> move(line, sheet.amount(line), movements, reach))
            .toList();
    BigDecimal before = sheet.unitCost();
    BigDecimal change =
        moved.stream().map(LineMove::change).reduce(BigDecimal.ZERO, BigDecimal::add);
    return new Pressure(before, before.add(change), moved);
  }

  private static LineMove move(
      CostLine line, BigDecimal amount, Map<String, BigDecimal> movements, BigDecimal reach) {
    BigDecimal factor = ONE;
    StringBuilder because = new StringBuilder();
    for (String index : line.drivers()) {
      BigDecimal percent = movements.get(index);
      if (percent != null) {
        boolean wage = index.equals(CostLine.LIVING_WAGE) && line.kind().isWageCost();
        BigDecimal share = wage ? reach : ONE;
        factor = factor.multiply(ONE.add(percent.multiply(share).movePointLeft(2)));
        because
            .append(because.isEmpty() ? "" : ", then ")
            .append(index)
            .append(' ')
            .append(CostBreakdown.plain(percent))
            .append(" %");
        if (wage) {
          because
              .append(" on ")
              .append(CostBreakdown.shown(reach.multiply(CostSheet.HUNDRED)).toPlainString())
              .append(" % of it");
        }
      }
    }
    BigDecimal movement = factor.subtract(ONE);
    return new LineMove(
        line.code(),
        line.name(),
        amount,
        CostBreakdown.shown(movement.multiply(CostSheet.HUNDRED)),
        amount.multiply(movement),
        because.toString());
  }

  BigDecimal change() {
    return after.subtract(before);
  }

  /** In percent of the cost before, with full precision. */
  BigDecimal percent() {
    return before.signum() == 0
        ? BigDecimal.ZERO
        : change().multiply(CostSheet.HUNDRED).divide(before, CostSheet.EXACT);
  }
}
