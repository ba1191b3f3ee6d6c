package uk.carecontracts.providers.innovation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A proposal as its events tell of it: an idea belongs to who had it, so that what it says stays
 * with the authority and that provider.
 *
 * @param id the proposal
 * @param authority GSS code of the authority
 * @param providerId whose idea it is
 * @param kind what it is about
 * @param title its title
 * @param status where it stands
 * @param submittedAt when it was handed in
 * @param version number of the proposal's version
 */
public record ProposalFact(
    UUID id,
    String authority,
    @Nullable UUID providerId,
    ProposalKind kind,
    String title,
    ProposalStatus status,
    Instant submittedAt,
    long version) {}
