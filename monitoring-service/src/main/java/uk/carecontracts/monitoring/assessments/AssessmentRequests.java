package uk.carecontracts.monitoring.assessments;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Bodies of requests about assessments. */
final class AssessmentRequests {
  private AssessmentRequests() {}

  /**
   * An assessment to begin.
   *
   * @param contractId the contract
   * @param locationId the home or branch visited, where it is one
   * @param reAuditOf an assessment whose shortfalls alone are looked at again
   */
  @Schema(name = "AssessmentStart")
  public record Start(
      @NotNull UUID contractId, @Nullable UUID locationId, @Nullable UUID reAuditOf) {}

  /**
   * What was found about one standard.
   *
   * @param standard its code
   * @param score 4 excellent, 3 good, 2 requires improvement, 1 poor
   * @param finding what was seen, heard and read
   * @param shortfall what is missing; needed for a score below 3
   */
  @Schema(name = "Judgement")
  public record Judgement(
      @NotBlank String standard,
      @NotNull @Min(1) @Max(4) Integer score,
      @Nullable @Size(max = 4000) String finding,
      @Nullable @Size(max = 4000) String shortfall) {}

  /**
   * Several judgements.
   *
   * @param judgements one for each standard judged now
   */
  @Schema(name = "Judgements")
  public record Judgements(@NotEmpty List<@NotNull @Valid Judgement> judgements) {}

  /**
   * The outcome of a challenge.
   *
   * @param challengeId the challenge
   * @param upheld whether it was right
   * @param reason why
   * @param score the standard's score instead, where the challenge was right
   */
  @Schema(name = "ChallengeDecision")
  public record Decision(
      @NotNull UUID challengeId,
      @NotNull Boolean upheld,
      @NotBlank @Size(max = 4000) String reason,
      @Nullable @Min(1) @Max(4) Integer score) {}
}
