package uk.carecontracts.providers.demand;

import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Projected people.
 *
 * @param area GSS code
 * @param ageBand as the source writes it, such as 65-69 or 90+
 * @param year calendar year
 * @param people how many
 */
@Schema(name = "PopulationCohort")
public record Cohort(String area, String ageBand, int year, BigDecimal people) {}
