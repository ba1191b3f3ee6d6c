package uk.carecontracts.contracts.funding;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A fund and what its partners pay into it: body of its resource and of its events. */
public record FundView(
    UUID id,
    String authority,
    @JsonUnwrapped FundRequest fund,
    List<Contribution> contributions,
    Instant createdAt,
    Instant updatedAt,
    long version) {}
