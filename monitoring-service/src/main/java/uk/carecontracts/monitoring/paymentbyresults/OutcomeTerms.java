package uk.carecontracts.monitoring.paymentbyresults;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One outcome of a payment-by-results agreement with what was achieved.
 *
 * @param name what the agreement calls it
 * @param weightPercent its share of the money at risk, 0 to 100
 * @param baseline where people stood before
 * @param target where they are to be; below the baseline when less is better
 * @param actual what was verified
 * @param cap most that counts as achieved, as a share of the target distance; 1 when none is agreed
 * @param method how achievement turns into money
 */
public record OutcomeTerms(
    String name,
    BigDecimal weightPercent,
    BigDecimal baseline,
    BigDecimal target,
    BigDecimal actual,
    @Nullable BigDecimal cap,
    PaymentMethod method) {

  /** The agreed cap, or 1: more than the target earns more only where the agreement says so. */
  BigDecimal effectiveCap() {
    return cap == null ? BigDecimal.ONE : cap;
  }
}
