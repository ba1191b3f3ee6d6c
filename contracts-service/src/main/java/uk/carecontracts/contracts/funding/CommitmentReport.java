package uk.carecontracts.contracts.funding;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.money.Money;

/**
 * What an authority has committed and spent in a financial year, by where the money comes from.
 *
 * @param year such as 2026-27
 * @param from first day
 * @param to last day
 * @param committed in all; contracts' totals spread evenly over the days of their terms
 * @param streams by kind and fund, the largest first
 * @param notFunded committed, and no funding is stated for it
 * @param spent paid in the year under contracts, from imported payments
 * @param spentNotFunded paid, and no funding is stated for it
 */
public record CommitmentReport(
    String year,
    LocalDate from,
    LocalDate to,
    Money committed,
    List<Line> streams,
    Money notFunded,
    Money spent,
    Money spentNotFunded) {

  /**
   * One source of money.
   *
   * @param fundId the fund, where it is one
   * @param fund what the fund is called
   * @param contracts how many contracts commit of it
   * @param spent its share of what was paid, by the funding of the day of payment
   */
  public record Line(
      StreamKind kind,
      @Nullable UUID fundId,
      @Nullable String fund,
      long contracts,
      Money committed,
      Money spent) {}
}
