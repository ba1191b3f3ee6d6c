package uk.carecontracts.contracts.cycle;

import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.cycle.CycleView.Scope;
import uk.carecontracts.kit.problem.ProblemException;
import uk.carecontracts.kit.tenancy.Caller;

/** The commissioning cycle of a category or client group in one document. */
@Path("/v1/cycle")
@Tag(name = "Cycle view", description = "Finance, activity, outcomes and lessons side by side")
@SecurityRequirement(name = "bearer")
@Authenticated
@APIResponse(responseCode = "400", description = "Nothing to look at is named")
@APIResponse(responseCode = "401", description = "No valid bearer token")
@APIResponse(responseCode = "403", description = "The token names no authority")
public class CycleResource {
  private static final String CSV = "text/csv";

  private final Cycles cycles;
  private final Caller caller;

  CycleResource(Cycles cycles, Caller caller) {
    this.cycles = cycles;
    this.caller = caller;
  }

  @GET
  @Transactional
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "getCycleView",
      summary = "Where a category or client group stands and what its contracts taught")
  @APIResponse(
      responseCode = "200",
      description = "The view as JSON; as text/csv a long table, as text/html a page",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = CycleView.class)),
        @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING)),
        @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(type = SchemaType.STRING))
      })
  public CycleView view(
      @QueryParam("category")
          @Parameter(
              description = "ProClass or CPV code, or its beginning; one of the three at least")
          @Nullable String category,
      @QueryParam("serviceType") @Parameter(description = "Service type, UPPER_SNAKE")
          @Nullable String serviceType,
      @QueryParam("clientGroup") @Parameter(description = "Client group, UPPER_SNAKE")
          @Nullable String clientGroup) {
    if (category == null && serviceType == null && clientGroup == null) {
      throw ProblemException.badRequest(
          "category", "Name a category, a serviceType or a clientGroup.");
    }
    return cycles.of(new Scope(caller.authority(), category, serviceType, clientGroup));
  }

  @GET
  @Transactional
  @Produces(CSV)
  @Operation(hidden = true)
  public Response viewAsCsv(
      @QueryParam("category") @Nullable String category,
      @QueryParam("serviceType") @Nullable String serviceType,
      @QueryParam("clientGroup") @Nullable String clientGroup) {
    return Response.ok(
            CycleCsv.write(view(category, serviceType, clientGroup)), CSV + ";charset=UTF-8")
        .header("Content-Disposition", "attachment; filename=\"cycle.csv\"")
        .build();
  }

  @GET
  @Transactional
  @Produces(MediaType.TEXT_HTML)
  @Operation(hidden = true)
  public Response viewAsPage(
      @QueryParam("category") @Nullable String category,
      @QueryParam("serviceType") @Nullable String serviceType,
      @QueryParam("clientGroup") @Nullable String clientGroup) {
    return Response.ok(
            CyclePages.view(view(category, serviceType, clientGroup)).render(),
            MediaType.TEXT_HTML + ";charset=UTF-8")
        .build();
  }
}
