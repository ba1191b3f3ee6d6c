package uk.carecontracts.contracts.options;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.money.Money;

/**
 * The decision to break a contract off.
 *
 * @param lastDay the day that becomes the contract's last, in the window
 * @param noticeGiven the day the other side was told
 * @param by AUTHORITY or SUPPLIER
 * @param decidedBy who decided, by office and not by name
 * @param reason why
 * @param newTotal what the contract is worth when it ends there, where that is known
 */
public record BreakDecision(
    @NotNull LocalDate lastDay,
    @NotNull LocalDate noticeGiven,
    @NotNull BreakHolder by,
    @NotBlank @Size(max = 200) String decidedBy,
    @NotBlank @Size(max = 2000) String reason,
    @Nullable Money newTotal) {}
