package uk.carecontracts.monitoring.risk;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The public state of a contract's risk: what the API shows and every event carries.
 *
 * @param contractId the contract
 * @param authority GSS code
 * @param providerId the lead supplier's record
 * @param score 0 to 100
 * @param scoredTier the tier of the score alone
 * @param tier the tier that holds
 * @param flagged whether the contract carries the risk mark
 * @param reasons why it is flagged or its tier differs from its score
 * @param factors what each factor added, and why
 * @param weightsVersion the weights used
 * @param frequencyMonths months between two reviews
 * @param override an officer's latest decision, which holds to its last day
 * @param lastReviewedOn day of the last review
 * @param assessedAt when this came out
 * @param version raised by every change
 */
@Schema(name = "ContractRisk")
public record AssessedRisk(
    UUID contractId,
    String authority,
    @Nullable UUID providerId,
    BigDecimal score,
    RiskTier scoredTier,
    RiskTier tier,
    boolean flagged,
    List<String> reasons,
    List<FactorScore> factors,
    String weightsVersion,
    int frequencyMonths,
    @Nullable TierOverride override,
    @Nullable LocalDate lastReviewedOn,
    Instant assessedAt,
    long version) {

  /** The state of an assessment. */
  static AssessedRisk of(
      GatheredFacts gathered, RiskAssessment assessment, Instant assessedAt, long version) {
    return new AssessedRisk(
        gathered.contractId(),
        gathered.authority(),
        gathered.providerId(),
        assessment.score(),
        assessment.scoredTier(),
        assessment.tier(),
        assessment.flagged(),
        assessment.reasons(),
        assessment.factors(),
        assessment.weightsVersion(),
        assessment.frequencyMonths(),
        gathered.override(),
        gathered.lastReviewedOn(),
        assessedAt,
        version);
  }

  /** Whether this says the same as another assessment, whatever its time and version. */
  boolean sameAs(AssessedRisk other) {
    return equals(
        new AssessedRisk(
            other.contractId,
            other.authority,
            other.providerId,
            other.score,
            other.scoredTier,
            other.tier,
            other.flagged,
            other.reasons,
            other.factors,
            other.weightsVersion,
            other.frequencyMonths,
            other.override,
            other.lastReviewedOn,
            assessedAt,
            version));
  }
}
