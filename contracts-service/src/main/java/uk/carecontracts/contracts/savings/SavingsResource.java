package uk.carecontracts.contracts.savings;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import uk.carecontracts.contracts.savings.SavingsRequests.Computation;
import uk.carecontracts.contracts.savings.SavingsRequests.InitiativeRequest;
import uk.carecontracts.contracts.savings.SavingsRequests.MonthsRequest;
import uk.carecontracts.kit.csv.CsvLists;
import uk.carecontracts.kit.http.Cursor;
import uk.carecontracts.kit.http.Idempotent;
import uk.carecontracts.kit.http.ListFilter;
import uk.carecontracts.kit.http.Page;
import uk.carecontracts.kit.http.Paging;
import uk.carecontracts.kit.http.Preconditions;
import uk.carecontracts.kit.tenancy.Caller;

/** Savings programmes and what saves towards them. */
@Path("/v1/savings-programmes")
@Tag(name = "Savings", description = "Targets, and what was planned, is expected and was delivered")
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "400", description = "The request cannot be read")
@APIResponse(responseCode = "401", description = "No valid bearer token")
@APIResponse(responseCode = "403", description = "The scope is missing")
public class SavingsResource {
  private final Savings savings;
  private final Preconditions preconditions;
  private final Paging paging;
  private final CsvLists lists;
  private final Caller caller;

  SavingsResource(
      Savings savings, Preconditions preconditions, Paging paging, Caller caller, CsvLists lists) {
    this.savings = savings;
    this.preconditions = preconditions;
    this.paging = paging;
    this.lists = lists;
    this.caller = caller;
  }

  @POST
  @RolesAllowed("contracts:write")
  @Transactional
  @Idempotent
  @Operation(operationId = "beginSavingsProgramme", summary = "Begin a programme with its targets")
  @APIResponse(
      responseCode = "201",
      description = "The programme",
      headers = {@Header(name = "Location"), @Header(name = "ETag")},
      content = @Content(schema = @Schema(implementation = SavingsProgramme.class)))
  @APIResponse(responseCode = "422", description = "A target is for a year outside the programme")
  public Response begin(@NotNull @Valid ProgrammeTerms terms) {
    SavingsProgramme programme = savings.begin(caller.authority(), terms);
    return preconditions.created(programme, programme.id(), programme.version());
  }

  @GET
  @Authenticated
  @Transactional
  @Operation(
      operationId = "listSavingsProgrammes",
      summary = "The authority's programmes, newest first",
      description =
          "The whole list as a spreadsheet with Accept: text/csv: a line for each programme with"
              + " its target, in all and year by year.")
  @APIResponse(responseCode = "200", description = "A page of programmes")
  public RestResponse<Page<SavingsProgramme>> list(@BeanParam ListFilter part) {
    return paging.page(
        Page.byId(
            Cursor.fingerprint("savings-programmes"),
            part.cursor,
            part.limit,
            (before, most) -> savings.programmes(caller.authority(), before, most),
            each -> each.id()));
  }

  @GET
  @Authenticated
  @Transactional
  @Produces("text/csv")
  @Operation(hidden = true)
  public Response listAsCsv() {
    String authority = caller.authority();
    return lists.whole(
        ProgrammeCsv.SHEET, (before, most) -> savings.programmes(authority, before, most));
  }

  @GET
  @Path("/{id}")
  @Authenticated
  @Transactional
  @Operation(operationId = "getSavingsProgramme", summary = "One programme")
  @APIResponse(
      responseCode = "200",
      description = "The programme",
      headers = @Header(name = "ETag"),
      content = @Content(schema = @Schema(implementation = SavingsProgramme.class)))
  @APIResponse(responseCode = "304", description = "The caller holds it already")
  @APIResponse(responseCode = "404", description = "There is no such programme")
  public Response get(@PathParam("id") UUID id) {
    SavingsProgramme programme = savings.programme(id);
    return preconditions.answer(programme, Preconditions.etag(programme.version()));
  }

  @PUT
  @Path("/{id}")
  @RolesAllowed("contracts:write")
  @Transactional
  @Operation(operationId = "changeSavingsProgramme", summary = "Change a programme's targets")
  @APIResponse(
      responseCode = "200",
      description = "The programme",
      content = @Content(schema = @Schema(implementation = SavingsProgramme.class)))
  @APIResponse(responseCode = "404", description = "There is no such programme")
  @APIResponse(responseCode = "412", description = "Someone changed it since; read it again")
  @APIResponse(responseCode = "422", description = "A target is for a year outside the programme")
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  public Response change(@PathParam("id") UUID id, @NotNull @Valid ProgrammeTerms terms) {
    SavingsProgramme programme = savings.change(id, preconditions::requireMatch, terms);
    return preconditions.changed(programme, programme.version());
  }

