package uk.carecontracts.contracts.fitness;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.terms.Party;

/**
 * A supplier that gets no new work today; the contract it has runs on.
 *
 * @param partyId the party of the contract
 * @param providerId its provider record
 * @param suspensionId the suspension, as the provider register names it
 * @param serviceType the service it is suspended for; every service when left out
 * @param since first day
 * @param until last day
 */
public record SuspendedParty(
    UUID partyId,
    UUID providerId,
    UUID suspensionId,
    @Nullable String serviceType,
    LocalDate since,
    LocalDate until) {

  static SuspendedParty of(Party party, ProviderSuspension suspension) {
    return new SuspendedParty(
        Objects.requireNonNull(party.id()),
        suspension.providerId(),
        suspension.id(),
        suspension.serviceType(),
        suspension.startsOn(),
        suspension.endsOn());
  }
}
