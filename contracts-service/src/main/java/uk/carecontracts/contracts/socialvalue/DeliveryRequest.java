package uk.carecontracts.contracts.socialvalue;

import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Something that was delivered.
 *
 * @param measure the commitment's measure, as the contract states it
 * @param quantity how much, in the commitment's unit
 * @param deliveredOn when
 * @param evidence how that is known
 */
public record DeliveryRequest(
    @NotBlank @Size(max = 1000) String measure,
    @NotNull @DecimalMin(value = "0", inclusive = false) BigDecimal quantity,
    @NotNull LocalDate deliveredOn,
    @NotBlank @Size(max = 2000) String evidence) {}
