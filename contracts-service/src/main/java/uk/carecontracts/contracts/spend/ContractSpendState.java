package uk.carecontracts.contracts.spend;

import java.util.List;
import java.util.UUID;
import uk.carecontracts.kit.money.Money;

/**
 * What was paid under a contract in a financial year: body of the event contract-spend.recorded.v1.
 *
 * @param id identity of this account
 * @param authority GSS code
 * @param contractId the contract
 * @param financialYear such as 2024-25
 * @param actual payments less credits
 * @param credits what came back, as a negative amount
 * @param payments how many lines
 * @param months the months with payments, earliest first
 * @param version raised by every change
 */
public record ContractSpendState(
    UUID id,
    String authority,
    UUID contractId,
    String financialYear,
    Money actual,
    Money credits,
    long payments,
    List<Month> months,
    long version) {
  /**
   * Payments of a calendar month.
   *
   * @param month such as 2024-07
   * @param amount payments less credits
   * @param payments how many lines
   */
  public record Month(String month, Money amount, long payments) {}

  /** Keeps its own list. */
  public ContractSpendState {
    months = List.copyOf(months);
  }

  /** Whether another version says the same. */
  boolean says(ContractSpendState other) {
    return actual.equals(other.actual)
        && credits.equals(other.credits)
        && payments == other.payments
        && months.equals(other.months);
  }
}
