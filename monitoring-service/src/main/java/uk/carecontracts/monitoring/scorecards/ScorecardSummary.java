package uk.carecontracts.monitoring.scorecards;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How a contract stands, in a list.
 *
 * @param contractId the contract
 * @param planId its monitoring plan
 * @param contractReference its reference
 * @param contractTitle its title
 * @param providerId the lead supplier's record
 * @param providerName the lead supplier
 * @param rag colour of the contract
 * @param points weighted points, 0 to 100
 * @param achievementPercent weighted achievement, 0 to 100
 * @param periodEnd last day of the period the colour is of
 */
@Schema(name = "ScorecardSummary")
public record ScorecardSummary(
    UUID contractId,
    UUID planId,
    String contractReference,
    String contractTitle,
    @Nullable UUID providerId,
    @Nullable String providerName,
    Rag rag,
    @Nullable BigDecimal points,
    @Nullable BigDecimal achievementPercent,
    @Nullable LocalDate periodEnd) {}
