package uk.carecontracts.monitoring.scorecards;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.monitoring.contracts.KnownContracts.Marker;
import uk.carecontracts.monitoring.indicators.Unit;
import uk.carecontracts.monitoring.plans.PlanState;
import uk.carecontracts.monitoring.voice.VoiceSummary;

/**
 * How a contract stands, from its indicators up, with the arithmetic shown.
 *
 * @param contractId the contract
 * @param planId its monitoring plan
 * @param contractReference its reference
 * @param contractTitle its title
 * @param providerId the lead supplier's record
 * @param providerName the lead supplier
 * @param periodStart first day of the period shown; absent before the first return
 * @param periodEnd last day of the period shown
 * @param provisional whether the return of that period still waits for approval
 * @param missingValues what was done with indicators that have no value
 * @param rag colour of the contract
 * @param points weighted points, 0 to 100
 * @param achievementPercent weighted achievement, 0 to 100
 * @param arithmetic how the outcomes make the contract's points
 * @param outcomes outcomes with their indicators
 * @param periods colour of the contract period by period, oldest first
 * @param regulatorRatings what the regulator says of the suppliers' locations
 * @param markers days on which price or term changed
 * @param voice what people said about the contract of late
 */
@Schema(name = "Scorecard")
public record Scorecard(
    UUID contractId,
    UUID planId,
    String contractReference,
    String contractTitle,
    @Nullable UUID providerId,
    @Nullable String providerName,
    @Nullable LocalDate periodStart,
    @Nullable LocalDate periodEnd,
    boolean provisional,
    MissingValues missingValues,
    Rag rag,
    @Nullable BigDecimal points,
    @Nullable BigDecimal achievementPercent,
    String arithmetic,
    List<OutcomeLine> outcomes,
    List<PeriodLine> periods,
    List<RatingLine> regulatorRatings,
    List<Marker> markers,
    @Nullable VoiceSummary voice) {

  /** An outcome; the shapes of its figures are the contract's. */
  @Schema(name = "ScorecardOutcome")
  public record OutcomeLine(
      String code,
      String title,
      BigDecimal weight,
      Rag rag,
      @Nullable BigDecimal points,
      @Nullable BigDecimal achievementPercent,
      String arithmetic,
      List<IndicatorLine> indicators) {}

  /**
   * An indicator.
   *
   * @param valueFrom last day of the period the value is of, when it is an earlier one
   * @param rating the published rating word
   * @param history its values, oldest first
   */
  @Schema(name = "ScorecardIndicator")
  public record IndicatorLine(
      String code,
      String title,
      Unit unit,
      Direction direction,
      @Nullable BigDecimal baseline,
      BigDecimal target,
      BigDecimal tolerance,
      BigDecimal weight,
      @Nullable BigDecimal value,
      @Nullable LocalDate valueFrom,
      Rag rag,
      String rating,
      @Nullable BigDecimal achievementPercent,
      String explanation,
      Trend trend,
      List<HistoryPoint> history) {}

  /** One value in time. */
  @Schema(name = "ScorecardHistoryPoint")
  public record HistoryPoint(
      LocalDate periodStart, LocalDate periodEnd, BigDecimal value, Rag rag) {}

  /** The contract in one period. */
  @Schema(name = "ScorecardPeriod")
  public record PeriodLine(
      LocalDate periodStart,
      LocalDate periodEnd,
      Rag rag,
      @Nullable BigDecimal points,
      boolean provisional) {}

  /** A location's regulator rating. */
  @Schema(name = "ScorecardRegulatorRating")
  public record RatingLine(
      UUID locationId,
      String name,
      @Nullable String regulator,
      @Nullable String overall,
      @Nullable LocalDate reportDate,
      @Nullable String previous,
      boolean specialMeasures) {}

  /** The contract's own part of a card. */
  static Scorecard of(
      PlanState plan,
      PeriodStanding standing,
      MissingValues missingValues,
      List<PeriodLine> periods,
      List<RatingLine> ratings,
      List<Marker> markers,
      VoiceSummary voice) {
    return new Scorecard(
        plan.contractId(),
        plan.id(),
        plan.contractReference(),
        plan.contractTitle(),
        plan.providerId(),
        plan.providerName(),
        standing.periodStart(),
        standing.periodEnd(),
        standing.provisional(),
        missingValues,
        standing.whole().rag(),
        standing.whole().points(),
        standing.whole().achievementPercent(),
        standing.whole().arithmetic(),
        standing.outcomes(),
        periods,
        ratings,
        markers,
        voice);
  }
}
