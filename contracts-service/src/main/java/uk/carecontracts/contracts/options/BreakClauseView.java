package uk.carecontracts.contracts.options;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A break clause: body of its resource and of its events.
 *
 * @param windowFrom the first day that can become the contract's last
 * @param windowTo the last day that can
 * @param firstNoticeBy last day of notice for the first day of the window
 * @param noticeDeadline last day of notice for the last day of the window
 * @param exercise how it was taken
 * @param lapsedBecause why it can no longer be taken
 */
public record BreakClauseView(
    UUID id,
    UUID contractId,
    String authority,
    BreakHolder heldBy,
    LocalDate windowFrom,
    LocalDate windowTo,
    int noticeMonths,
    @Nullable String clause,
    OptionStatus status,
    LocalDate firstNoticeBy,
    LocalDate noticeDeadline,
    @Nullable BreakTaken exercise,
    @Nullable String lapsedBecause,
    Instant createdAt,
    Instant updatedAt,
    long version) {}
