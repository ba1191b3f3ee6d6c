package uk.carecontracts.monitoring.dataquality;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What collecting costs, and which questions to stop asking.
 *
 * @param from first day counted
 * @param to last day counted
 * @param minutes spent on collecting in all, as told
 * @param returns that said how long they took
 * @param collectors who spent them, most first
 * @param questions every indicator asked, the dearest first
 * @param askedTwice data that are asked for twice
 * @param stopAsking indicators proposed for retirement, with the reasons
 * @param minutesSaved what stopping would save, in the same time
 */
@Schema(name = "BurdenReport")
public record BurdenReport(
    LocalDate from,
    LocalDate to,
    int minutes,
    int returns,
    List<Collector> collectors,
    List<Question> questions,
    List<Twice> askedTwice,
    List<Proposal> stopAsking,
    BigDecimal minutesSaved) {

  /**
   * Who collects.
   *
   * @param providerName the provider
   * @param collectedBy who handed the returns in
   * @param returns how many
   * @param minutes spent
   */
  @Schema(name = "BurdenCollector")
  public record Collector(
      @Nullable String providerName, String collectedBy, int returns, int minutes) {}

  /**
   * An indicator as a question.
   *
   * @param indicator its code
   * @param title what it measures
   * @param contracts how many contracts are asked
   * @param answers values given
   * @param misses answers that missed their target
   * @param minutes its share of the minutes of the returns it is in
   * @param usedBy adopted strategies and payments by results that rest on it
   */
  @Schema(name = "BurdenQuestion")
  public record Question(
      String indicator,
      String title,
      int contracts,
      int answers,
      int misses,
      BigDecimal minutes,
      int usedBy) {}

  /**
   * A datum that is asked for twice.
   *
   * @param what the datum
   * @param indicators that ask for it
   * @param contracts how many contracts it concerns
   * @param why how it is asked twice
   */
  @Schema(name = "BurdenAskedTwice")
  public record Twice(String what, List<String> indicators, int contracts, String why) {}

  /**
   * A proposal to stop asking.
   *
   * @param indicator its code
   * @param title what it measures
   * @param reasons why
   * @param minutes what stopping would save
   */
  @Schema(name = "BurdenProposal")
  public record Proposal(
      String indicator, String title, List<String> reasons, BigDecimal minutes) {}
}
