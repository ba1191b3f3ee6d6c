package uk.carecontracts.monitoring.scorecards;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.monitoring.indicators.Unit;

/**
 * A contract's indicators over a financial year in the words that are published (Procurement
 * Regulations 2024, reg. 39(5)).
 *
 * @param contractId the contract
 * @param contractReference its reference
 * @param from first day of the year
 * @param to last day of the year
 * @param publication whether the regime asks for publication
 * @param why the rule and how the contract meets it or not
 * @param ratings indicator by indicator
 */
@Schema(name = "KpiRatings")
public record KpiRatings(
    UUID contractId,
    String contractReference,
    LocalDate from,
    LocalDate to,
    Publication publication,
    String why,
    List<Rating> ratings) {

  /** Whether yearly ratings are published. */
  public enum Publication {
    /** The regime asks for it. */
    REQUIRED,
    /** Nothing asks for it; a council may. */
    VOLUNTARY,
    /** The register has not told the regime or the value. */
    UNKNOWN
  }

  /**
   * An indicator's year.
   *
   * @param indicator its code
   * @param title what it measures
   * @param unit what it is measured in
   * @param target what was to be reached
   * @param value the year's value: parts summed where every period gave them, else the mean
   * @param periods periods of the year with a value
   * @param rating Good, Approaching target, Requires improvement, Inadequate or Other
   * @param classification the same in Find a Tender's codes: met, slightlyBelow, below,
   *     significantlyBelow or other
   * @param explanation the arithmetic in one sentence
   */
  @Schema(name = "KpiRating")
  public record Rating(
      String indicator,
      String title,
      Unit unit,
      BigDecimal target,
      @Nullable BigDecimal value,
      int periods,
      String rating,
      String classification,
      String explanation) {}

  static String classification(PerformanceRating rating) {
    return switch (rating) {
      case GOOD -> "met";
      case APPROACHING_TARGET -> "slightlyBelow";
      case REQUIRES_IMPROVEMENT -> "below";
      case INADEQUATE -> "significantlyBelow";
      case OTHER -> "other";
    };
  }
}
