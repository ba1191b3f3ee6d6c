package uk.carecontracts.providers.fitness;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A suspension in a list over all providers.
 *
 * @param providerName legal name of the provider, of the surviving record after a merge
 * @param suspension the suspension
 */
@Schema(name = "ListedSuspension")
public record ListedSuspension(String providerName, SuspensionState suspension) {}
