package uk.carecontracts.contracts.terms;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.money.Money;

/**
 * A part of a contract that can be won by itself.
 *
 * @param id its number or letter
 * @param title what it is for
 * @param value its value over the term
 */
public record Lot(
    @NotBlank @Size(max = 100) String id,
    @Nullable @Size(max = 500) String title,
    @Nullable Money value) {}
