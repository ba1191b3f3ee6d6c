package uk.carecontracts.providers.costs;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.carecontracts.kit.money.Money;

/**
 * A cost model worked out.
 *
 * @param unit HOUR or WEEK
 * @param unitCost what a unit costs
 * @param unitCostExact the same with full precision
 * @param wagePercent share of wages and on-costs in the unit cost
 * @param livingWagePercent share of the unit cost that is paid at the living wage
 * @param sections subtotals in the order of the set
 * @param lines every line in the order of the set
 * @param explanation the arithmetic in words
 */
@Schema(name = "CostBreakdown")
public record CostBreakdown(
    String unit,
    Money unitCost,
    BigDecimal unitCostExact,
    BigDecimal wagePercent,
    BigDecimal livingWagePercent,
    List<Part> sections,
    List<Part> lines,
    String explanation) {

  /**
   * A line or section.
   *
   * @param code its code
   * @param name in words
   * @param amount pounds for a unit, exact
   * @param percent share of the unit cost
   */
  @Schema(name = "CostPart")
  public record Part(String code, String name, BigDecimal amount, BigDecimal percent) {}

  static CostBreakdown of(String unit, CostSheet sheet) {
    BigDecimal total = sheet.unitCost();
    BigDecimal wages = shown(sheet.percentOfCost(sheet.wageCost()));
    BigDecimal atLivingWage = shown(sheet.percentOfCost(sheet.livingWageCost()));
    Money cost = Money.gbp(total);
    String words =
        "The lines add up to £%s for one %s. Wages and on-costs are £%s of it (%s %%); %s %% of them are paid at the living wage, that is %s %% of the unit cost."
            .formatted(
                cost.amount().toPlainString(),
                unit.toLowerCase(java.util.Locale.ROOT),
                Money.gbp(sheet.wageCost()).amount().toPlainString(),
                wages.toPlainString(),
                plain(sheet.livingWageShare().multiply(CostSheet.HUNDRED)),
                atLivingWage.toPlainString());
    return new CostBreakdown(
        unit,
        cost,
        total.stripTrailingZeros().scale() < 0 ? total.setScale(0) : total.stripTrailingZeros(),
        wages,
        atLivingWage,
        sections(sheet),
        sheet.lines().stream()
            .map(line -> part(line.code(), line.name(), sheet.amount(line), sheet))
            .toList(),
        words);
  }

  private static List<Part> sections(CostSheet sheet) {
    Map<String, List<CostLine>> bySection = new LinkedHashMap<>();
    sheet
        .lines()
        .forEach(
            line -> bySection.computeIfAbsent(line.section(), code -> new ArrayList<>()).add(line));
    return bySection.entrySet().stream()
        .map(each -> part(each.getKey(), words(each.getKey()), sheet.sum(each.getValue()), sheet))
        .toList();
  }

  private static Part part(String code, String name, BigDecimal amount, CostSheet sheet) {
    return new Part(code, name, amount, shown(sheet.percentOfCost(amount)));
  }

  private static String words(String code) {
    String lower = code.toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    return Character.toUpperCase(lower.charAt(0)) + lower.substring(1);
  }

  static BigDecimal shown(BigDecimal percent) {
    return percent.setScale(2, RoundingMode.HALF_UP);
  }

  static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }
}
