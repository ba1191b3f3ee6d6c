package uk.carecontracts.contracts.awards;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What was decided.
 *
 * @param tenderer who wins
 * @param decidedOn when
 * @param decidedBy who decided, by office and not by name
 * @param reason why
 * @param departureBecause why it is not the tender ranked first, where it is not
 */
public record Decision(
    @NotBlank @Size(max = 500) String tenderer,
    @NotNull LocalDate decidedOn,
    @NotBlank @Size(max = 200) String decidedBy,
    @NotBlank @Size(max = 4000) String reason,
    @Nullable @Size(max = 4000) String departureBecause) {}
