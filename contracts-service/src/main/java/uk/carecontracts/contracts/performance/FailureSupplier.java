package uk.carecontracts.contracts.performance;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A supplier that failed.
 *
 * @param partyId the party of the contract
 * @param name as it was named then
 * @param providerId the shared provider record, where the party is linked to one
 */
public record FailureSupplier(UUID partyId, String name, @Nullable UUID providerId) {}
