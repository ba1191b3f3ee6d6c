package uk.carecontracts.contracts.options;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.money.Money;

/**
 * How a contract was broken off.
 *
 * @param lastDay the contract's last day since
 * @param noticeGiven the day the other side was told
 * @param by which side did
 * @param decidedBy who decided
 * @param reason why
 * @param previousEnd last day before
 * @param newTotal total value since, where it was stated
 */
public record BreakTaken(
    LocalDate lastDay,
    LocalDate noticeGiven,
    BreakHolder by,
    String decidedBy,
    String reason,
    LocalDate previousEnd,
    @Nullable Money newTotal) {}
