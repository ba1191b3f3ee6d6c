package uk.carecontracts.contracts.placements;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A placement with everything known that its request left to its location and contract.
 *
 * @param reference the authority's own reference
 * @param contractId the contract or agreement
 * @param provider who gives the care, by the record that was named
 * @param speakerId the record that speaks for it
 * @param serviceType service
 * @param clientGroup group of people
 * @param personReference pseudonymous reference of the person
 * @param terms its first terms
 * @param endDate last day, where known
 */
record SettledPlacement(
    @Nullable String reference,
    @Nullable UUID contractId,
    PlacementProvider provider,
    @Nullable UUID speakerId,
    String serviceType,
    String clientGroup,
    String personReference,
    PlacementTerms terms,
    @Nullable LocalDate endDate) {}
