package uk.carecontracts.providers.costs;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.money.Money;

/**
 * What movements do to one service of one provider. Where kinds of bed are costed apart, a contract
 * does not say how many of each it pays for: the kinds count by their units of a year when all
 * state them, else equally.
 */
final class ServicePressure {

  private final List<CostModel> models;
  private final List<Pressure> pressures;
  private final BigDecimal before;
  private final BigDecimal after;

  ServicePressure(
      List<CostModel> models,
      List<LineSet> sets,
      Map<String, BigDecimal> movements,
      BigDecimal above) {
    this.models = models;
    this.pressures =
        models.stream()
            .map(model -> Pressure.of(model.sheet(CostModels.set(model, sets)), movements, above))
            .toList();
    boolean weighted = models.stream().allMatch(model -> model.annualUnits() != null);
    BigDecimal weights = BigDecimal.ZERO;
    BigDecimal sumBefore = BigDecimal.ZERO;
    BigDecimal sumAfter = BigDecimal.ZERO;
    for (int i = 0; i < models.size(); i++) {
      BigDecimal units = models.get(i).annualUnits();
      BigDecimal weight = weighted && units != null ? units : BigDecimal.ONE;
      weights = weights.add(weight);
      sumBefore = sumBefore.add(pressures.get(i).before().multiply(weight));
      sumAfter = sumAfter.add(pressures.get(i).after().multiply(weight));
    }
    before = sumBefore.divide(weights, CostSheet.EXACT);
    after = sumAfter.divide(weights, CostSheet.EXACT);
  }

  private BigDecimal percent() {
    return new Pressure(before, after, List.of()).percent();
  }

  /** The provider's part of the answer, with its contracts among those that run. */
  PressureForms.ProviderPressure on(
      UUID provider,
      @Nullable String name,
      String serviceType,
      List<PressureRepository.Running> running) {
    List<PressureRepository.Running> own =
        running.stream()
            .filter(each -> provider.equals(each.providerId()))
            .filter(each -> serviceType.equals(each.serviceType()))
            .toList();
    List<PressureForms.ContractPressure> contracts = own.stream().map(this::contract).toList();
    return new PressureForms.ProviderPressure(
        provider,
        name == null ? provider.toString() : name,
        serviceType,
        models.stream().map(CostModel::id).toList(),
        Money.gbp(before),
        Money.gbp(after),
        CostBreakdown.shown(percent()),
        pressures.stream().flatMap(each -> each.lines().stream()).toList(),
        contracts,
        sum(contracts.stream().map(PressureForms.ContractPressure::annualValue).toList()),
        sum(contracts.stream().map(PressureForms.ContractPressure::pressure).toList()));
  }

  private PressureForms.ContractPressure contract(PressureRepository.Running contract) {
    BigDecimal value = contract.annualValue();
    return new PressureForms.ContractPressure(
        contract.contractId(),
        contract.reference(),
        contract.title(),
        value == null ? null : Money.gbp(value),
        value == null ? null : Money.gbp(value.multiply(percent()).movePointLeft(2)));
  }

  private static Money sum(List<@Nullable Money> amounts) {
    return Money.gbp(
        amounts.stream()
            .filter(java.util.Objects::nonNull)
            .map(Money::amount)
            .reduce(BigDecimal.ZERO, BigDecimal::add));
  }
}
