package uk.carecontracts.contracts.placements;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
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
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.csv.CsvTable;
import uk.carecontracts.kit.http.Idempotent;
import uk.carecontracts.kit.http.Preconditions;
import uk.carecontracts.kit.ids.Ids;
import uk.carecontracts.kit.journal.Entry;
import uk.carecontracts.kit.journal.Journal;
import uk.carecontracts.kit.money.Money;
import uk.carecontracts.kit.problem.ProblemException;
import uk.carecontracts.kit.problem.RuleViolation;
import uk.carecontracts.kit.tenancy.Caller;

/** Placements that cost more than the authority's threshold. */
@Path("/v1/placements")
@Tag(name = "Placement reports")
@SecurityRequirement(name = "bearer")
public class HighCostResource {
  private final HighCostRepository highCost;
  private final Journal journal;
  private final Preconditions preconditions;
  private final Caller caller;
  private final Clock clock;

  HighCostResource(
      HighCostRepository highCost,
      Journal journal,
      Preconditions preconditions,
      Caller caller,
      Clock clock) {
    this.highCost = highCost;
    this.journal = journal;
    this.preconditions = preconditions;
    this.caller = caller;
    this.clock = clock;
  }

  /**
   * A new threshold: an amount or a percentile.
   *
   * @param careType the care type it is for; every one without its own when left out
   * @param from first day it holds
   * @param weeklyAmount pounds a week
   * @param percentile percentile of the care type's prices, above 0 and below 100
   * @param reason why, for those who see the flag
   */
  public record ThresholdRequest(
      @Nullable @Pattern(regexp = PlacementRequest.CODE, message = PlacementRequest.CODE_MESSAGE)
          String careType,
      @NotNull LocalDate from,
      @Nullable Money weeklyAmount,
      @Nullable @DecimalMin("0.01") @DecimalMax("99.99") @Digits(integer = 2, fraction = 2)
          BigDecimal percentile,
      @NotBlank @Size(max = 2000) String reason) {}

  /** The authority's thresholds. */
  public record Thresholds(List<HighCostThreshold> items) {}

  /**
   * Flagged placements of a day.
   *
   * @param asOf the day
   * @param items the placements, the dearest first
   * @param careTypesWithoutThreshold care types given that day to which no threshold applies
   */
  public record HighCostReport(
      LocalDate asOf, List<HighCostPlacement> items, List<String> careTypesWithoutThreshold) {}

  @POST
  @Path("/high-cost-thresholds")
  @RolesAllowed("contracts:write")
  @Transactional
  @Idempotent
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "setHighCostThreshold",
      summary = "From a day on, flag placements above an amount or a percentile")
  @APIResponse(
      responseCode = "201",
      description = "The threshold",
      content = @Content(schema = @Schema(implementation = HighCostThreshold.class)))
  @APIResponse(responseCode = "409", description = "The care type has one from that day")
  @APIResponse(responseCode = "422", description = "It needs an amount or a percentile, not both")
  public Response set(@NotNull @Valid ThresholdRequest request) {
    if ((request.weeklyAmount() == null) == (request.percentile() == null)) {
      throw new RuleViolation(
          "THRESHOLD_INVALID",
          "A threshold is either weeklyAmount or percentile.",
          "/weeklyAmount");
    }
    HighCostThreshold threshold =
        new HighCostThreshold(
            Ids.next(),
            request.careType(),
            request.from(),
            request.weeklyAmount(),
            request.percentile(),
            request.reason());
    if (!highCost.add(caller.authority(), threshold, clock.instant())) {
      throw ProblemException.conflict(
          "THRESHOLD_EXISTS",
          "There is a threshold from " + request.from() + " already; set one from another day.");
    }
    journal.append(
        new Entry(
            "high-cost-threshold",
            threshold.id(),
            1,
            "high-cost-threshold.set.v1",
            caller.authority(),
            threshold,
            Map.of("reason", threshold.reason())));
    return preconditions.created(threshold, threshold.id(), 1);
  }

  @GET
  @Path("/high-cost-thresholds")
  @Authenticated
  @Transactional
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "listHighCostThresholds",
      summary = "The authority's thresholds, the latest first")
  @APIResponse(
      responseCode = "200",
      description = "All of them",
      content = @Content(schema = @Schema(implementation = Thresholds.class)))
  public Thresholds thresholds() {
    caller.authority();
    return new Thresholds(highCost.all());
  }

  @GET
  @Path("/high-cost")
  @Authenticated
  @Transactional
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "reportHighCostPlacements",
      summary = "Placements of a day that cost more than the threshold in force on it")
  @APIResponse(
      responseCode = "200",
      description = "The placements with threshold, excess and reason; also as CSV",
      content = @Content(schema = @Schema(implementation = HighCostReport.class)))
  public HighCostReport flagged(
      @BeanParam ReportFilter filter,
      @QueryParam("asOf") @Parameter(description = "The day; today when left out")
          @Nullable LocalDate asOf) {
    caller.authority();
    LocalDate day = asOf == null ? LocalDate.now(clock) : asOf;
    List<HighCostThreshold> thresholds = highCost.all();
    List<HighCostRepository.Given> given = highCost.givenOn(filter, day);
    Set<UUID> asked = given.stream().map(HighCostRepository.Given::id).collect(Collectors.toSet());
    List<HighCostPlacement> flagged =
        HighCost.flagged(highCost.givenOn(filter.ofItsCareType(), day), thresholds, day).stream()
            .filter(each -> asked.contains(each.placementId()))
            .toList();
    return new HighCostReport(
        day,
        flagged,
        given.stream()
            .map(HighCostRepository.Given::careType)
            .distinct()
            .filter(careType -> HighCost.inForce(thresholds, careType, day).isEmpty())
            .toList());
  }

  @GET
  @Path("/high-cost")
  @Authenticated
  @Transactional
  @Produces("text/csv")
  @Operation(hidden = true)
  public Response flaggedAsCsv(
      @BeanParam ReportFilter filter, @QueryParam("asOf") @Nullable LocalDate asOf) {
    CsvTable table =
        new CsvTable(
            "placementId",
            "reference",
            "provider",
            "kind",
            "careType",
            "area",
            "startDate",
            "weeklyPrice",
            "threshold",
            "excess",
            "excessPercent",
            "reason");
    flagged(filter, asOf)
        .items()
        .forEach(
            each ->
                table.line(
                    each.placementId(),
                    each.reference(),
                    each.provider(),
                    each.kind(),
                    each.careType(),
                    each.area(),
                    each.startDate(),
                    each.weeklyPrice(),
                    each.threshold(),
                    each.excess(),
                    each.excessPercent(),
                    each.reason()));
    return Response.ok(table.text(), CsvTable.MEDIA_TYPE)
        .header("Content-Disposition", "attachment; filename=\"high-cost-placements.csv\"")
        .build();
  }
}
