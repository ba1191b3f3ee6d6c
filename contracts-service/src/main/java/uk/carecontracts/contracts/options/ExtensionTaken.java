package uk.carecontracts.contracts.options;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.money.Money;

/**
 * How an option was taken.
 *
 * @param noticeGiven the day the supplier was told
 * @param decidedBy who decided
 * @param reason why
 * @param previousEnd last day before
 * @param newEnd last day since
 * @param previousTotal total value before
 * @param newTotal total value since
 * @param steps the arithmetic in words
 */
public record ExtensionTaken(
    LocalDate noticeGiven,
    String decidedBy,
    String reason,
    LocalDate previousEnd,
    LocalDate newEnd,
    @Nullable Money previousTotal,
    @Nullable Money newTotal,
    List<String> steps) {}
