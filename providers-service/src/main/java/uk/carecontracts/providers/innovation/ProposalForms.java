package uk.carecontracts.providers.innovation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The requests about innovation. */
public final class ProposalForms {

  private ProposalForms() {}

  /** How much an element of a specification does for people. */
  @Schema(name = "OutcomeEffect")
  public enum Effect {
    /** Nothing that anyone can tell. */
    NONE,
    /** Little for its cost. */
    LITTLE,
    /** Something that would be missed. */
    SOME
  }

  /**
   * A part of a specification that adds cost but little outcome.
   *
   * @param contractId the contract whose specification asks for it
   * @param requirement what the specification asks for
   * @param annualCost pounds it costs a year
   * @param effect how much it does for people
   * @param instead what would do instead
   */
  @Schema(name = "SpecificationElement")
  public record Element(
      @Nullable UUID contractId,
      @NotBlank @Size(max = 2000) String requirement,
      @NotNull @DecimalMin("0") @Digits(integer = 12, fraction = 2) BigDecimal annualCost,
      @NotNull Effect effect,
      @Nullable @Size(max = 2000) String instead) {}

  /** A proposal to hand in; a provider's token hands in its own. */
  @Schema(name = "NewInnovationProposal")
  public record NewProposal(
      @Nullable @Schema(description = "Whose idea it is; absent: the authority's own")
          UUID providerId,
      @NotNull ProposalKind kind,
      @NotBlank @Size(max = 200) String title,
      @NotBlank @Size(max = 20_000) String description,
      @Nullable @Valid @Schema(description = "Needed for SPECIFICATION_ELEMENT, and only there")
          Element element) {}

  /** What triage decides. */
  @Schema(name = "ProposalTriage")
  public record Triage(
      @Schema(description = "true: make a business case; false: decline") boolean takeForward,
      @NotBlank @Size(max = 2000) String reason) {}

  /**
   * A business case.
   *
   * @param investment pounds needed once; 0 when nothing needs to be bought
   * @param annualSaving pounds saved a year
   * @param annualRunningCost pounds a year to keep it going
   * @param years how long it is reckoned to last
   * @param outcomes what it does for people
   * @param risks what may go wrong
   */
  @Schema(name = "NewBusinessCase")
  public record Case(
      @NotNull @DecimalMin("0") @Digits(integer = 12, fraction = 2) BigDecimal investment,
      @NotNull @DecimalMin("0") @Digits(integer = 12, fraction = 2) BigDecimal annualSaving,
      @NotNull @DecimalMin("0") @Digits(integer = 12, fraction = 2) BigDecimal annualRunningCost,
      @Min(1) @Max(30) int years,
      @NotBlank @Size(max = 4000) String outcomes,
      @NotBlank @Size(max = 4000) String risks) {}

  /** An approval; what the case needs is taken out of the fund. */
  @Schema(name = "ProposalApproval")
  public record Approval(
      @Nullable @Schema(description = "The fund; needed when there is something to invest")
          UUID fundId,
      @NotBlank @Size(max = 2000) String reason) {}

  /** A pilot to begin. */
  @Schema(name = "NewPilot")
  public record Pilot(
      @NotNull LocalDate startsOn,
      @NotNull LocalDate endsOn,
      @NotBlank @Size(max = 2000) @Schema(description = "What will show whether it works")
          String measures) {}

  /** What follows from a pilot. */
  @Schema(name = "PilotConclusion")
  public enum Conclusion {
    /** It works: do it everywhere. */
    ADOPT,
    /** It works with changes. */
    ADAPT,
    /** It does not work. */
    STOP
  }

  /** The result of a pilot. */
  @Schema(name = "PilotResult")
  public record Result(
      @NotNull Conclusion conclusion,
      @NotBlank @Size(max = 4000) String findings,
      @NotNull
          @DecimalMin("0")
          @Digits(integer = 12, fraction = 2)
          @Schema(description = "Pounds of the award that were not needed; they go back")
          BigDecimal unspent) {}

  /** What a proposal brought in a time. */
  @Schema(name = "NewBenefit")
  public record Benefit(
      @NotBlank @Size(max = 60) @Schema(examples = "2027-28") String period,
      @NotNull
          @DecimalMin("0")
          @Digits(integer = 12, fraction = 2)
          @Schema(description = "Pounds saved")
          BigDecimal saved,
      @NotNull
          @DecimalMin("0")
          @Digits(integer = 12, fraction = 2)
          @Schema(description = "Pounds of it that are paid back into the fund")
          BigDecimal repaid,
      @NotBlank @Size(max = 2000) String evidence) {}

  /** A fund to open. */
  @Schema(name = "NewInnovationFund")
  public record NewFund(
      @NotBlank @Size(max = 200) String name, @NotBlank @Size(max = 2000) String purpose) {}

  /** Money that comes into a fund. */
  @Schema(name = "FundContribution")
  public record Contribution(
      @NotNull @DecimalMin("0.01") @Digits(integer = 12, fraction = 2) BigDecimal amount,
      @NotBlank @Size(max = 1000) String note) {}
}
