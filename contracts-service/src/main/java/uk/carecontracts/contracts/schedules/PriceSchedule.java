package uk.carecontracts.contracts.schedules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a contract costs from a day on, until the next schedule: body of its resource and of its
 * events. A schedule never changes; another one from a later day follows it.
 *
 * @param id identity
 * @param authority GSS code of the authority
 * @param contractId the contract
 * @param validFrom first day it holds
 * @param terms what it costs
 * @param reason why it came
 * @param breakEvenVolume where the unit price has covered the provider's fixed cost, where known
 * @param version always 1
 */
public record PriceSchedule(
    UUID id,
    String authority,
    UUID contractId,
    LocalDate validFrom,
    PriceTerms terms,
    String reason,
    @Nullable BigDecimal breakEvenVolume,
    long version) {}
