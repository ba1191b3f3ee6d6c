package uk.carecontracts.providers.costs;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A cost model as the API shows it.
 *
 * @param id the model
 * @param authority GSS code of the authority that holds it
 * @param providerId whose costs they are
 * @param serviceType code of the service
 * @param lineSet the set of lines it keeps to
 * @param variant kind of bed
 * @param basis what the amounts are for
 * @param annualUnits hours or bed weeks in a year
 * @param livingWagePercent share of wage cost paid at the living wage
 * @param pricesAsOf the day whose prices they are
 * @param currency ISO 4217 code of every amount
 * @param lines amounts as handed in
 * @param source where the figures come from
 * @param status where it stands
 * @param submittedBy who handed it in
 * @param submittedByProvider whether that was the provider itself
 * @param submittedAt when
 * @param decidedBy who judged it
 * @param decidedOn when
 * @param acceptedOn first day the authority reckoned with it
 * @param endedOn first day it no longer did
 * @param reason why it was declined, replaced or withdrawn
 * @param breakdown the model worked out
 * @param version number of the model's version
 */
@Schema(name = "CostModel")
public record CostModelState(
    UUID id,
    String authority,
    UUID providerId,
    String serviceType,
    String lineSet,
    @Nullable String variant,
    CostModelForms.Basis basis,
    @Nullable BigDecimal annualUnits,
    BigDecimal livingWagePercent,
    LocalDate pricesAsOf,
    String currency,
    List<CostModelForms.Amount> lines,
    String source,
    CostModelStatus status,
    String submittedBy,
    boolean submittedByProvider,
    Instant submittedAt,
    @Nullable String decidedBy,
    @Nullable LocalDate decidedOn,
    @Nullable LocalDate acceptedOn,
    @Nullable LocalDate endedOn,
    @Nullable String reason,
    CostBreakdown breakdown,
    long version) {}
