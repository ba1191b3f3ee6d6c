package uk.carecontracts.monitoring.visits;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was delivered under a contract in a month: the public state of the aggregate {@code
 * contract-activity}.
 *
 * @param id derived from contract and month
 * @param authority GSS code
 * @param contractId the contract
 * @param providerId who delivered it, when it was one provider
 * @param month year and month, such as {@code 2026-10}
 * @param planned visits planned, whatever became of them
 * @param delivered visits made
 * @param missed visits nobody made
 * @param frustrated visits on which the carer could not help
 * @param cancelled visits called off before they were due
 * @param onTime delivered visits begun within the tolerance
 * @param shortVisits delivered visits that lasted less than the agreed share
 * @param minutesAgreed minutes agreed of delivered and missed visits
 * @param minutesDelivered minutes of delivered visits
 * @param preferenceMet delivered visits at the time of day the person prefers
 * @param preferenceAsked delivered visits of people with a preference
 * @param carersPerPersonMean different carers a person met, on average; absent when no carers are
 *     known
 * @param version raised by every change
 */
public record ActivityState(
    UUID id,
    String authority,
    UUID contractId,
    @Nullable UUID providerId,
    String month,
    long planned,
    long delivered,
    long missed,
    long frustrated,
    long cancelled,
    long onTime,
    long shortVisits,
    long minutesAgreed,
    long minutesDelivered,
    long preferenceMet,
    long preferenceAsked,
    @Nullable BigDecimal carersPerPersonMean,
    long version) {}
