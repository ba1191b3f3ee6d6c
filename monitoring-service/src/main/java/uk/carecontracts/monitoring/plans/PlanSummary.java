package uk.carecontracts.monitoring.plans;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A plan in a list.
 *
 * @param id the plan
 * @param contractId the contract it watches
 * @param contractReference the contract's reference
 * @param contractTitle the contract's title
 * @param providerId the lead supplier's record
 * @param providerName the lead supplier
 * @param serviceType what is bought
 * @param status OPEN or CLOSED
 * @param startsOn first day monitored
 * @param endsOn last day monitored
 * @param frequencyMonths months of a period
 * @param nextDue next due day without a submitted return
 * @param overdue whether a return is overdue
 * @param overdueReturns how many are
 * @param version raised by every change
 */
@Schema(name = "MonitoringPlanSummary")
public record PlanSummary(
    UUID id,
    UUID contractId,
    String contractReference,
    String contractTitle,
    @Nullable UUID providerId,
    @Nullable String providerName,
    @Nullable String serviceType,
    PlanStatus status,
    LocalDate startsOn,
    LocalDate endsOn,
    int frequencyMonths,
    @Nullable LocalDate nextDue,
    boolean overdue,
    int overdueReturns,
    long version) {}
