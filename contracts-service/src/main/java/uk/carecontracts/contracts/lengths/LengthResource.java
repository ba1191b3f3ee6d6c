package uk.carecontracts.contracts.lengths;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.carecontracts.kit.http.Idempotent;
import uk.carecontracts.kit.http.Preconditions;

/** How long a contract should run, and why. */
@Path("/v1/contracts/{contractId}/length-analyses")
@Tag(name = "Contract length", description = "Weighed factors for long and short contracts")
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "404", description = "There is no such contract or analysis")
public class LengthResource {
  private final LengthDesk desk;
  private final Preconditions preconditions;

  LengthResource(LengthDesk desk, Preconditions preconditions) {
    this.desk = desk;
    this.preconditions = preconditions;
  }

  /** The factors as they are weighed; their weights total 100. */
  public record Factors(@NotEmpty @Valid @Size(max = 50) List<WeighedFactor> factors) {}

  /** The analyses of a contract, newest first, and the factors that are often met. */
  public record Analyses(List<LengthAnalysisView> items, List<KnownFactor> knownFactors) {}

  @POST
  @RolesAllowed("contracts:write")
  @Transactional
  @Idempotent
  @Operation(
      operationId = "recordLengthAnalysis",
      summary = "Weigh what speaks for a long and for a short contract")
  @APIResponse(
      responseCode = "201",
      description = "The analysis with what the factors come to",
      headers = {@Header(name = "Location"), @Header(name = "ETag")},
      content = @Content(schema = @Schema(implementation = LengthAnalysisView.class)))
  @APIResponse(
      responseCode = "422",
      description = "LENGTH_NOT_WEIGHED: weights total 100, both sides are heard")
  public Response record(@PathParam("contractId") UUID contractId, @NotNull @Valid Factors body) {
    LengthAnalysisView view = desk.record(contractId, body.factors());
    return preconditions.created(view, view.id(), view.version());
  }

  @GET
  @Authenticated
  @Transactional
  @Operation(
      operationId = "listLengthAnalyses",
      summary = "The analyses of a contract, newest first, and the factors often met")
  @APIResponse(responseCode = "200", description = "Few, so they come at once")
  public Analyses list(@PathParam("contractId") UUID contractId) {
    return new Analyses(desk.of(contractId), desk.known());
  }

  @GET
  @Path("/{id}")
  @Authenticated
  @Transactional
  @Operation(operationId = "getLengthAnalysis", summary = "One analysis with its arithmetic")
  @APIResponse(
      responseCode = "200",
      description = "The analysis",
      headers = @Header(name = "ETag"),
      content = @Content(schema = @Schema(implementation = LengthAnalysisView.class)))
  @APIResponse(responseCode = "304", description = "The caller holds it already")
  public Response get(@PathParam("contractId") UUID contractId, @PathParam("id") UUID id) {
    LengthAnalysisView view = desk.get(contractId, id);
    return preconditions.answer(view, Preconditions.etag(view.version()));
  }

  @PUT
  @Path("/{id}")
  @RolesAllowed("contracts:write")
  @Transactional
  @Operation(operationId = "weighLength", summary = "Weigh the factors anew, while undecided")
  @APIResponse(
      responseCode = "200",
      description = "The analysis",
      headers = @Header(name = "ETag"),
      content = @Content(schema = @Schema(implementation = LengthAnalysisView.class)))
  @APIResponse(responseCode = "422", description = "LENGTH_NOT_WEIGHED, or it is decided")
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  public Response weigh(
      @PathParam("contractId") UUID contractId,
      @PathParam("id") UUID id,
      @NotNull @Valid Factors body) {
    LengthAnalysisView view =
        desk.weigh(contractId, id, preconditions::requireMatch, body.factors());
    return preconditions.changed(view, view.version());
  }

  @POST
  @Path("/{id}/decision")
  @RolesAllowed("contracts:write")
  @Transactional
  @Idempotent
  @Operation(
      operationId = "decideLength",
      summary = "Decide how long it is to run; against the balance only with an explanation")
  @APIResponse(
      responseCode = "200",
      description = "The analysis with the decision",
      content = @Content(schema = @Schema(implementation = LengthAnalysisView.class)))
  @APIResponse(responseCode = "422", description = "It is decided, or decided against the balance")
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  public Response decide(
      @PathParam("contractId") UUID contractId,
      @PathParam("id") UUID id,
      @NotNull @Valid LengthDecision decision) {
    LengthAnalysisView view = desk.decide(contractId, id, preconditions::requireMatch, decision);
    return preconditions.changed(view, view.version());
  }
}
