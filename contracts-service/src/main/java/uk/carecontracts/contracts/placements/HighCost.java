package uk.carecontracts.contracts.placements;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import uk.carecontracts.contracts.placements.HighCostRepository.Given;
import uk.carecontracts.kit.money.Money;

/** Which placements of a day cost more than the thresholds in force on it. */
final class HighCost {
  private HighCost() {}

  /**
   * The placements above their threshold, the dearest first.
   *
   * @param given placements of the day by care type and ascending price
   * @param thresholds every threshold of the authority
   */
  static List<HighCostPlacement> flagged(
      List<Given> given, List<HighCostThreshold> thresholds, LocalDate day) {
    Map<String, List<Given>> byCareType =
        given.stream().collect(Collectors.groupingBy(Given::careType));
    List<HighCostPlacement> flagged = new ArrayList<>();
    byCareType.forEach(
        (careType, placements) ->
            inForce(thresholds, careType, day)
                .ifPresent(threshold -> flag(placements, threshold, flagged)));
    flagged.sort(
        Comparator.comparing((HighCostPlacement each) -> each.weeklyPrice().amount())
            .reversed()
            .thenComparing(HighCostPlacement::placementId));
    return flagged;
  }

  /** The latest threshold of the care type that holds on the day, else the latest general one. */
  static Optional<HighCostThreshold> inForce(
      List<HighCostThreshold> thresholds, String careType, LocalDate day) {
    return thresholds.stream()
        .filter(each -> !each.from().isAfter(day))
        .filter(each -> each.careType() == null || each.careType().equals(careType))
        .max(
            Comparator.comparing((HighCostThreshold each) -> each.careType() != null)
                .thenComparing(HighCostThreshold::from));
  }

  private static void flag(
      List<Given> placements, HighCostThreshold threshold, List<HighCostPlacement> flagged) {
    BigDecimal limit = limit(placements, threshold);
    String words = words(threshold);
    placements.stream()
        .filter(each -> each.price().compareTo(limit) > 0)
        .map(each -> flag(each, limit, words))
        .forEach(flagged::add);
  }

  private static BigDecimal limit(List<Given> placements, HighCostThreshold threshold) {
    Money amount = threshold.weeklyAmount();
    if (amount != null) {
      return amount.amount();
    }
    BigDecimal percentile = Objects.requireNonNull(threshold.percentile());
    return PriceSummary.quantile(
        placements.stream().map(Given::price).toList(), percentile.movePointLeft(2));
  }

  private static String words(HighCostThreshold threshold) {
    String kind =
        threshold.weeklyAmount() == null
            ? "above percentile " + threshold.percentile() + " of its care type"
            : "above £" + threshold.weeklyAmount().amount().toPlainString() + " a week";
    return kind + ", threshold from " + threshold.from() + ": " + threshold.reason();
  }

  private static HighCostPlacement flag(Given given, BigDecimal limit, String words) {
    BigDecimal excess = given.price().subtract(limit);
    return new HighCostPlacement(
        given.id(),
        given.reference(),
        given.provider(),
        given.kind(),
        given.careType(),
        given.area(),
        given.startDate(),
        Money.gbp(given.price()),
        Money.gbp(limit),
        Money.gbp(excess),
        PlacementReports.share(excess, limit),
        words);
  }
}
