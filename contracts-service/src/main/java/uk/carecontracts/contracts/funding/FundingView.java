package uk.carecontracts.contracts.funding;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who pays for a contract from when to when: body of its resource and of its events.
 *
 * @param validTo last day; absent while it runs on
 */
public record FundingView(
    UUID id,
    UUID contractId,
    String authority,
    LocalDate validFrom,
    @Nullable LocalDate validTo,
    @JsonUnwrapped FundingTerms terms,
    Instant createdAt,
    Instant updatedAt,
    long version) {}
