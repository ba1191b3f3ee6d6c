package uk.carecontracts.contracts.socialvalue;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that was delivered: body of its resource and of its events.
 *
 * @param withdrawnBecause why it does not count, when it does not
 */
public record DeliveryView(
    UUID id,
    UUID contractId,
    String authority,
    String measure,
    BigDecimal quantity,
    LocalDate deliveredOn,
    String evidence,
    @Nullable String withdrawnBecause,
    Instant createdAt,
    Instant updatedAt,
    long version) {}
