package uk.carecontracts.contracts.funding;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.money.Money;

/**
 * What a partner pays into a fund for a year; another one for the same year takes its place.
 *
 * @param partner one of the fund's partners
 * @param year financial year such as 2026-27
 * @param amount what it pays
 * @param note on what terms
 */
public record Contribution(
    @NotBlank @Size(max = 300) String partner,
    @NotNull @Pattern(regexp = "\\d{4}-\\d{2}", message = "must be a year such as 2026-27")
        String year,
    @NotNull Money amount,
    @Nullable @Size(max = 1000) String note) {}
