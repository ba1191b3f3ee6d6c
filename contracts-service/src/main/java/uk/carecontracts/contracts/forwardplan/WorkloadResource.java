package uk.carecontracts.contracts.forwardplan;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.calendar.BankHoliday;
import uk.carecontracts.contracts.calendar.EnglishCalendar;
import uk.carecontracts.kit.problem.ProblemException;
import uk.carecontracts.kit.tenancy.Caller;

/** The work that the forward plan asks of teams, and dates tried out. */
@Path("/v1/forward-plan")
@Tag(name = "Forward plan")
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "400", description = "A parameter or the body cannot be read")
@APIResponse(responseCode = "401", description = "No valid bearer token")
@APIResponse(responseCode = "403", description = "The scope is missing")
public class WorkloadResource {
  private static final int MOST_MONTHS = 120;

  private final ForwardPlans plans;
  private final EnglishCalendar calendar;
  private final Caller caller;
  private final Clock clock;

  WorkloadResource(ForwardPlans plans, EnglishCalendar calendar, Caller caller, Clock clock) {
    this.plans = plans;
    this.calendar = calendar;
    this.caller = caller;
    this.clock = clock;
  }

  @GET
  @Path("/workload")
  @Authenticated
  @Transactional
  @Operation(
      operationId = "getPlanWorkload",
      summary = "Open steps by month and team against what the team can take, and what clashes")
  @APIResponse(responseCode = "200", description = "The workload, month by month")
  public Workload workload(
      @QueryParam("from") @Parameter(description = "A day of the first month, otherwise today")
          @Nullable LocalDate from,
      @QueryParam("months") @Parameter(description = "How many months, 1 to 120, otherwise 24")
          @Nullable Integer months) {
    int count = months == null ? 24 : months;
    if (count < 1 || count > MOST_MONTHS) {
      throw ProblemException.badRequest("months", "months must be from 1 to 120.");
    }
    LocalDate today = LocalDate.now(clock);
    YearMonth first = YearMonth.from(from == null ? today : from);
    String authority = caller.authority();
    BackSchedule schedule = plans.schedule(authority);
    PlanScope scope = PlanScope.all(authority, today);
    List<PlanEntry> plan = plans.entries(scope);
    List<Clash> clashes = new Clashes(schedule, WhatIf.categories(plans.decisions(scope))).of(plan);
    return Workload.of(plan, schedule.policy(), first, first.plusMonths(count - 1L), clashes);
  }

  @POST
  @Path("/what-if")
  @RolesAllowed("contracts:write")
  @Transactional
  @Operation(
      operationId = "tryPlanDates",
      summary = "Move dates on trial and see which clashes come and go; nothing is kept")
  @APIResponse(responseCode = "200", description = "The plan before and after, and the clashes")
  @APIResponse(responseCode = "404", description = "There is no such coming decision or step")
  public WhatIf.Answer whatIf(@NotNull @Valid WhatIf.Request request) {
    String authority = caller.authority();
    return WhatIf.of(
        request,
        plans.decisions(PlanScope.all(authority, LocalDate.now(clock))),
        plans.schedule(authority));
  }

  @GET
  @Path("/bank-holidays")
  @Authenticated
  @Transactional
  @Operation(
      operationId = "listBankHolidays",
      summary = "The bank holidays that working days are counted with")
  @APIResponse(responseCode = "200", description = "Every bank holiday known, in order")
  public List<BankHoliday> bankHolidays() {
    return calendar.bankHolidays();
  }
}