  @GET
  @Path("/{id}/report")
  @Authenticated
  @Transactional
  @Operation(
      operationId = "reportSavings",
      summary = "Planned, delivered and outlook by month and year against the target, with colours")
  @APIResponse(
      responseCode = "200",
      description = "The report",
      content = @Content(schema = @Schema(implementation = SavingsReport.class)))
  @APIResponse(responseCode = "404", description = "There is no such programme")
  public SavingsReport report(@PathParam("id") UUID id) {
    return savings.report(id);
  }

  @POST
  @Path("/{id}/initiatives")
  @RolesAllowed("contracts:write")
  @Transactional
  @Idempotent
  @Operation(operationId = "beginSavingsInitiative", summary = "Begin something that saves")
  @APIResponse(
      responseCode = "201",
      description = "The initiative",
      content = @Content(schema = @Schema(implementation = SavingsInitiative.class)))
  @APIResponse(responseCode = "404", description = "No such programme, contract or project")
  public Response beginInitiative(
      @PathParam("id") UUID id, @NotNull @Valid InitiativeRequest body) {
    SavingsInitiative initiative = savings.beginInitiative(id, body);
    return preconditions.created(initiative, initiative.id(), initiative.version());
  }

  @GET
  @Path("/{id}/initiatives")
  @Authenticated
  @Transactional
  @Operation(operationId = "listSavingsInitiatives", summary = "What saves, newest first")
  @APIResponse(responseCode = "200", description = "A page of initiatives")
  @APIResponse(responseCode = "404", description = "There is no such programme")
  public RestResponse<Page<SavingsInitiative>> initiatives(
      @PathParam("id") UUID id, @BeanParam ListFilter part) {
    savings.programme(id);
    return paging.page(
        Page.byId(
            Cursor.fingerprint("savings-initiatives", id),
            part.cursor,
            part.limit,
            (before, most) -> savings.initiatives(id, before, most),
            each -> each.id()));
  }

  @GET
  @Path("/{id}/initiatives/{initiativeId}")
  @Authenticated
  @Transactional
  @Operation(operationId = "getSavingsInitiative", summary = "One initiative, month by month")
  @APIResponse(
      responseCode = "200",
      description = "The initiative",
      headers = @Header(name = "ETag"),
      content = @Content(schema = @Schema(implementation = SavingsInitiative.class)))
  @APIResponse(responseCode = "304", description = "The caller holds it already")
  @APIResponse(responseCode = "404", description = "There is no such programme or initiative")
  public Response initiative(
      @PathParam("id") UUID id, @PathParam("initiativeId") UUID initiativeId) {
    SavingsInitiative initiative = savings.initiative(id, initiativeId);
    return preconditions.answer(initiative, Preconditions.etag(initiative.version()));
  }

  @PUT
  @Path("/{id}/initiatives/{initiativeId}/months")
  @RolesAllowed("contracts:write")
  @Transactional
  @Operation(
      operationId = "stateSavings",
      summary = "Say what is planned, expected and delivered; what is delivered needs evidence")
  @APIResponse(
      responseCode = "200",
      description = "The initiative",
      content = @Content(schema = @Schema(implementation = SavingsInitiative.class)))
  @APIResponse(responseCode = "404", description = "There is no such programme or initiative")
  @APIResponse(responseCode = "412", description = "Someone changed it since; read it again")
  @APIResponse(responseCode = "422", description = "Without evidence, ahead of time, or twice")
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  public Response state(
      @PathParam("id") UUID id,
      @PathParam("initiativeId") UUID initiativeId,
      @NotNull @Valid MonthsRequest body) {
    SavingsInitiative initiative =
        savings.say(id, initiativeId, preconditions::requireMatch, body.asMonths(), body.reason());
    return preconditions.changed(initiative, initiative.version());
  }

  @POST
  @Path("/{id}/initiatives/{initiativeId}/computations")
  @RolesAllowed("contracts:write")
  @Transactional
  @Idempotent
  @Operation(
      operationId = "computeSavings",
      summary = "Work a saving out from the contract's price or from a sliding scale",
      description =
          "upliftAvoided takes the yearly amount of the contract's price schedule, else its annual"
              + " value; priceSchedule prices volume by the contract's own schedule, compared with"
              + " the full unit price or with an earlier schedule; slidingScale takes any scale.")
  @APIResponse(
      responseCode = "200",
      description = "The initiative with the months worked out",
      content = @Content(schema = @Schema(implementation = SavingsInitiative.class)))
  @APIResponse(responseCode = "404", description = "There is no such programme or initiative")
  @APIResponse(responseCode = "412", description = "Someone changed it since; read it again")
  @APIResponse(responseCode = "422", description = "No price is known, or the scale is broken")
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  public Response compute(
      @PathParam("id") UUID id,
      @PathParam("initiativeId") UUID initiativeId,
      @NotNull @Valid Computation body) {
    SavingsInitiative initiative =
        savings.compute(id, initiativeId, preconditions::requireMatch, body);
    return preconditions.changed(initiative, initiative.version());
  }
}
