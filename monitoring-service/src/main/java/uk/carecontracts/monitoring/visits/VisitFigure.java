package uk.carecontracts.monitoring.visits;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Figures of visits, for a combination of contract, provider, area and month.
 *
 * @param contractId the contract, when grouped by it
 * @param contractReference its reference
 * @param providerId who made the visits, when grouped by it
 * @param area where, when grouped by it
 * @param month year and month, when grouped by it
 * @param counts how many visits
 * @param onTimePercent on time of delivered
 * @param missedPercent missed of those not cancelled
 * @param minutesPercent minutes delivered of minutes agreed
 * @param shortPercent short of delivered
 * @param preferencePercent preference met of those with a preference
 * @param carersPerPersonMean different carers a person met in a month, on average
 */
@Schema(name = "VisitFigure")
public record VisitFigure(
    @Nullable UUID contractId,
    @Nullable String contractReference,
    @Nullable UUID providerId,
    @Nullable String area,
    @Nullable String month,
    Counts counts,
    @Nullable BigDecimal onTimePercent,
    @Nullable BigDecimal missedPercent,
    @Nullable BigDecimal minutesPercent,
    @Nullable BigDecimal shortPercent,
    @Nullable BigDecimal preferencePercent,
    @Nullable BigDecimal carersPerPersonMean) {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /**
   * Counted visits; see the event contract-activity.recorded.v1 for what each means.
   *
   * @param people people who met a known carer, counted in each contract, provider, area and month
   * @param carerPairs different pairs of person and carer among them
   */
  @Schema(name = "VisitCounts")
  public record Counts(
      long planned,
      long delivered,
      long missed,
      long frustrated,
      long cancelled,
      long onTime,
      long shortVisits,
      long minutesAgreed,
      long minutesDelivered,
      long preferenceAsked,
      long preferenceMet,
      long people,
      long carerPairs) {}

  static VisitFigure of(
      @Nullable UUID contractId,
      @Nullable String contractReference,
      @Nullable UUID providerId,
      @Nullable String area,
      @Nullable String month,
      Counts c) {
    return new VisitFigure(
        contractId,
        contractReference,
        providerId,
        area,
        month,
        c,
        percent(c.onTime(), c.delivered()),
        percent(c.missed(), c.planned() - c.cancelled()),
        percent(c.minutesDelivered(), c.minutesAgreed()),
        percent(c.shortVisits(), c.delivered()),
        percent(c.preferenceMet(), c.preferenceAsked()),
        Activities.mean(c.carerPairs(), c.people()));
  }

  /** A share of a hundred to two places, absent when there is nothing to divide by. */
  private static @Nullable BigDecimal percent(long part, long whole) {
    return whole == 0
        ? null
        : BigDecimal.valueOf(part)
            .multiply(HUNDRED)
            .divide(BigDecimal.valueOf(whole), 2, RoundingMode.HALF_UP);
  }
}
