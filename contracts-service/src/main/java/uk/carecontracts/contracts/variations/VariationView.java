package uk.carecontracts.contracts.variations;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.terms.Party;
import uk.carecontracts.contracts.terms.VariationReason;

/**
 * A variation as its resource shows it.
 *
 * @param change merge patch of the contract's terms
 * @param before what the changed places said when it was proposed
 * @param incoming suppliers that would become party; they are asked too
 * @param agreements who agreed, and when
 * @param outcome why it was withdrawn or refused
 */
public record VariationView(
    UUID id,
    UUID contractId,
    VariationReason reason,
    String description,
    LocalDate effectiveDate,
    VariationStatus status,
    JsonNode change,
    JsonNode before,
    List<Party> incoming,
    List<Agreement> agreements,
    @Nullable String outcome,
    Instant proposedAt,
    Instant updatedAt,
    long version) {}
