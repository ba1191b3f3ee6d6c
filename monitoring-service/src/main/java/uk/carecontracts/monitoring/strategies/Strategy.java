package uk.carecontracts.monitoring.strategies;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.problem.ProblemException;
import uk.carecontracts.monitoring.documents.Aggregate;
import uk.carecontracts.monitoring.indicators.Level;
import uk.carecontracts.monitoring.indicators.Unit;
import uk.carecontracts.monitoring.scorecards.Direction;
import uk.carecontracts.monitoring.scorecards.IndicatorTerms;

/**
 * What an authority wants for a group of people: priorities, outcomes with targets, and the
 * contracts that are to bring them about.
 *
 * @param id the strategy
 * @param authority GSS code
 * @param clientGroup for whom
 * @param title its title
 * @param startsOn first day
 * @param endsOn last day
 * @param frameworkId the edition of an outcome framework it follows
 * @param status DRAFT, ADOPTED or CLOSED
 * @param priorities what matters most
 * @param version raised by every change
 */
@Schema(name = "Strategy")
public record Strategy(
    UUID id,
    String authority,
    String clientGroup,
    String title,
    LocalDate startsOn,
    LocalDate endsOn,
    @Nullable UUID frameworkId,
    Status status,
    List<Priority> priorities,
    long version)
    implements Aggregate {

  /** Where a strategy stands. */
  public enum Status {
    DRAFT,
    ADOPTED,
    CLOSED
  }

  /**
   * A priority.
   *
   * @param code its code
   * @param title the priority in words
   * @param outcomes what is to be reached
   */
  @Schema(name = "StrategyPriority")
  public record Priority(
      @NotBlank String code,
      @NotBlank String title,
      @NotEmpty List<@NotNull @Valid StrategyOutcome> outcomes) {}

  /**
   * An outcome of a strategy.
   *
   * @param code its code
   * @param title the outcome in words
   * @param measures how it is seen whether it is reached
   * @param contracts that are to bring it about
   */
  @Schema(name = "StrategyOutcome")
  public record StrategyOutcome(
      @NotBlank String code,
      @NotBlank String title,
      @NotEmpty List<@NotNull @Valid Measure> measures,
      @NotNull List<@NotNull UUID> contracts) {}

  /**
   * A measure of an outcome.
   *
   * @param indicator code; for level SERVICE the one by which contracts report
   * @param title what it measures
   * @param level INDIVIDUAL, SERVICE or POPULATION
   * @param unit what it is measured in
   * @param direction which way is better
   * @param baseline where things stood
   * @param target what is to be reached
   * @param tolerance how far a miss may go and still be amber
   * @param weight importance within the outcome
   */
  @Schema(name = "StrategyMeasure")
  public record Measure(
      @NotBlank String indicator,
      @NotBlank String title,
      @NotNull Level level,
      @NotNull Unit unit,
      @NotNull Direction direction,
      @Nullable BigDecimal baseline,
      @NotNull BigDecimal target,
      @NotNull @PositiveOrZero BigDecimal tolerance,
      @NotNull @Positive BigDecimal weight) {

    IndicatorTerms terms() {
      return new IndicatorTerms(direction, baseline, target, tolerance, weight);
    }
  }

  Strategy amend(String named, LocalDate first, LocalDate last, List<Priority> now) {
    requireOpen();
    return new Strategy(
        id,
        authority,
        clientGroup,
        named,
        first,
        last,
        frameworkId,
        status,
        List.copyOf(now),
        version + 1);
  }

  Strategy adopt() {
    if (status != Status.DRAFT) {
      throw ProblemException.conflict("STRATEGY_STATUS", "Only a draft is adopted.");
    }
    return with(Status.ADOPTED);
  }

  Strategy close() {
    requireOpen();
    return with(Status.CLOSED);
  }

  private void requireOpen() {
    if (status == Status.CLOSED) {
      throw ProblemException.conflict("STRATEGY_STATUS", "A closed strategy no longer changes.");
    }
  }

  private Strategy with(Status now) {
    return new Strategy(
        id,
        authority,
        clientGroup,
        title,
        startsOn,
        endsOn,
        frameworkId,
        now,
        priorities,
        version + 1);
  }

  /** The measure an observation speaks of. */
  Optional<Measure> measure(String indicator, Level level) {
    return priorities.stream()
        .flatMap(priority -> priority.outcomes().stream())
        .flatMap(outcome -> outcome.measures().stream())
        .filter(measure -> measure.indicator().equals(indicator) && measure.level() == level)
        .findFirst();
  }
}
