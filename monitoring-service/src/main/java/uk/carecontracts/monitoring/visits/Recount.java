package uk.carecontracts.monitoring.visits;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a recount found.
 *
 * @param from first month
 * @param to last month
 * @param figures lines of figures that were recounted
 * @param visits visits that were recounted
 * @param differing lines that differ from what was kept
 * @param differences the first hundred of them
 * @param repaired whether the recounted figures took the place of the kept ones
 */
@Schema(name = "VisitRecount")
public record Recount(
    String from,
    String to,
    int figures,
    long visits,
    int differing,
    List<Difference> differences,
    boolean repaired) {

  /**
   * A line of figures that differs.
   *
   * @param kept what was kept; absent when nothing was
   * @param recounted what the visits come to; absent when there are none
   */
  @Schema(name = "VisitRecountDifference")
  public record Difference(
      UUID contractId,
      @Nullable UUID providerId,
      String area,
      String month,
      VisitFigure.@Nullable Counts kept,
      VisitFigure.@Nullable Counts recounted) {}
}
