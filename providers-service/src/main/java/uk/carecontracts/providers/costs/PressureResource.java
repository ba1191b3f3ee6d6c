package uk.carecontracts.providers.costs;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.carecontracts.kit.problem.Problem;
import uk.carecontracts.kit.tenancy.Caller;
import uk.carecontracts.providers.register.Providers;

/** Who feels it when an index moves. */
@Path("/v1/cost-models/pressure-analyses")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Cost models")
@SecurityRequirement(name = "bearer")
public class PressureResource {

  private final PressureAnalysis analysis;
  private final Providers providers;
  private final Caller caller;
  private final Clock clock;

  PressureResource(PressureAnalysis analysis, Providers providers, Caller caller, Clock clock) {
    this.analysis = analysis;
    this.providers = providers;
    this.caller = caller;
    this.clock = clock;
  }

  /** Analyses. */
  @POST
  @Transactional
  @RolesAllowed("providers:write")
  @Operation(
      operationId = "analyseCostPressure",
      summary = "Which providers and contracts feel movements of indices, and by how much",
      description =
          "Nothing is stored. The movement is stated in percent, or worked out from the values that"
              + " were published between two days. With Accept: text/csv a row for each contract.")
  @APIResponse(
      responseCode = "200",
      description = "Provider by provider, contract by contract, line by line",
      content = @Content(schema = @Schema(implementation = PressureForms.Answer.class)))
  @APIResponse(
      responseCode = "422",
      description = "INDEX_TWICE or MOVEMENT_UNKNOWN",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  public PressureForms.Answer analyse(@Valid @NotNull PressureForms.Question question) {
    UUID provider =
        question.providerId() == null
            ? null
            : providers.requireSurvivor(question.providerId()).id();
    LocalDate day = question.asOf() == null ? LocalDate.now(clock) : question.asOf();
    return analysis.of(caller.authority(), question, provider, day);
  }

  /** Analyses for a spreadsheet. */
  @POST
  @Transactional
  @RolesAllowed("providers:write")
  @Produces("text/csv")
  @Operation(hidden = true)
  public String analyseAsCsv(@Valid @NotNull PressureForms.Question question) {
    return PressureCsv.of(analyse(question));
  }
}
