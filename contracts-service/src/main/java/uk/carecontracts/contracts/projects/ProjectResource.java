package uk.carecontracts.contracts.projects;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.projects.ProjectRequests.AwardRequest;
import uk.carecontracts.contracts.projects.ProjectRequests.DecisionRequest;
import uk.carecontracts.contracts.projects.ProjectRequests.GateRequest;
import uk.carecontracts.kit.csv.CsvLists;
import uk.carecontracts.kit.http.Cursor;
import uk.carecontracts.kit.http.Idempotent;
import uk.carecontracts.kit.http.ListFilter;
import uk.carecontracts.kit.http.Page;
import uk.carecontracts.kit.http.Paging;
import uk.carecontracts.kit.http.Preconditions;
import uk.carecontracts.kit.tenancy.Caller;

/** Commissioning projects: from the need through the gates to the contract. */
@Path("/v1/commissioning-projects")
@Tag(
    name = "Commissioning projects",
    description = "Procurements on their way through ANALYSE, PLAN, DO and REVIEW")
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "400", description = "The request cannot be read")
@APIResponse(responseCode = "401", description = "No valid bearer token")
@APIResponse(responseCode = "403", description = "The scope is missing")
public class ProjectResource {
  private final Projects projects;
  private final ContractAward awards;
  private final Preconditions preconditions;
  private final Paging paging;
  private final CsvLists lists;
  private final Caller caller;
  private final Clock clock;

  ProjectResource(
      Projects projects,
      ContractAward awards,
      Preconditions preconditions,
      Paging paging,
      Caller caller,
      Clock clock,
      CsvLists lists) {
    this.projects = projects;
    this.awards = awards;
    this.preconditions = preconditions;
    this.paging = paging;
    this.lists = lists;
    this.caller = caller;
    this.clock = clock;
  }

  @POST
  @RolesAllowed("contracts:write")
  @Transactional
  @Idempotent
  @Operation(
      operationId = "openProject",
      summary = "Open a project with the checklist for its value and service")
  @APIResponse(
      responseCode = "201",
      description = "The project",
      headers = {@Header(name = "Location"), @Header(name = "ETag")},
      content = @Content(schema = @Schema(implementation = Project.class)))
  @APIResponse(responseCode = "422", description = "No contract could have such a term")
  public Response open(@NotNull @Valid ProjectTerms terms) {
    Project project = projects.open(caller.authority(), terms, null);
    return preconditions.created(project, project.id(), project.version());
  }

  @GET
  @Authenticated
  @Transactional
  @Operation(
      operationId = "listProjects",
      summary = "The authority's projects, newest first",
      description =
          "The whole list as a spreadsheet with Accept: text/csv: a line for each project with its"
              + " stage, how many items its gate waits for, its value and its dates.")
  @APIResponse(responseCode = "200", description = "A page of projects")
  public RestResponse<Page<Project>> list(
      @QueryParam("stage") @Parameter(description = "Where they stand") @Nullable Stage stage,
      @BeanParam ListFilter part) {
    return paging.page(
        Page.byId(
            Cursor.fingerprint("projects", stage),
            part.cursor,
            part.limit,
            (before, most) -> projects.list(caller.authority(), stage, before, most),
            each -> each.id()));
  }

  @GET
  @Authenticated
  @Transactional
  @Produces("text/csv")
  @Operation(hidden = true)
  public Response listAsCsv(@QueryParam("stage") @Nullable Stage stage) {
    String authority = caller.authority();
    return lists.whole(
        ProjectCsv.SHEET, (before, most) -> projects.list(authority, stage, before, most));
  }

  @GET
  @Path("/{id}")
  @Authenticated
  @Transactional
  @Operation(operationId = "getProject", summary = "One project with everything decided in it")
  @APIResponse(
      responseCode = "200",
      description = "The project",
      headers = @Header(name = "ETag"),
      content = @Content(schema = @Schema(implementation = Project.class)))
  @APIResponse(responseCode = "304", description = "The caller holds it already")
  @APIResponse(responseCode = "404", description = "There is no such project")
  public Response get(@PathParam("id") UUID id) {
    Project project = projects.require(id);
    return preconditions.answer(project, Preconditions.etag(project.version()));
  }

  @POST
  @Path("/{id}/pass-gate")
  @RolesAllowed("contracts:write")
  @Transactional
  @Idempotent
  @Operation(
      operationId = "passProjectGate",
      summary = "Go through the gate of the present stage; shut while a required item is open")
  @APIResponse(
      responseCode = "200",
      description = "The project",
      content = @Content(schema = @Schema(implementation = Project.class)))
  @APIResponse(responseCode = "404", description = "There is no such project")
  @APIResponse(responseCode = "412", description = "Someone changed it since; read it again")
  @APIResponse(responseCode = "422", description = "Every open item is listed")
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  public Response passGate(@PathParam("id") UUID id, @NotNull @Valid GateRequest body) {
    return step(
        id,
        "commissioning-project.gate-passed.v1",
        body.why(),
        project -> project.passGate(body.decidedBy(), body.why(), LocalDate.now(clock)));
  }

  @POST
  @Path("/{id}/decisions")
  @RolesAllowed("contracts:write")
  @Transactional
  @Idempotent
  @Operation(operationId = "recordProjectDecision", summary = "Record who decided what and why")
  @APIResponse(
      responseCode = "200",
      description = "The project",
      content = @Content(schema = @Schema(implementation = Project.class)))
  @APIResponse(responseCode = "404", description = "There is no such project")
  @APIResponse(responseCode = "412", description = "Someone changed it since; read it again")
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  public Response decide(@PathParam("id") UUID id, @NotNull @Valid DecisionRequest body) {
    return step(
        id,
        "commissioning-project.decided.v1",
        body.why(),
        project ->
            project.decided(body.what(), body.why(), body.decidedBy(), LocalDate.now(clock)));
  }

  @POST
  @Path("/{id}/award")
  @RolesAllowed("contracts:write")
  @Transactional
  @Idempotent
  @Operation(
      operationId = "awardProject",
      summary = "Make the awarded contract in the register, with what the project knows")
  @APIResponse(
      responseCode = "200",
      description = "The project with its contract",
      content = @Content(schema = @Schema(implementation = Project.class)))
  @APIResponse(responseCode = "404", description = "There is no such project")
  @APIResponse(responseCode = "409", description = "The reference is another contract's")
  @APIResponse(responseCode = "412", description = "Someone changed it since; read it again")
  @APIResponse(responseCode = "422", description = "It is too early, or the award breaks a rule")
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  public Response award(@PathParam("id") UUID id, @NotNull @Valid AwardRequest body) {
    return step(
        id,
        "commissioning-project.awarded.v1",
        body.why(),
        project -> {
          project.requireAwardable();
          UUID contract = awards.of(project, body);
          return project.awarded(contract, body.why(), body.decidedBy(), body.award().awardDate());
        });
  }

  private Response step(UUID id, String event, @Nullable String why, UnaryOperator<Project> verb) {
    Project project = projects.change(id, preconditions::requireMatch, event, why, verb);
    return preconditions.changed(project, project.version());
  }
}
