package uk.carecontracts.monitoring.assessments;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.carecontracts.kit.http.Idempotent;
import uk.carecontracts.kit.http.Preconditions;

/**
 * The steps of an assessment: officers judge, share and publish, providers challenge and accept.
 */
@Path("/v1/assessments")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "bearer")
@Tag(name = "Assessments")
@APIResponse(responseCode = "400", description = "A parameter or the body cannot be read")
@APIResponse(responseCode = "401", description = "A valid bearer token is needed")
@APIResponse(responseCode = "403", description = "The token does not allow this")
public class AssessmentStepsResource {
  private static final String ID = "The assessment";

  private final Assessments assessments;
  private final Preconditions preconditions;

  AssessmentStepsResource(Assessments assessments, Preconditions preconditions) {
    this.assessments = assessments;
    this.preconditions = preconditions;
  }

  /**
   * What a provider holds to be wrong.
   *
   * @param standard the standard it is about
   * @param text what is wrong, and what shows it
   */
  @Schema(name = "AssessmentChallengeRequest")
  public record ChallengeRequest(
      @NotBlank String standard, @NotBlank @Size(max = 4000) String text) {}

  /** Judges standards. */
  @PUT
  @Path("/{id}/judgements")
  @Transactional
  @RolesAllowed("monitoring:write")
  @Operation(
      operationId = "judgeStandards",
      summary = "Record what was found about standards; the others stay as they are (If-Match)")
  @APIResponse(
      responseCode = "200",
      description = "The draft",
      content = @Content(schema = @Schema(implementation = Assessment.class)))
  @APIResponse(responseCode = "404", description = "There is no such assessment")
  @APIResponse(responseCode = "409", description = "It is no draft any more")
  @APIResponse(responseCode = "412", description = "It changed since it was read")
  @APIResponse(responseCode = "422", description = "A standard is not part of it or lacks words")
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  public Response judge(
      @Parameter(description = ID) @PathParam("id") UUID id,
      @NotNull @Valid AssessmentRequests.Judgements judgements) {
    return changed(assessments.judge(id, preconditions::requireMatch, judgements));
  }

  /** Shares the draft. */
  @POST
  @Path("/{id}/share")
  @Transactional
  @Idempotent
  @RolesAllowed("monitoring:write")
  @Operation(
      operationId = "shareAssessment",
      summary = "Show the draft to the provider, who may challenge facts from now on (If-Match)")
  @APIResponse(
      responseCode = "200",
      description = "The assessment with the last day to challenge",
      content = @Content(schema = @Schema(implementation = Assessment.class)))
  @APIResponse(responseCode = "404", description = "There is no such assessment")
  @APIResponse(responseCode = "409", description = "It is no draft any more")
  @APIResponse(responseCode = "412", description = "It changed since it was read")
  @APIResponse(responseCode = "422", description = "A standard is not judged yet")
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  public Response share(@Parameter(description = ID) @PathParam("id") UUID id) {
    return changed(assessments.share(id, preconditions::requireMatch));
  }

  /** Challenges a fact. */
  @POST
  @Path("/{id}/challenges")
  @Transactional
  @Idempotent
  @RolesAllowed("returns:submit")
  @Operation(
      operationId = "challengeAssessment",
      summary = "As the provider, challenge a fact of a shared draft (If-Match)")
  @APIResponse(
      responseCode = "200",
      description = "The assessment with the challenge",
      content = @Content(schema = @Schema(implementation = Assessment.class)))
  @APIResponse(responseCode = "404", description = "There is no such assessment")
  @APIResponse(responseCode = "409", description = "It is not shared, or accepted already")
  @APIResponse(responseCode = "412", description = "It changed since it was read")
  @APIResponse(responseCode = "422", description = "It is too late or not about a standard of it")
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  public Response challenge(
      @Parameter(description = ID) @PathParam("id") UUID id,
      @NotNull @Valid ChallengeRequest challenge) {
    return changed(
        assessments.challenge(
            id, preconditions::requireMatch, challenge.standard(), challenge.text()));
  }

  /** Accepts the draft. */
  @POST
  @Path("/{id}/accept")
  @Transactional
  @Idempotent
  @RolesAllowed("returns:submit")
  @Operation(
      operationId = "acceptAssessment",
      summary = "As the provider, accept a shared draft before the time is up (If-Match)")
  @APIResponse(
      responseCode = "200",
      description = "The assessment",
      content = @Content(schema = @Schema(implementation = Assessment.class)))
  @APIResponse(responseCode = "404", description = "There is no such assessment")
  @APIResponse(responseCode = "409", description = "It is not shared, or accepted already")
  @APIResponse(responseCode = "412", description = "It changed since it was read")
  @APIResponse(responseCode = "422", description = "The time is up")
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  public Response accept(@Parameter(description = ID) @PathParam("id") UUID id) {
    return changed(assessments.accept(id, preconditions::requireMatch));
  }

  /** Decides a challenge. */
  @POST
  @Path("/{id}/challenge-decisions")
  @Transactional
  @Idempotent
  @RolesAllowed("monitoring:write")
  @Operation(
      operationId = "decideChallenge",
      summary = "Decide a challenge, as someone who had no hand in the assessment (If-Match)")
  @APIResponse(
      responseCode = "200",
      description = "The assessment",
      content = @Content(schema = @Schema(implementation = Assessment.class)))
  @APIResponse(responseCode = "404", description = "There is no such assessment or challenge")
  @APIResponse(responseCode = "409", description = "It was decided already")
  @APIResponse(responseCode = "412", description = "It changed since it was read")
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  public Response decide(
      @Parameter(description = ID) @PathParam("id") UUID id,
      @NotNull @Valid AssessmentRequests.Decision decision) {
    return changed(assessments.decide(id, preconditions::requireMatch, decision));
  }

  /** Publishes the assessment. */
  @POST
  @Path("/{id}/publish")
  @Transactional
  @Idempotent
  @RolesAllowed("monitoring:write")
  @Operation(
      operationId = "publishAssessment",
      summary = "Publish an assessment with its rating; it counts as a review (If-Match)")
  @APIResponse(
      responseCode = "200",
      description = "The assessment with its result",
      content = @Content(schema = @Schema(implementation = Assessment.class)))
  @APIResponse(responseCode = "404", description = "There is no such assessment")
  @APIResponse(responseCode = "409", description = "It is not shared")
  @APIResponse(responseCode = "412", description = "It changed since it was read")
  @APIResponse(responseCode = "422", description = "A challenge is open or may still come")
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  public Response publish(@Parameter(description = ID) @PathParam("id") UUID id) {
    return changed(assessments.publish(id, preconditions::requireMatch));
  }

  private Response changed(Assessment assessment) {
    return preconditions.changed(assessment, assessment.version());
  }
}
