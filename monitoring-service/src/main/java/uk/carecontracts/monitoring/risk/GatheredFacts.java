package uk.carecontracts.monitoring.risk;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A contract with everything its assessment needs.
 *
 * @param contractId the contract
 * @param authority GSS code
 * @param reference the contract's reference
 * @param title the contract's title
 * @param providerId the lead supplier's record
 * @param facts what is known
 * @param override the officer's latest decision, held or expired
 * @param lastReviewedOn day of the last review
 */
record GatheredFacts(
    UUID contractId,
    String authority,
    String reference,
    String title,
    @Nullable UUID providerId,
    RiskFacts facts,
    @Nullable TierOverride override,
    @Nullable LocalDate lastReviewedOn) {}
