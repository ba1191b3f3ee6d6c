package uk.carecontracts.contracts.placements;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.money.Money;

/**
 * A home's rating fell, and what new placements in the same district and care type cost before and
 * after it. Placements in the home itself are left out.
 *
 * @param locationId the home whose rating fell
 * @param name its name
 * @param careType its kind of care
 * @param area its district
 * @param fellOn publication of the report
 * @param from rating before
 * @param to rating after
 * @param before starts in the months before that day
 * @param after starts from that day on
 * @param afterIsComplete whether the months after it have passed
 * @param medianChange median after less median before; absent when one side has no placement
 * @param medianChangePercent the same in percent of the median before, to two places
 * @param ownPlacementsLeftOut new placements in the home itself in that time
 * @param counted the placements counted
 */
public record RatingFall(
    UUID locationId,
    String name,
    String careType,
    String area,
    LocalDate fellOn,
    String from,
    String to,
    PriceSummary before,
    PriceSummary after,
    boolean afterIsComplete,
    @Nullable Money medianChange,
    @Nullable BigDecimal medianChangePercent,
    int ownPlacementsLeftOut,
    List<Counted> counted) {

  /** On which side of the fall a placement started. */
  public enum Side {
    /** Before the day of the fall. */
    BEFORE,
    /** On that day or later. */
    AFTER
  }

  /**
   * A placement that was counted.
   *
   * @param placementId the placement
   * @param startDate its first day
   * @param weeklyPrice its weekly price on that day
   * @param side before or after the fall
   */
  public record Counted(UUID placementId, LocalDate startDate, Money weeklyPrice, Side side) {}

  /** What fell when. */
  record Fall(
      UUID locationId,
      String name,
      String careType,
      String area,
      LocalDate fellOn,
      String from,
      String to) {}

  /** Works the comparison out from new placements around the fall, ascending by price. */
  static RatingFall of(Fall fall, List<Counted> counted, int leftOut, boolean complete) {
    PriceSummary before = side(counted, Side.BEFORE);
    PriceSummary after = side(counted, Side.AFTER);
    Money change = null;
    BigDecimal percent = null;
    if (before.median() != null && after.median() != null) {
      BigDecimal moved = after.median().amount().subtract(before.median().amount());
      change = Money.gbp(moved);
      percent = PlacementReports.share(moved, before.median().amount());
    }
    return new RatingFall(
        fall.locationId(),
        fall.name(),
        fall.careType(),
        fall.area(),
        fall.fellOn(),
        fall.from(),
        fall.to(),
        before,
        after,
        complete,
        change,
        percent == null ? null : percent.setScale(2, RoundingMode.HALF_UP),
        leftOut,
        List.copyOf(counted));
  }

  private static PriceSummary side(List<Counted> counted, Side side) {
    return PriceSummary.of(
        counted.stream()
            .filter(each -> each.side() == side)
            .map(each -> each.weeklyPrice().amount())
            .toList());
  }
}
