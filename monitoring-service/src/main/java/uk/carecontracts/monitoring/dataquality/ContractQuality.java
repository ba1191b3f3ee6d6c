package uk.carecontracts.monitoring.dataquality;

import java.math.BigDecimal;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How good the returns of a contract are; a return that never came counts as nought throughout.
 *
 * @param contractId the contract
 * @param contractReference its reference
 * @param providerName the lead supplier
 * @param due returns that were due or came before
 * @param came returns that came
 * @param completeness percent of what was asked that was given
 * @param timeliness percent; in time counts fully, late half
 * @param validity percent of the values within the range of their unit
 * @param consistency percent of the values that agree with the others of their return
 * @param overall the mean of the four, which the data quality factor of risk uses
 * @param arithmetic how it came about
 * @param minutesSpent on collecting, as told
 */
@Schema(name = "ContractDataQuality")
public record ContractQuality(
    UUID contractId,
    String contractReference,
    @Nullable String providerName,
    int due,
    int came,
    BigDecimal completeness,
    BigDecimal timeliness,
    BigDecimal validity,
    BigDecimal consistency,
    BigDecimal overall,
    String arithmetic,
    int minutesSpent) {}
