package uk.carecontracts.contracts.projects;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.projects.ProjectRequests.AnnouncementRequest;
import uk.carecontracts.contracts.projects.ProjectRequests.AppraisalRequest;
import uk.carecontracts.contracts.projects.ProjectRequests.EvidenceRequest;
import uk.carecontracts.contracts.projects.ProjectRequests.WaiverRequest;
import uk.carecontracts.kit.http.Idempotent;
import uk.carecontracts.kit.http.Preconditions;
import uk.carecontracts.kit.problem.ProblemException;
import uk.carecontracts.kit.problem.RuleViolation;
import uk.carecontracts.kit.tenancy.Caller;

/** What is done on the way through a project's gates: evidence, waivers, appraisal, risks. */
@Path("/v1/commissioning-projects")
@Tag(name = "Commissioning projects")
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "400", description = "The request cannot be read")
@APIResponse(responseCode = "401", description = "No valid bearer token")
@APIResponse(responseCode = "403", description = "The scope is missing")
public class ProjectWorkResource {
  private final Projects projects;
  private final Preconditions preconditions;
  private final Caller caller;
  private final Clock clock;

  ProjectWorkResource(Projects projects, Preconditions preconditions, Caller caller, Clock clock) {
    this.projects = projects;
    this.preconditions = preconditions;
    this.caller = caller;
    this.clock = clock;
  }

  @POST
  @Path("/{id}/items/{code}/evidence")
  @RolesAllowed("contracts:write")
  @Transactional
  @Idempotent
  @Operation(operationId = "evidenceProjectItem", summary = "Record what shows an item is done")
  @APIResponse(
      responseCode = "200",
      description = "The project",
      content = @Content(schema = @Schema(implementation = Project.class)))
  @APIResponse(responseCode = "404", description = "There is no such project or item")
  @APIResponse(responseCode = "412", description = "Someone changed it since; read it again")
  @APIResponse(responseCode = "422", description = "Something else must be recorded first")
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  public Response evidence(
      @PathParam("id") UUID id,
      @PathParam("code") @Parameter(description = "Code of the checklist item") String code,
      @NotNull @Valid EvidenceRequest body) {
    LocalDate today = LocalDate.now(clock);
    LocalDate on = body.on() == null ? today : body.on();
    if (on.isAfter(today)) {
      throw new RuleViolation("DAY_TO_COME", on + " is still to come.", "/on");
    }
    ChecklistItem.Evidence evidence =
        new ChecklistItem.Evidence(body.summary(), body.url(), on, caller.subject());
    return step(
        id,
        "commissioning-project.evidenced.v1",
        body.summary(),
        project -> project.evidenced(code, evidence));
  }

  @POST
  @Path("/{id}/items/{code}/waiver")
  @RolesAllowed("contracts:write")
  @Transactional
  @Idempotent
  @Operation(
      operationId = "waiveProjectItem",
      summary = "Leave an item out; people who use the service only with a full explanation")
  @APIResponse(
      responseCode = "200",
      description = "The project",
      content = @Content(schema = @Schema(implementation = Project.class)))
  @APIResponse(responseCode = "404", description = "There is no such project or item")
  @APIResponse(responseCode = "412", description = "Someone changed it since; read it again")
  @APIResponse(responseCode = "422", description = "The explanation does not do")
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  public Response waive(
      @PathParam("id") UUID id,
      @PathParam("code") @Parameter(description = "Code of the checklist item") String code,
      @NotNull @Valid WaiverRequest body) {
    ChecklistItem.Waiver waiver =
        new ChecklistItem.Waiver(
            body.reason(),
            body.lesserSteps().stream()
                .map(each -> new ChecklistItem.LesserStep(each.step(), each.whyNot()))
                .toList(),
            LocalDate.now(clock),
            body.decidedBy());
    return step(
        id,
        "commissioning-project.item-waived.v1",
        body.reason(),
        project -> project.waived(code, waiver));
  }

