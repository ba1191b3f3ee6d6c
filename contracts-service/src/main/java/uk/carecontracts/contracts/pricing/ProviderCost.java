package uk.carecontracts.contracts.pricing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * What the service costs its provider.
 *
 * @param fixedCost pounds that do not depend on volume
 * @param variableUnitCost pounds per unit
 */
public record ProviderCost(BigDecimal fixedCost, BigDecimal variableUnitCost) {

  /**
   * Fixed cost ÷ (price − variable cost), rounded up to two places so that the volume really does
   * break even; empty when a unit does not earn more than it costs.
   */
  public Optional<BigDecimal> breakEvenAt(BigDecimal unitPrice) {
    BigDecimal contribution = unitPrice.subtract(variableUnitCost);
    return contribution.signum() <= 0
        ? Optional.empty()
        : Optional.of(fixedCost.divide(contribution, 2, RoundingMode.CEILING));
  }

  /** All costs of a volume, exact. */
  public BigDecimal of(BigDecimal volume) {
    return fixedCost.add(variableUnitCost.multiply(volume));
  }
}
