package uk.carecontracts.contracts.spend;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.money.Money;

/** What the spend API answers. */
final class SpendViews {
  private SpendViews() {}

  /**
   * A payment line.
   *
   * @param amount net; negative for a credit
   * @param supplierId supplier of the ledger; absent when withheld
   * @param status what became of it
   * @param reason by what it was matched, or why not
   */
  record Line(
      UUID id,
      LocalDate paidOn,
      LocalDate period,
      @Nullable String voucher,
      Money amount,
      @Nullable Money irrecoverableVat,
      String supplier,
      @Nullable UUID supplierId,
      @Nullable UUID providerId,
      @Nullable String unit,
      @Nullable String purpose,
      @Nullable String proclass,
      @Nullable String proclassLabel,
      @Nullable String invoice,
      @Nullable String costCentre,
      PaymentStatus status,
      MatchReason reason,
      @Nullable UUID contractId,
      @Nullable String contractReference) {}

  /**
   * A contract's commitment and payments in a financial year.
   *
   * @param committed by its value and term; absent when the contract does not say enough
   * @param actual payments less credits
   * @param difference commitment not yet paid; negative when more was paid
   * @param usedPercent actual as a share of the commitment
   */
  record ContractYear(
      UUID contractId,
      String reference,
      String title,
      @Nullable String supplier,
      @Nullable UUID providerId,
      String status,
      String financialYear,
      @Nullable Money committed,
      Money actual,
      Money credits,
      long payments,
      @Nullable Money difference,
      @Nullable BigDecimal usedPercent) {}

  /** A contract's years, each with its months. */
  record ContractAccount(UUID contractId, List<Year> years) {}

  /** One year of a contract. */
  record Year(ContractYear account, List<ContractSpendState.Month> months) {}

  /**
   * Spending without a contract, by supplier.
   *
   * @param threshold suppliers paid more than this, net, are listed
   * @param thresholdSource where that figure comes from
   */
  record OffContract(
      String financialYear,
      Money threshold,
      String thresholdSource,
      List<OffContractSupplier> items,
      @Nullable String next) {}

  /**
   * A supplier paid without a contract.
   *
   * @param supplierId the first of its numbers in the ledger that was paid
   * @param supplierIds all of them: those with one provider record, or one name and none
   */
  record OffContractSupplier(
      UUID supplierId,
      String supplier,
      @Nullable UUID providerId,
      List<UUID> supplierIds,
      Money total,
      Money credits,
      long payments,
      LocalDate firstPaidOn,
      LocalDate lastPaidOn,
      List<MatchReason> reasons) {}

  /** How much of the spending is matched. */
  record MatchedShare(
      String financialYear, long lines, Money value, List<Share> statuses, List<Share> reasons) {}

  /** Lines of one kind and their share of all, by number and by net value, in percent. */
  record Share(
      String code,
      long lines,
      Money value,
      @Nullable BigDecimal percentOfLines,
      @Nullable BigDecimal percentOfValue) {}

  /**
   * A supplier of the ledger.
   *
   * @param providerBy by what the provider record was found: IDENTIFIER, NAME or KEEPER
   * @param contractId the contract a keeper said it is paid under
   * @param linkReason why a keeper linked it
   */
  record LedgerSupplier(
      UUID id,
      String authority,
      String name,
      @Nullable String beneficiaryId,
      List<String> identifiers,
      @Nullable UUID providerId,
      @Nullable String providerBy,
      @Nullable UUID contractId,
      @Nullable String linkReason,
      long version) {}
}
