package uk.carecontracts.contracts.publication;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.terms.ContractState;

/**
 * A version of a contract as everyone may see it, or one of which something was kept back.
 *
 * @param eventId identity of the change
 * @param type event that made it
 * @param state without what is kept back
 * @param reason why, where that was said and nothing is kept back
 * @param at when
 */
record RegisterChange(
    UUID eventId, String type, ContractState state, @Nullable String reason, Instant at) {}
