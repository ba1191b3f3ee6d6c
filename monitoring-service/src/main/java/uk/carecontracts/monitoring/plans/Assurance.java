package uk.carecontracts.monitoring.plans;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How a plan makes sure of a domain of standards.
 *
 * @param domain the domain
 * @param title the domain in words
 * @param reliedOn whether an inspection is relied on, so that nothing is asked twice
 * @param reason why
 * @param until last day the inspection is relied on
 */
@Schema(name = "Assurance")
public record Assurance(
    String domain, String title, boolean reliedOn, String reason, @Nullable LocalDate until) {}
