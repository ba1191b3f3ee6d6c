package uk.carecontracts.contracts.pricing;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.carecontracts.kit.problem.Problem.Violation;
import uk.carecontracts.kit.problem.RuleViolation;

/** Calculators for anyone: nothing is stored and no token is needed. */
@Path("/v1/pricing")
@Tag(name = "Pricing", description = "What-if prices with every step shown; nothing is stored")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@APIResponse(
    responseCode = "400",
    description = "The request cannot be read; violations point at what")
@APIResponse(
    responseCode = "422",
    description = "The scale or clause breaks a rule; every reason is listed")
public class PricingResource {

  @POST
  @Path("/sliding-scale-quotes")
  @Operation(
      operationId = "quoteSlidingScale",
      summary = "What a volume costs on a sliding scale, against the flat price")
  @APIResponse(responseCode = "200", description = "The price with every step and cliff")
  public SlidingScaleAnswer slidingScale(@NotNull @Valid SlidingScaleRequest request) {
    SlidingScale scale = request.scale();
    refuse("SCALE_BROKEN", scale.breaches());
    return SlidingScaleAnswer.of(scale.quote(request.volume()), request.notes());
  }

  @POST
  @Path("/uplift-quotes")
  @Operation(
      operationId = "quoteUplift",
      summary = "What an inflation clause gives: weighted sum, less efficiency, floor, cap")
  @APIResponse(responseCode = "200", description = "The uplift with every step")
  public UpliftAnswer uplift(@NotNull @Valid UpliftRequest request) {
    UpliftClause clause = request.clause();
    refuse("CLAUSE_BROKEN", clause.breaches());
    return UpliftAnswer.of(clause.apply(), request.annualValue());
  }

  /** A single broken rule is named by its own code. */
  private static void refuse(String code, List<Breach> breaches) {
    if (!breaches.isEmpty()) {
      throw new RuleViolation(
          breaches.size() == 1 ? breaches.get(0).code() : code,
          breaches.stream().map(each -> new Violation(each.pointer(), each.message())).toList());
    }
  }
}
