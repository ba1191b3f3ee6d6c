package uk.carecontracts.contracts.terms;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * How a service is wound down (DOMAIN.md, S6).
 *
 * @param peopleAffected how many people used it
 * @param alternatives what they are offered instead
 * @param noticeGiven when they and the supplier were told
 * @param lastDay last day of the service
 */
public record DecommissioningPlan(
    @NotNull @Min(0) Integer peopleAffected,
    @NotBlank @Size(max = 4000) String alternatives,
    @NotNull LocalDate noticeGiven,
    @NotNull LocalDate lastDay) {}
