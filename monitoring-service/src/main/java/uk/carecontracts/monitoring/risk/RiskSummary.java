package uk.carecontracts.monitoring.risk;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A contract's risk in a list.
 *
 * @param contractId the contract
 * @param contractReference its reference
 * @param contractTitle its title
 * @param providerId the lead supplier's record
 * @param providerName the lead supplier
 * @param score 0 to 100
 * @param tier the tier that holds
 * @param flagged whether the contract carries the risk mark
 * @param reasons why
 * @param frequencyMonths months between two reviews
 * @param assessedAt when this came out
 */
@Schema(name = "ContractRiskSummary")
public record RiskSummary(
    UUID contractId,
    @Nullable String contractReference,
    @Nullable String contractTitle,
    @Nullable UUID providerId,
    @Nullable String providerName,
    BigDecimal score,
    RiskTier tier,
    boolean flagged,
    List<String> reasons,
    int frequencyMonths,
    Instant assessedAt) {

  static RiskSummary of(RiskStore.Row row) {
    AssessedRisk risk = row.risk();
    return new RiskSummary(
        risk.contractId(),
        row.reference(),
        row.title(),
        risk.providerId(),
        row.providerName(),
        risk.score(),
        risk.tier(),
        risk.flagged(),
        risk.reasons(),
        risk.frequencyMonths(),
        risk.assessedAt());
  }
}
