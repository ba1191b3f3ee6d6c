package uk.carecontracts.monitoring.voice;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.http.Idempotent;
import uk.carecontracts.kit.http.Preconditions;
import uk.carecontracts.monitoring.concerns.Concern.Kind;
import uk.carecontracts.monitoring.concerns.Concern.Severity;

/** What officers do with feedback: answer it, publish what came of it, raise a concern. */
@Path("/v1/feedback")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Feedback")
@SecurityRequirement(name = "bearer")
@APIResponse(responseCode = "400", description = "A parameter or the body cannot be read")
@APIResponse(responseCode = "401", description = "A valid bearer token is needed")
@APIResponse(responseCode = "403", description = "The token does not allow this")
public class FeedbackStepsResource {
  private static final String ID = "The feedback";

  private final FeedbackDesk desk;
  private final Preconditions preconditions;

  FeedbackStepsResource(FeedbackDesk desk, Preconditions preconditions) {
    this.desk = desk;
    this.preconditions = preconditions;
  }

  /**
   * An answer.
   *
   * @param response what is answered
   * @param themes what it is about, where the suggested themes are not right
   */
  @Schema(name = "FeedbackAnswer")
  public record Answer(
      @NotBlank @Size(max = 4000) String response, @Nullable List<@NotBlank String> themes) {}

  /**
   * What is published.
   *
   * @param youSaid what was said, in words that name nobody
   * @param weDid what was done
   */
  @Schema(name = "FeedbackPublication")
  public record Publication(
      @NotBlank @Size(max = 1000) String youSaid, @NotBlank @Size(max = 1000) String weDid) {}

  /**
   * The concern to raise.
   *
   * @param kind quality or safeguarding
   * @param severity how serious
   */
  @Schema(name = "FeedbackEscalation")
  public record Escalation(@NotNull Kind kind, @NotNull Severity severity) {}

  /** Answers feedback. */
  @POST
  @Path("/{id}/response")
  @Transactional
  @Idempotent
  @RolesAllowed("monitoring:write")
  @Operation(
      operationId = "answerFeedback",
      summary = "Answer feedback and settle its themes (If-Match)")
  @APIResponse(
      responseCode = "200",
      description = "The feedback",
      content = @Content(schema = @Schema(implementation = Feedback.class)))
  @APIResponse(responseCode = "404", description = "There is no such feedback")
  @APIResponse(responseCode = "409", description = "It is published")
  @APIResponse(responseCode = "412", description = "It changed since it was read")
  @APIResponse(responseCode = "422", description = "A theme is unknown")
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  public Response answer(
      @Parameter(description = ID) @PathParam("id") UUID id, @NotNull @Valid Answer answer) {
    return changed(
        desk.answer(id, preconditions::requireMatch, answer.response(), answer.themes()));
  }

  /** Publishes what came of it. */
  @POST
  @Path("/{id}/publication")
  @Transactional
  @Idempotent
  @RolesAllowed("monitoring:write")
  @Operation(
      operationId = "publishFeedback",
      summary = "Publish what was said and what was done, in words that name nobody (If-Match)")
  @APIResponse(
      responseCode = "200",
      description = "The feedback",
      content = @Content(schema = @Schema(implementation = Feedback.class)))
  @APIResponse(responseCode = "404", description = "There is no such feedback")
  @APIResponse(responseCode = "409", description = "It was not answered, or is published")
  @APIResponse(responseCode = "412", description = "It changed since it was read")
  @APIResponse(responseCode = "422", description = "The words would let a person be recognised")
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  public Response publish(
      @Parameter(description = ID) @PathParam("id") UUID id,
      @NotNull @Valid Publication publication) {
    return changed(
        desk.publish(id, preconditions::requireMatch, publication.youSaid(), publication.weDid()));
  }

  /** Raises a concern. */
  @POST
  @Path("/{id}/concern")
  @Transactional
  @Idempotent
  @RolesAllowed("monitoring:write")
  @Operation(
      operationId = "escalateFeedback",
      summary = "Raise a concern from feedback, which counts towards risk at once (If-Match)")
  @APIResponse(
      responseCode = "200",
      description = "The feedback with its concern",
      content = @Content(schema = @Schema(implementation = Feedback.class)))
  @APIResponse(responseCode = "404", description = "There is no such feedback")
  @APIResponse(responseCode = "409", description = "A concern was raised from it already")
  @APIResponse(responseCode = "412", description = "It changed since it was read")
  @APIResponse(responseCode = "422", description = "It names no contract")
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  public Response escalate(
      @Parameter(description = ID) @PathParam("id") UUID id,
      @NotNull @Valid Escalation escalation) {
    return changed(
        desk.escalate(id, preconditions::requireMatch, escalation.kind(), escalation.severity()));
  }

  private Response changed(Feedback feedback) {
    return preconditions.changed(feedback, feedback.version());
  }
}
