package uk.carecontracts.contracts.lengths;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How long a contract should run: body of its resource and of its events.
 *
 * @param balance what the factors come to
 * @param decision what was decided and by whom
 */
public record LengthAnalysisView(
    UUID id,
    UUID contractId,
    String authority,
    LengthStatus status,
    List<WeighedFactor> factors,
    Balance balance,
    @Nullable LengthDecision decision,
    Instant createdAt,
    Instant updatedAt,
    long version) {}
