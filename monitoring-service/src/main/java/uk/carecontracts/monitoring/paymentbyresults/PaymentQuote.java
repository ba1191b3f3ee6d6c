package uk.carecontracts.monitoring.paymentbyresults;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.carecontracts.kit.money.Money;
import uk.carecontracts.monitoring.arithmetic.Step;

/**
 * What is to be paid, with its working; base and outcome amount add up to the total.
 *
 * @param baseAmount paid whatever the outcomes
 * @param outcomeAmount earned by results, less anything clawed back
 * @param total both together
 * @param clawback the part of the outcome amount taken back, zero or less
 * @param steps the working, line by line
 */
@Schema(name = "PaymentQuote")
public record PaymentQuote(
    Money baseAmount, Money outcomeAmount, Money total, Money clawback, List<Step> steps) {

  static PaymentQuote of(Payment payment) {
    return new PaymentQuote(
        Money.gbp(payment.baseAmount()),
        Money.gbp(payment.outcomeAmount()),
        Money.gbp(payment.total()),
        Money.gbp(payment.clawback()),
        payment.steps());
  }
}
