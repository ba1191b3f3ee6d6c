package uk.carecontracts.contracts.variations;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.terms.Party;

/**
 * A party whose word is missing.
 *
 * @param partyId by which it can agree
 * @param name as it is called in the contract
 * @param providerId its provider record, where known
 */
public record Awaited(UUID partyId, String name, @Nullable UUID providerId) {
  static Awaited of(Party party) {
    return new Awaited(Objects.requireNonNull(party.id()), party.name(), party.providerId());
  }
}
