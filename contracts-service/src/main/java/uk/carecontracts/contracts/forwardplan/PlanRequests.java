package uk.carecontracts.contracts.forwardplan;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.options.DecisionKind;

/** Bodies of the forward plan. */
public final class PlanRequests {
  private PlanRequests() {}

  /**
   * What is meant to follow a contract.
   *
   * @param team who works on it; the contract's department when left out
   * @param intention what is meant
   * @param published whether suppliers see it in the pipeline; yes when left out
   * @param summary what suppliers are told
   * @param lots parts that may be tendered by themselves
   * @param reason why, for the history
   */
  public record IntentionRequest(
      @Nullable @Size(max = 200) String team,
      @NotNull Intention intention,
      @Nullable Boolean published,
      @Nullable @Size(max = 4000) String summary,
      @Size(max = 50) List<@NotBlank @Size(max = 300) String> lots,
      @Nullable @Size(max = 2000) String reason) {
    /** No lots unless named. */
    public IntentionRequest {
      lots = lots == null ? List.of() : List.copyOf(lots);
    }
  }

  /**
   * A step is taken.
   *
   * @param decision the decision it leads to
   * @param decisionDate the day of that decision, where there are several of the kind
   * @param milestone the step
   * @param completedOn the day it was taken; today when left out
   * @param evidence what shows it
   */
  public record Completion(
      @NotNull DecisionKind decision,
      @Nullable LocalDate decisionDate,
      @NotBlank @Size(max = 60) String milestone,
      @Nullable LocalDate completedOn,
      @Nullable @Size(max = 2000) String evidence) {}

  /**
   * The day of a step moves.
   *
   * @param decision the decision it leads to
   * @param decisionDate the day of that decision, where there are several of the kind
   * @param milestone the step
   * @param to the day it is due instead
   * @param reason why
   */
  public record MoveRequest(
      @NotNull DecisionKind decision,
      @Nullable LocalDate decisionDate,
      @NotBlank @Size(max = 60) String milestone,
      @NotNull LocalDate to,
      @NotBlank @Size(max = 2000) String reason) {}

  /**
   * The plan of a contract.
   *
   * @param contractId the contract
   * @param record what was decided and done
   * @param entries the decisions that come, with their steps
   * @param version of what was decided and done; also the entity tag
   */
  public record ContractPlan(
      UUID contractId, PlanRecord record, List<PlanEntry> entries, long version) {}
}
