package uk.carecontracts.contracts.schedules;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.register.ContractRegister;
import uk.carecontracts.contracts.schedules.PriceStatement.Delivered;
import uk.carecontracts.contracts.terms.ContractState;
import uk.carecontracts.kit.http.Idempotent;
import uk.carecontracts.kit.http.Preconditions;
import uk.carecontracts.kit.money.Money;
import uk.carecontracts.kit.problem.ProblemException;
import uk.carecontracts.kit.problem.RuleViolation;

/** What a contract costs: dated schedules, quotes and statements by them. */
@Path("/v1/contracts/{contractId}")
@Tag(name = "Price schedules", description = "Agreed prices, quotes for a volume, statements")
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ScheduleResource {
  private final ScheduleRepository schedules;
  private final ContractRegister register;
  private final ContractPrices prices;
  private final Preconditions preconditions;
  private final Clock clock;

  ScheduleResource(
      ScheduleRepository schedules,
      ContractRegister register,
      ContractPrices prices,
      Preconditions preconditions,
      Clock clock) {
    this.schedules = schedules;
    this.register = register;
    this.prices = prices;
    this.preconditions = preconditions;
    this.clock = clock;
  }

  /**
   * A price from a day on.
   *
   * @param validFrom first day it holds
   * @param terms what it costs
   * @param reason why it comes
   */
  @Schema(name = "PriceScheduleRequest")
  public record ScheduleRequest(
      @NotNull LocalDate validFrom,
      @NotNull @Valid PriceTerms terms,
      @NotBlank @Size(max = 2000) String reason) {}

  /** Every schedule of a contract. */
  public record Schedules(List<PriceSchedule> items) {}

  /**
   * A period to account for.
   *
   * @param from first day
   * @param to last day
   * @param delivered volume delivered, by day, week or month
   * @param paid pounds paid for the period; nothing when left out
   * @param outcomePercent how far outcomes were met, for OUTCOME_SHARE
   */
  @Schema(name = "PriceStatementRequest")
  public record StatementRequest(
      @NotNull LocalDate from,
      @NotNull LocalDate to,
      @Size(max = 4000) @Valid List<@NotNull Delivered> delivered,
      @Nullable Money paid,
      @Nullable @DecimalMin("0") @DecimalMax("100") BigDecimal outcomePercent) {
    /** What is left out becomes empty. */
    public StatementRequest {
      delivered = delivered == null ? List.of() : List.copyOf(delivered);
    }
  }

  @POST
  @Path("/price-schedules")
  @RolesAllowed("contracts:write")
  @Transactional
  @Idempotent
  @Operation(
      operationId = "settlePriceSchedule",
      summary = "Settle what a contract costs from a day on",
      description =
          "Settles a price schedule that holds from its day until the next one. A schedule never"
              + " changes: another price is another schedule from a later day.")
  @APIResponse(
      responseCode = "201",
      description = "The schedule, with the break-even volume where the provider's costs are known",
      content = @Content(schema = @Schema(implementation = PriceSchedule.class)))
  @APIResponse(responseCode = "409", description = "The contract has a schedule from that day")
  @APIResponse(
      responseCode = "422",
      description = "PRICE_TERMS_INVALID with every reason, or CONTRACT_ENDED")
  public Response settle(
      @PathParam("contractId") UUID contractId, @NotNull @Valid ScheduleRequest request) {
    ContractState contract = register.require(contractId).state();
    if (contract.status().isEnded()) {
      throw new RuleViolation(
          "CONTRACT_ENDED", "The contract is " + contract.status() + "; its price stays.");
    }
    request.terms().check();
    PriceSchedule schedule =
        prices
            .settle(
                contract.authority(),
                contractId,
                request.validFrom(),
                request.terms(),
                request.reason())
            .orElseThrow(
                () ->
                    ProblemException.conflict(
                        "SCHEDULE_EXISTS",
                        "The contract has a price schedule from "
                            + request.validFrom()
                            + " already."));
    return preconditions.created(schedule, schedule.id(), schedule.version());
  }

  @GET
  @Path("/price-schedules")
  @Authenticated
  @Transactional
  @Operation(operationId = "listPriceSchedules", summary = "What a contract costs, over time")
  @APIResponse(
      responseCode = "200",
      description = "Every schedule, the earliest first",
      content = @Content(schema = @Schema(implementation = Schedules.class)))
  public Schedules list(@PathParam("contractId") UUID contractId) {
    register.require(contractId);
    return new Schedules(schedules.of(contractId));
  }

  @GET
  @Path("/price-quote")
  @Authenticated
  @Transactional
  @Operation(
      operationId = "quoteContractPrice",
      summary = "What a volume costs in a year by the contract's own schedule")
  @APIResponse(
      responseCode = "200",
      description = "The price with every step",
      content = @Content(schema = @Schema(implementation = PriceQuote.class)))
  @APIResponse(responseCode = "422", description = "No schedule holds on that day")
  public PriceQuote quote(
      @PathParam("contractId") UUID contractId,
      @QueryParam("volume") @Parameter(description = "Units; 0 if absent")
          @Nullable BigDecimal volume,
      @QueryParam("on") @Parameter(description = "First day of the year; today if absent")
          @Nullable LocalDate on,
      @QueryParam("outcomePercent")
          @Parameter(description = "How far outcomes are met, for OUTCOME_SHARE; 100 if absent")
          @Nullable BigDecimal outcomePercent) {
    register.require(contractId);
    if (volume != null && volume.signum() < 0) {
      throw ProblemException.badRequest("volume", "volume must be nought or more.");
    }
    if (outcomePercent != null
        && (outcomePercent.signum() < 0 || outcomePercent.compareTo(BigDecimal.valueOf(100)) > 0)) {
      throw ProblemException.badRequest("outcomePercent", "outcomePercent must be 0 to 100.");
    }
    LocalDate day = on == null ? LocalDate.now(clock) : on;
    PriceSchedule schedule =
        schedules
            .on(contractId, day)
            .orElseThrow(
                () ->
                    new RuleViolation(
                        "NO_PRICE_SCHEDULE", "No price schedule holds on " + day + "."));
    return PriceQuote.of(
        schedule,
        day,
        day.plusDays(364),
        volume == null ? BigDecimal.ZERO : volume,
        outcomePercent);
  }

  @POST
  @Path("/price-statements")
  @RolesAllowed("contracts:write")
  @Transactional
  @Operation(
      operationId = "statePrice",
      summary =
          "What a period that has been costs by the schedules that held, against what was paid",
      description =
          "Works out a retrospective statement; nothing is stored. Each schedule prices the volume"
              + " of its own days; yearly amounts count by days of 365.")
  @APIResponse(
      responseCode = "200",
      description = "Each schedule's part, what is due, paid and left",
      content = @Content(schema = @Schema(implementation = PriceStatement.class)))
  @APIResponse(
      responseCode = "422",
      description =
          "NO_PRICE_SCHEDULE, or STATEMENT_INVALID: days out of order or out of the period, or"
              + " paid in another currency")
  public PriceStatement state(
      @PathParam("contractId") UUID contractId, @NotNull @Valid StatementRequest request) {
    register.require(contractId);
    if (request.paid() != null && !"GBP".equals(request.paid().currency())) {
      throw new RuleViolation(
          "STATEMENT_INVALID", "Prices are in pounds; what was paid is, too.", "/paid/currency");
    }
    boolean outside =
        request.delivered().stream()
            .anyMatch(
                each -> each.on().isBefore(request.from()) || each.on().isAfter(request.to()));
    if (request.to().isBefore(request.from()) || outside) {
      throw new RuleViolation(
          "STATEMENT_INVALID",
          "The period must not end before it starts, and every delivery lies in it.",
          "/delivered");
    }
    return PriceStatement.of(
        contractId,
        schedules.of(contractId),
        request.from(),
        request.to(),
        request.delivered(),
        request.paid() == null ? Money.gbp(BigDecimal.ZERO) : request.paid(),
        request.outcomePercent());
  }
}
