package uk.carecontracts.monitoring.strategies;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.monitoring.indicators.Level;
import uk.carecontracts.monitoring.scorecards.MissingValues;
import uk.carecontracts.monitoring.scorecards.Rag;
import uk.carecontracts.monitoring.scorecards.RollUp;

/**
 * How well a strategy reaches its own outcomes, with the arithmetic.
 *
 * @param strategyId the strategy
 * @param title its title
 * @param clientGroup for whom
 * @param asOf the day up to which was counted
 * @param missingValues what was done about values that are missing
 * @param whole everything together
 * @param priorities each priority
 */
@Schema(name = "StrategyReport")
public record StrategyReport(
    UUID strategyId,
    String title,
    String clientGroup,
    LocalDate asOf,
    MissingValues missingValues,
    RollUp whole,
    List<PriorityLine> priorities) {

  /**
   * A priority.
   *
   * @param code its code
   * @param title in words
   * @param standing its outcomes together
   * @param outcomes each outcome
   */
  @Schema(name = "StrategyPriorityLine")
  public record PriorityLine(
      String code, String title, RollUp standing, List<OutcomeLine> outcomes) {}

  /**
   * An outcome.
   *
   * @param code its code
   * @param title in words
   * @param standing its measures together
   * @param contracts how many contracts are to bring it about
   * @param measures each measure
   */
  @Schema(name = "StrategyOutcomeLine")
  public record OutcomeLine(
      String code, String title, RollUp standing, int contracts, List<MeasureLine> measures) {}

  /**
   * A measure.
   *
   * @param indicator its code
   * @param title what it measures
   * @param level whose result it shows
   * @param target what is to be reached
   * @param value what was reached; absent when not known or not shown
   * @param formula how the value came about
   * @param rag its colour
   * @param achievementPercent how much of the way to the target was made
   * @param explanation the standing in one sentence
   * @param notes what was left out or filled in, and why
   */
  @Schema(name = "StrategyMeasureLine")
  public record MeasureLine(
      String indicator,
      String title,
      Level level,
      BigDecimal target,
      @Nullable BigDecimal value,
      String formula,
      Rag rag,
      @Nullable BigDecimal achievementPercent,
      String explanation,
      List<String> notes) {}
}
