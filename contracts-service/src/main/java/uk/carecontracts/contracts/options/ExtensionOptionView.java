package uk.carecontracts.contracts.options;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.money.Money;

/**
 * An extension option: body of its resource and of its events.
 *
 * @param position its turn: earlier ones are taken first
 * @param months how much longer the contract runs
 * @param noticeMonths notice in months
 * @param noticeDeadline last day to give notice: while it is open and the contract's last day
 *     known, and where it lapsed for want of notice
 * @param extendsTo last day of the contract when it is taken, while it is open
 * @param exercise how it was taken
 * @param lapsedBecause why it can no longer be taken
 */
public record ExtensionOptionView(
    UUID id,
    UUID contractId,
    String authority,
    int position,
    int months,
    int noticeMonths,
    @Nullable Money additionalValue,
    @Nullable String clause,
    OptionStatus status,
    @Nullable LocalDate noticeDeadline,
    @Nullable LocalDate extendsTo,
    @Nullable ExtensionTaken exercise,
    @Nullable String lapsedBecause,
    Instant createdAt,
    Instant updatedAt,
    long version) {}
