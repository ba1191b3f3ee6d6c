package uk.carecontracts.contracts.placements;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.terms.ContractState;

/**
 * Someone wants to start a placement under a contract. Whoever knows why it may not be throws from
 * its observer, in the same transaction.
 *
 * @param contract the contract or agreement
 * @param providerId who would give the care, where known
 * @param providerName its name
 * @param serviceType the service
 */
public record PlacementAsked(
    ContractState contract, @Nullable UUID providerId, String providerName, String serviceType) {}
