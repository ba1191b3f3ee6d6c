package uk.carecontracts.contracts.agreements;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.agreements.AgreementTerms.AgreementLot;
import uk.carecontracts.kit.money.Money;

/**
 * What was called off an agreement against its ceilings. A ceiling is a promise, not spend: it is
 * in no sum but this comparison.
 *
 * @param contractId the agreement's contract
 * @param reference its reference
 * @param total the whole agreement
 * @param lots each lot
 */
public record AgreementReport(UUID contractId, String reference, Use total, List<LotUse> lots) {

  /**
   * A ceiling and what was called off under it.
   *
   * @param ceiling the most that may be called off, where there is such
   * @param calledOff value of the contracts made, as they stand now, cancelled ones left out
   * @param remaining what may still be called off
   * @param usedPercent called off of the ceiling, to two places
   * @param callOffs how many contracts were made
   */
  public record Use(
      @Nullable Money ceiling,
      Money calledOff,
      @Nullable Money remaining,
      @Nullable BigDecimal usedPercent,
      long callOffs) {
    static Use of(@Nullable Money ceiling, List<CallOffRepository.Given> given) {
      BigDecimal value =
          given.stream()
              .map(CallOffRepository.Given::value)
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      long count = given.stream().mapToLong(CallOffRepository.Given::callOffs).sum();
      boolean limited = ceiling != null && ceiling.amount().signum() > 0;
      return new Use(
          ceiling,
          Money.gbp(value),
          ceiling == null ? null : Money.gbp(ceiling.amount().subtract(value)),
          limited
              ? value.movePointRight(2).divide(ceiling.amount(), 2, RoundingMode.HALF_UP)
              : null,
          count);
    }
  }

  /**
   * A lot.
   *
   * @param lotId the lot
   * @param title what it is for
   * @param use its ceiling and what was called off
   * @param suppliers what each supplier was given
   */
  public record LotUse(String lotId, String title, Use use, List<SupplierUse> suppliers) {}

  /**
   * What a supplier was given in a lot.
   *
   * @param providerId the supplier
   * @param name its name
   * @param callOffs how many contracts
   * @param value what they are worth
   */
  public record SupplierUse(UUID providerId, String name, long callOffs, Money value) {}

  static AgreementReport of(
      UUID contractId,
      String reference,
      @Nullable Money ceiling,
      AgreementTerms terms,
      List<CallOffRepository.Given> given) {
    return new AgreementReport(
        contractId,
        reference,
        Use.of(ceiling, given),
        terms.lots().stream().map(lot -> lot(lot, given)).toList());
  }

  private static LotUse lot(AgreementLot lot, List<CallOffRepository.Given> given) {
    List<CallOffRepository.Given> here =
        given.stream().filter(each -> each.lotId().equals(lot.id())).toList();
    return new LotUse(
        lot.id(),
        lot.title(),
        Use.of(lot.ceiling(), here),
        here.stream()
            .map(
                each ->
                    new SupplierUse(
                        each.providerId(), each.name(), each.callOffs(), Money.gbp(each.value())))
            .toList());
  }
}