  @PUT
  @Path("/{id}/options-appraisal")
  @RolesAllowed("contracts:write")
  @Transactional
  @Operation(
      operationId = "appraiseProjectOptions",
      summary = "Record options scored against weighted criteria, and the one chosen")
  @APIResponse(
      responseCode = "200",
      description = "The project",
      content = @Content(schema = @Schema(implementation = Project.class)))
  @APIResponse(responseCode = "404", description = "There is no such project")
  @APIResponse(responseCode = "412", description = "Someone changed it since; read it again")
  @APIResponse(responseCode = "422", description = "It cannot be added up, or leaves a side out")
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  public Response appraise(@PathParam("id") UUID id, @NotNull @Valid AppraisalRequest body) {
    return step(
        id,
        "commissioning-project.options-appraised.v1",
        body.appraisal().reason(),
        project -> project.appraised(body.appraisal(), body.decidedBy(), LocalDate.now(clock)));
  }

  @GET
  @Path("/{id}/options-appraisal")
  @Authenticated
  @Transactional
  @Operation(
      operationId = "getProjectAppraisal",
      summary = "The appraisal added up: ranking, and what weight would change the answer")
  @APIResponse(
      responseCode = "200",
      description = "The result",
      content = @Content(schema = @Schema(implementation = AppraisalResult.class)))
  @APIResponse(responseCode = "404", description = "There is no such project, or no appraisal yet")
  public AppraisalResult appraisal(@PathParam("id") UUID id) {
    OptionsAppraisal appraisal = projects.require(id).appraisal();
    if (appraisal == null) {
      throw ProblemException.notFound("options appraisal of project", id);
    }
    return AppraisalResult.of(appraisal);
  }

  @PUT
  @Path("/{id}/risks")
  @RolesAllowed("contracts:write")
  @Transactional
  @Operation(
      operationId = "recordProjectRisk",
      summary = "Put a risk into the register, or change what it says of it")
  @APIResponse(
      responseCode = "200",
      description = "The project",
      content = @Content(schema = @Schema(implementation = Project.class)))
  @APIResponse(responseCode = "404", description = "There is no such project")
  @APIResponse(responseCode = "412", description = "Someone changed it since; read it again")
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  public Response risk(@PathParam("id") UUID id, @NotNull @Valid Risk risk) {
    return step(
        id,
        "commissioning-project.risk-recorded.v1",
        risk.title(),
        project -> project.atRisk(risk));
  }

  @PUT
  @Path("/{id}/announcement")
  @RolesAllowed("contracts:write")
  @Transactional
  @Operation(
      operationId = "announceProject",
      summary = "Show a new need to suppliers in the public pipeline, or take it out",
      description =
          "For a need that no contract on the register meets today; where a contract ends, the"
              + " pipeline tells of it by itself. Its days are scheduled back from terms.start.")
  @APIResponse(
      responseCode = "200",
      description = "The project",
      content = @Content(schema = @Schema(implementation = Project.class)))
  @APIResponse(responseCode = "404", description = "There is no such project")
  @APIResponse(responseCode = "412", description = "Someone changed it since; read it again")
  @APIResponse(
      responseCode = "422",
      description = "NOT_FOR_THE_PIPELINE with every reason, or PROJECT_CLOSED")
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  public Response announce(@PathParam("id") UUID id, @NotNull @Valid AnnouncementRequest body) {
    Announcement said =
        body.published()
            ? new Announcement(body.summary(), body.lots(), LocalDate.now(clock))
            : null;
    return step(
        id,
        "commissioning-project.announced.v1",
        body.summary(),
        project -> project.announced(said));
  }

  private Response step(UUID id, String event, @Nullable String why, UnaryOperator<Project> verb) {
    Project project = projects.change(id, preconditions::requireMatch, event, why, verb);
    return preconditions.changed(project, project.version());
  }
}
