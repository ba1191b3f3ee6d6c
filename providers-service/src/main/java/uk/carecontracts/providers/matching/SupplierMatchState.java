package uk.carecontracts.providers.matching;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How a supplier named in a contract was matched.
 *
 * @param id the match; the same for ever for one party of one contract
 * @param contractId the contract
 * @param authority GSS code of the contract's authority
 * @param partyId the party in the contract
 * @param suppliedName the name as the contract writes it
 * @param status MATCHED, REVIEW or NOT_A_SUPPLIER
 * @param providerId the provider, when matched
 * @param providerName its legal name
 * @param score 0 to 100
 * @param method the rule that decided
 * @param explanation why
 * @param candidates providers to choose from, when a person must decide
 * @param version number of the match's version
 */
@Schema(name = "SupplierMatch")
public record SupplierMatchState(
    UUID id,
    UUID contractId,
    String authority,
    String partyId,
    String suppliedName,
    MatchStatus status,
    @Nullable UUID providerId,
    @Nullable String providerName,
    int score,
    String method,
    List<String> explanation,
    List<UUID> candidates,
    long version) {}
