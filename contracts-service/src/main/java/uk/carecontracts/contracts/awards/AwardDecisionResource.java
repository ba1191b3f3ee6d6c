package uk.carecontracts.contracts.awards;

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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
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
import uk.carecontracts.kit.http.Cursor;
import uk.carecontracts.kit.http.Idempotent;
import uk.carecontracts.kit.http.ListFilter;
import uk.carecontracts.kit.http.Page;
import uk.carecontracts.kit.http.Paging;
import uk.carecontracts.kit.http.Preconditions;
import uk.carecontracts.kit.tenancy.Caller;

/** How awards are decided: criteria, panel, tenders, decision. */
@Path("/v1/award-decisions")
@Tag(
    name = "Award decisions",
    description = "Criteria, panel, tenders and decision of awards; the decisions of a year")
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AwardDecisionResource {
  private final AwardDesk desk;
  private final AwardDecisionRepository decisions;
  private final Preconditions preconditions;
  private final Paging paging;
  private final Caller caller;

  AwardDecisionResource(
      AwardDesk desk,
      AwardDecisionRepository decisions,
      Preconditions preconditions,
      Paging paging,
      Caller caller) {
    this.desk = desk;
    this.decisions = decisions;
    this.preconditions = preconditions;
    this.paging = paging;
    this.caller = caller;
  }

  /** A decision to prepare for a contract. */
  public record Preparation(@NotNull UUID contractId, @NotNull @Valid AwardContent content) {}

  @POST
  @RolesAllowed("contracts:write")
  @Transactional
  @Idempotent
  @Operation(
      operationId = "prepareAwardDecision",
      summary =
          "Begin the decision of a contract: criteria, panel; the answer says what is missing")
  @APIResponse(
      responseCode = "201",
      description = "The decision, prepared",
      headers = {@Header(name = "Location"), @Header(name = "ETag")},
      content = @Content(schema = @Schema(implementation = AwardDecisionView.class)))
  @APIResponse(responseCode = "404", description = "There is no such contract")
  @APIResponse(responseCode = "409", description = "It has one already")
  public Response prepare(@NotNull @Valid Preparation body) {
    AwardDecisionView view = desk.prepare(body.contractId(), body.content());
    return preconditions.created(view, view.id(), view.version());
  }

  @GET
  @Authenticated
  @Transactional
  @Operation(operationId = "listAwardDecisions", summary = "Award decisions, newest first")
  @APIResponse(responseCode = "200", description = "A page of decisions")
  public RestResponse<Page<AwardDecisionView>> list(
      @QueryParam("year") @Parameter(description = "Decided in this calendar year")
          @Nullable Integer year,
      @BeanParam ListFilter part) {
    return paging.page(
        Page.byId(
            Cursor.fingerprint("award-decisions", year),
            part.cursor,
            part.limit,
            (before, most) ->
                decisions.list(caller.authority(), year, before, most).stream()
                    .map(AwardDecision::view)
                    .toList(),
            view -> view.id()));
  }

  @GET
  @Path("/{id}")
  @Authenticated
  @Transactional
  @Operation(
      operationId = "getAwardDecision",
      summary = "One decision: weights, results with their arithmetic, what is missing")
  @APIResponse(
      responseCode = "200",
      description = "The decision",
      headers = @Header(name = "ETag"),
      content = @Content(schema = @Schema(implementation = AwardDecisionView.class)))
  @APIResponse(responseCode = "304", description = "The caller holds it already")
  @APIResponse(responseCode = "404", description = "There is no such decision")
  public Response get(@PathParam("id") UUID id) {
    AwardDecisionView view = desk.require(id).view();
    return preconditions.answer(view, Preconditions.etag(view.version()));
  }

  @PUT
  @Path("/{id}")
  @RolesAllowed("contracts:write")
  @Transactional
  @Operation(
      operationId = "reworkAwardDecision",
      summary = "Replace criteria, panel and tenders while nothing is decided")
  @APIResponse(
      responseCode = "200",
      description = "The decision, and what is missing",
      headers = @Header(name = "ETag"),
      content = @Content(schema = @Schema(implementation = AwardDecisionView.class)))
  @APIResponse(responseCode = "404", description = "There is no such decision")
  @APIResponse(responseCode = "422", description = "It is decided")
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  public Response rework(@PathParam("id") UUID id, @NotNull @Valid AwardContent content) {
    AwardDecisionView view = desk.rework(id, preconditions::requireMatch, content);
    return preconditions.changed(view, view.version());
  }

  @POST
  @Path("/{id}/decide")
  @RolesAllowed("contracts:write")
  @Transactional
  @Idempotent
  @Operation(
      operationId = "decideAward",
      summary = "Decide: weights total 100, criteria linked to the subject, people on the panel")
  @APIResponse(
      responseCode = "200",
      description = "The decision, taken",
      content = @Content(schema = @Schema(implementation = AwardDecisionView.class)))
  @APIResponse(responseCode = "404", description = "There is no such decision")
  @APIResponse(
      responseCode = "422",
      description = "AWARD_NOT_DECIDABLE with everything that stands in the way")
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  public Response decide(@PathParam("id") UUID id, @NotNull @Valid Decision decision) {
    AwardDecisionView view = desk.decide(id, preconditions::requireMatch, decision);
    return preconditions.changed(view, view.version());
  }
}
