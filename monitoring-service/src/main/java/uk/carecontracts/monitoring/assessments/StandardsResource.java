package uk.carecontracts.monitoring.assessments;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.http.Idempotent;
import uk.carecontracts.kit.tenancy.Caller;

/** The catalogue of standards over HTTP. */
@Path("/v1/standards")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "bearer")
@Tag(name = "Standards", description = "What services are assessed against, as dated data")
@APIResponse(responseCode = "400", description = "A parameter or the body cannot be read")
@APIResponse(responseCode = "401", description = "A valid bearer token is needed")
@APIResponse(responseCode = "403", description = "The token does not allow this")
public class StandardsResource {
  private final Standards standards;
  private final Caller caller;
  private final Clock clock;

  StandardsResource(Standards standards, Caller caller, Clock clock) {
    this.standards = standards;
    this.caller = caller;
    this.clock = clock;
  }

  @Schema(name = "StandardList")
  private record StandardList(List<Standard> items) {}

  /**
   * A standard of the authority's own.
   *
   * @param code its code; the common set's codes are replaced for the authority
   * @param title what is expected
   * @param domain the domain it belongs to
   * @param weight importance
   * @param minimum whether every specification demands it
   * @param serviceKeywords words of a service type it is meant for; none means every service
   * @param validFrom first day of this definition; today when left out
   */
  @Schema(name = "StandardDefinition")
  public record Definition(
      @NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{1,59}") String code,
      @NotBlank @Size(max = 300) String title,
      @NotBlank String domain,
      @NotNull @Positive BigDecimal weight,
      @NotNull Boolean minimum,
      @Nullable List<@NotBlank String> serviceKeywords,
      @Nullable LocalDate validFrom) {}

  /** The standards that hold. */
  @GET
  @Operation(
      operationId = "listStandards",
      summary =
          "Standards that hold on a day: the common minimum, service ones, the authority's own")
  @APIResponse(
      responseCode = "200",
      description = "Every standard, by domain",
      content = @Content(schema = @Schema(implementation = StandardList.class)))
  public Object list(
      @Parameter(description = "Only those that suit this service type") @QueryParam("serviceType")
          @Nullable String serviceType,
      @Parameter(description = "As they hold on this day; today when left out") @QueryParam("asOf")
          @Nullable LocalDate asOf) {
    LocalDate day = asOf == null ? LocalDate.now(clock) : asOf;
    return new StandardList(
        serviceType == null
            ? standards.holding(caller.authority(), day)
            : standards.forService(caller.authority(), serviceType, day));
  }

  /** Defines a standard. */
  @POST
  @Transactional
  @Idempotent
  @RolesAllowed("monitoring:write")
  @Operation(
      operationId = "defineStandard",
      summary = "Define a standard of the authority's own, or a newer version of one")
  @APIResponse(
      responseCode = "201",
      description = "The standard",
      content = @Content(schema = @Schema(implementation = Standard.class)))
  @APIResponse(responseCode = "409", description = "The code is defined from this day already")
  @APIResponse(responseCode = "422", description = "There is no such domain")
  public Response define(@NotNull @Valid Definition definition) {
    List<String> keywords = definition.serviceKeywords();
    Standard standard =
        new Standard(
            caller.authority(),
            definition.code(),
            definition.title(),
            definition.domain(),
            definition.weight(),
            definition.minimum(),
            keywords == null ? List.of() : List.copyOf(keywords),
            definition.validFrom() == null ? LocalDate.now(clock) : definition.validFrom(),
            null,
            "The authority's own");
    standards.add(standard);
    return Response.status(Response.Status.CREATED).entity(standard).build();
  }
}
