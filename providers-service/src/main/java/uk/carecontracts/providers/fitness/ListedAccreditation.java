package uk.carecontracts.providers.fitness;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An accreditation in a list over all providers.
 *
 * @param providerName legal name of the provider, of the surviving record after a merge
 * @param accreditation the accreditation
 */
@Schema(name = "ListedAccreditation")
public record ListedAccreditation(String providerName, AccreditationState accreditation) {}
