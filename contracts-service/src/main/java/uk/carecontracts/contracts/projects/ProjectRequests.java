package uk.carecontracts.contracts.projects;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.register.Award;
import uk.carecontracts.contracts.terms.ContractType;
import uk.carecontracts.contracts.terms.Procedure;
import uk.carecontracts.contracts.terms.Regime;

/** Bodies of a project's steps. */
public final class ProjectRequests {
  private ProjectRequests() {}

  /** What shows that an item is done; today when no day is given. */
  public record EvidenceRequest(
      @NotBlank @Size(max = 4000) String summary,
      @Nullable
          @Size(max = 2000)
          @Pattern(regexp = "[Hh][Tt][Tt][Pp][Ss]?://\\S+", message = "must be a web address")
          String url,
      @Nullable LocalDate on) {}

  /** A lesser step than leaving people out, and why it would not do. */
  public record Lesser(
      @NotBlank @Size(max = 500) String step, @NotBlank @Size(max = 2000) String whyNot) {}

  /** Why an item is left out, and who decided. */
  public record WaiverRequest(
      @NotBlank @Size(max = 8000) String reason,
      @NotBlank @Size(max = 200) String decidedBy,
      @Valid @Size(max = 20) List<Lesser> lesserSteps) {
    /** None unless stated. */
    public WaiverRequest {
      lesserSteps = lesserSteps == null ? List.of() : List.copyOf(lesserSteps);
    }
  }

  /** Who decided to go through the gate, and why. */
  public record GateRequest(
      @NotBlank @Size(max = 200) String decidedBy, @NotBlank @Size(max = 4000) String why) {}

  /** An options appraisal and who made the choice. */
  public record AppraisalRequest(
      @NotBlank @Size(max = 200) String decidedBy, @NotNull @Valid OptionsAppraisal appraisal) {}

  /**
   * Whether suppliers see the need in the public pipeline, and what they are told.
   *
   * @param published whether they see it
   * @param summary in words
   * @param lots parts that may be tendered by themselves
   */
  public record AnnouncementRequest(
      @NotNull Boolean published,
      @Nullable @Size(max = 4000) String summary,
      @Size(max = 100) List<@NotBlank @Size(max = 500) String> lots) {
    /** None unless stated. */
    public AnnouncementRequest {
      lots = lots == null ? List.of() : List.copyOf(lots);
    }
  }

  /** Any other decision. */
  public record DecisionRequest(
      @NotBlank @Size(max = 1000) String what,
      @NotBlank @Size(max = 4000) String why,
      @NotBlank @Size(max = 200) String decidedBy) {}

  /**
   * The contract the project ends in. What the project knows is carried over.
   *
   * @param reference the contract's reference
   * @param type kind of agreement
   * @param regime body of rules it is bought under
   * @param procedure how the supplier was found
   * @param award suppliers, days and value
   * @param decidedBy who decided
   * @param why why these suppliers
   */
  public record AwardRequest(
      @NotBlank @Size(max = 200) String reference,
      @NotNull ContractType type,
      @NotNull Regime regime,
      @NotNull Procedure procedure,
      @NotNull @Valid Award award,
      @NotBlank @Size(max = 200) String decidedBy,
      @NotBlank @Size(max = 4000) String why) {}
}
