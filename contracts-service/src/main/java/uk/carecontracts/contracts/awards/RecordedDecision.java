package uk.carecontracts.contracts.awards;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of the decision register, as the journal has it.
 *
 * @param at when it was recorded
 * @param decision what kind of decision
 * @param contractId about which contract
 * @param reference its reference
 * @param title its title
 * @param reason why, in the words of who decided
 * @param recordedBy who recorded it
 */
public record RecordedDecision(
    UUID id,
    Instant at,
    String decision,
    UUID contractId,
    @Nullable String reference,
    @Nullable String title,
    @Nullable String reason,
    String recordedBy) {}
