package uk.carecontracts.providers.market;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The market in numbers.
 *
 * @param asOf the day of the figures
 * @param providers active provider records
 * @param openHomes open care homes
 * @param beds their registered beds, as far as known
 * @param areas the same by council area
 */
@Schema(name = "MarketSummary")
public record MarketSummary(
    LocalDate asOf, long providers, long openHomes, long beds, List<AreaSummary> areas) {

  /**
   * One council area.
   *
   * @param area GSS code
   * @param name the council's name, when the code is known
   * @param openHomes open care homes
   * @param beds their registered beds, as far as known
   * @param homesWithoutBeds homes whose number of beds is not known
   * @param ratings open homes by current overall rating; UNKNOWN where none is recorded
   */
  @Schema(name = "AreaSummary")
  public record AreaSummary(
      String area,
      @Nullable String name,
      long openHomes,
      long beds,
      long homesWithoutBeds,
      Map<String, Long> ratings) {}
}
