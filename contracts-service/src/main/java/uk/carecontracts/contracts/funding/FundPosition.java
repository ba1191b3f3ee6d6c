package uk.carecontracts.contracts.funding;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import uk.carecontracts.kit.money.Money;

/**
 * How a fund stands in a financial year.
 *
 * @param year such as 2026-27
 * @param contributed what its partners pay in
 * @param committed what contracts commit of it
 * @param uncommitted the difference; less than nothing when it is overcommitted
 * @param overcommitted whether more is committed than paid in
 * @param contributions who pays what in
 * @param commitments which contracts commit what, the largest first
 */
public record FundPosition(
    UUID fundId,
    String name,
    String year,
    Money contributed,
    Money committed,
    Money uncommitted,
    boolean overcommitted,
    List<Contribution> contributions,
    List<Committed> commitments) {

  /**
   * What a contract commits of a fund.
   *
   * @param sharePercent the fund's share of the contract, at the end of the year or when it ended
   */
  public record Committed(
      UUID contractId, String reference, BigDecimal sharePercent, Money committed) {}
}
