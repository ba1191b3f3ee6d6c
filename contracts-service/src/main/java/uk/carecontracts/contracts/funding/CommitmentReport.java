package uk.carecontracts.contracts.funding;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.money.Money;

/**
 * What an authority has committed in a financial year, by where the money comes from.
 *
 * @param year such as 2026-27
 * @param from first day
 * @param to last day
 * @param committed in all; contracts' totals spread evenly over the days of their terms
 * @param streams by kind and fund, the largest first
 * @param notFunded what no funding is stated for
 */
public record CommitmentReport(
    String year,
    LocalDate from,
    LocalDate to,
    Money committed,
    List<Line> streams,
    Money notFunded) {

  /**
   * One source of money.
   *
   * @param fundId the fund, where it is one
   * @param fund what the fund is called
   * @param contracts how many contracts it pays for
   */
  public record Line(
      StreamKind kind,
      @Nullable UUID fundId,
      @Nullable String fund,
      long contracts,
      Money committed) {}
}
