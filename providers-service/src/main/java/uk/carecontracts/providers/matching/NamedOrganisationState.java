package uk.carecontracts.providers.matching;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An organisation as a register names it, and which provider it is.
 *
 * @param id the question; the same for ever for one way of naming it
 * @param authority GSS code of who imported the file that named it first
 * @param name as the register writes it
 * @param identifiers scheme and value of every identifier given
 * @param postcode as the register writes it
 * @param source the file
 * @param status REVIEW until a person decided, then MATCHED
 * @param providerId the provider, once decided
 * @param explanation what speaks for and against, later the decision
 * @param candidates providers to choose from
 * @param locations what it runs
 * @param decidedBy who decided
 * @param namedAt when it was first named
 * @param decidedAt when it was decided
 * @param version number of the version
 */
@Schema(name = "NamedOrganisation")
public record NamedOrganisationState(
    UUID id,
    String authority,
    String name,
    List<String> identifiers,
    @Nullable String postcode,
    String source,
    MatchStatus status,
    @Nullable UUID providerId,
    List<String> explanation,
    List<UUID> candidates,
    List<UUID> locations,
    @Nullable String decidedBy,
    Instant namedAt,
    @Nullable Instant decidedAt,
    long version) {}
