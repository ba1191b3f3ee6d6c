package uk.carecontracts.contracts.fitness;

import java.util.UUID;

/**
 * What the provider register says of a provider's accreditation or suspension changed; observers
 * run in the same transaction.
 *
 * @param providerId the provider
 * @param authority GSS code of the authority whose decision it is
 */
public record FitnessChanged(UUID providerId, String authority) {}
