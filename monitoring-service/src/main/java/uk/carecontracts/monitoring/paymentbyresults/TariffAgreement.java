package uk.carecontracts.monitoring.paymentbyresults;

import static uk.carecontracts.monitoring.arithmetic.Figures.pounds;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.problem.RuleViolation;
import uk.carecontracts.monitoring.arithmetic.Step;

/**
 * A price for each person whose outcome was verified, up to an agreed number of people. People paid
 * for earlier and refuted since are taken off this statement.
 *
 * @param tariff pounds per person, zero or more
 * @param verified people verified in this period
 * @param cap most people paid for in this period; no limit when absent
 * @param refutedEarlier people paid for on an earlier statement whose outcome did not hold
 */
public record TariffAgreement(
    BigDecimal tariff, int verified, @Nullable Integer cap, int refutedEarlier) {

  /** Refuses terms that cannot be paid out, naming the field. */
  public TariffAgreement {
    require(tariff.signum() >= 0, "A tariff cannot be negative", "/tariff");
    require(verified >= 0, "A number of people cannot be negative", "/verified");
    require(cap == null || cap >= 0, "A cap cannot be negative", "/cap");
    require(refutedEarlier >= 0, "A number of people cannot be negative", "/refutedEarlier");
  }

  private static void require(boolean holds, String message, String pointer) {
    if (!holds) {
      throw new RuleViolation("PAYMENT_TERMS_INVALID", message, pointer);
    }
  }

  /** Works out the payment for the period. */
  public Payment payment() {
    int paid = cap == null ? verified : Math.min(verified, cap);
    BigDecimal earned = tariff.multiply(BigDecimal.valueOf(paid));
    BigDecimal clawback = tariff.multiply(BigDecimal.valueOf(refutedEarlier)).negate();
    BigDecimal total = rounded(earned.add(clawback));
    List<Step> steps = new ArrayList<>();
    steps.add(
        new Step(
            "People paid for",
            cap == null ? verified + " verified, no cap" : verified + " verified, cap " + cap,
            String.valueOf(paid)));
    steps.add(new Step("Earned", pounds(tariff) + " × " + paid, pounds(earned)));
    if (refutedEarlier > 0) {
      steps.add(
          new Step(
              "Clawed back for people refuted since",
              "−" + pounds(tariff) + " × " + refutedEarlier,
              pounds(clawback)));
    }
    steps.add(new Step("Total", pounds(earned) + " + " + pounds(clawback), pounds(total)));
    return new Payment(
        rounded(BigDecimal.ZERO), total, total, rounded(clawback), List.copyOf(steps));
  }

  private static BigDecimal rounded(BigDecimal amount) {
    return amount.setScale(2, RoundingMode.HALF_UP);
  }
}
