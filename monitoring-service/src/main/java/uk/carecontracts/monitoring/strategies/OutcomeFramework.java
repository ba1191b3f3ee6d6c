package uk.carecontracts.monitoring.strategies;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.problem.ProblemException;
import uk.carecontracts.monitoring.documents.Aggregate;
import uk.carecontracts.monitoring.indicators.Level;
import uk.carecontracts.monitoring.indicators.Unit;
import uk.carecontracts.monitoring.scorecards.Direction;

/**
 * Outcomes and the indicators that show them, as one edition.
 *
 * @param id the edition
 * @param authority SHARED for the starter, else the authority's own
 * @param code the framework, the same in every edition
 * @param title its title
 * @param edition which edition, such as 2024-25
 * @param status DRAFT, ADOPTED or SUPERSEDED
 * @param validFrom day from which it holds, once adopted
 * @param outcomes with their indicators
 * @param source where it comes from
 * @param version raised by every change
 */
@Schema(name = "OutcomeFramework")
public record OutcomeFramework(
    UUID id,
    String authority,
    String code,
    String title,
    String edition,
    Status status,
    @Nullable LocalDate validFrom,
    List<Outcome> outcomes,
    String source,
    long version)
    implements Aggregate {

  /** Where an edition stands. */
  public enum Status {
    DRAFT,
    ADOPTED,
    SUPERSEDED
  }

  /**
   * An outcome.
   *
   * @param code its code
   * @param title the outcome in words
   * @param indicators what shows it
   */
  @Schema(name = "FrameworkOutcome")
  public record Outcome(
      @NotBlank String code,
      @NotBlank String title,
      @NotEmpty List<@NotNull @Valid FrameworkIndicator> indicators) {}

  /**
   * An indicator of a framework.
   *
   * @param code its code in the framework
   * @param title what it measures
   * @param level whose result it shows
   * @param unit what it is measured in
   * @param direction which way is better
   * @param numerator what is counted
   * @param denominator of what
   * @param catalogueCode the indicator of the catalogue by which contracts report it
   */
  @Schema(name = "FrameworkIndicator")
  public record FrameworkIndicator(
      @NotBlank String code,
      @NotBlank String title,
      @NotNull Level level,
      @NotNull Unit unit,
      @NotNull Direction direction,
      @Nullable String numerator,
      @Nullable String denominator,
      @Nullable String catalogueCode) {}

  OutcomeFramework adopt(LocalDate from) {
    require(Status.DRAFT);
    return next(Status.ADOPTED, from, outcomes);
  }

  OutcomeFramework supersede() {
    return next(Status.SUPERSEDED, validFrom, outcomes);
  }

  OutcomeFramework amend(List<Outcome> now) {
    require(Status.DRAFT);
    return next(Status.DRAFT, null, List.copyOf(now));
  }

  private void require(Status needed) {
    if (status != needed) {
      throw ProblemException.conflict(
          "FRAMEWORK_SETTLED", "An edition that was adopted no longer changes; begin another one.");
    }
  }

  private OutcomeFramework next(Status now, @Nullable LocalDate from, List<Outcome> content) {
    return new OutcomeFramework(
        id, authority, code, title, edition, now, from, content, source, version + 1);
  }
}
