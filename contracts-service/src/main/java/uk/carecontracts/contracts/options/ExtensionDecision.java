package uk.carecontracts.contracts.options;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * The decision to take an option.
 *
 * @param noticeGiven the day the supplier was told
 * @param decidedBy who decided, by office and not by name
 * @param reason why
 */
public record ExtensionDecision(
    @NotNull LocalDate noticeGiven,
    @NotBlank @Size(max = 200) String decidedBy,
    @NotBlank @Size(max = 2000) String reason) {}
