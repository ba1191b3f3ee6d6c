package uk.carecontracts.providers.ratings;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A rating as a location's state shows it.
 *
 * @param regulator who inspected
 * @param overall the overall rating
 * @param reportDate publication of the report
 * @param keyQuestions the five key questions, where rated
 * @param reportUrl where the report is
 * @param inherited given to a predecessor and carried over on re-registration
 */
@Schema(name = "RatingSummary")
public record RatingSummary(
    Regulator regulator,
    Rating overall,
    LocalDate reportDate,
    KeyQuestions keyQuestions,
    @Nullable String reportUrl,
    boolean inherited) {

  /** The report as the special-measures rule reads it. */
  public Report report() {
    return new Report(reportDate, overall, keyQuestions);
  }
}
