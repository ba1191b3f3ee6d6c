package uk.carecontracts.monitoring.paymentbyresults;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.money.Money;
import uk.carecontracts.kit.problem.Problem.Violation;
import uk.carecontracts.kit.problem.RuleViolation;

/**
 * What a quote is asked for: either an annual fee with outcomes, or a tariff with people.
 *
 * @param annualFee pounds for the year; a bare number is understood too
 * @param atRiskPercent the part that outcomes decide, 0 to 100
 * @param outcomes what is measured
 * @param tariff pounds per verified person; a bare number is understood too
 * @param verified people verified in the period
 * @param cap most people paid for
 * @param refutedEarlier people paid for earlier whose outcome did not hold; none when left out
 */
@Schema(name = "PaymentQuoteRequest")
public record QuoteRequest(
    @Nullable @Schema(implementation = Money.class) @JsonDeserialize(using = PoundsReader.class)
        BigDecimal annualFee,
    @Nullable BigDecimal atRiskPercent,
    @Nullable @Size(max = 100) List<@Valid @NotNull Outcome> outcomes,
    @Nullable @Schema(implementation = Money.class) @JsonDeserialize(using = PoundsReader.class)
        BigDecimal tariff,
    @Nullable Integer verified,
    @Nullable Integer cap,
    @Nullable Integer refutedEarlier) {

  /**
   * One outcome.
   *
   * @param name what the agreement calls it
   * @param weightPercent its share of the money at risk; all total 100
   * @param baseline where people stood before
   * @param target where they are to be; below the baseline when less is better
   * @param actual what was verified
   * @param cap most that counts, as a share of the way to the target; 1 when left out
   * @param method LINEAR or THRESHOLD
   */
  @Schema(name = "PaymentOutcome")
  public record Outcome(
      @NotBlank @Size(max = 300) String name,
      @NotNull BigDecimal weightPercent,
      @NotNull BigDecimal baseline,
      @NotNull BigDecimal target,
      @NotNull BigDecimal actual,
      @Nullable BigDecimal cap,
      @NotNull PaymentMethod method) {

    OutcomeTerms terms() {
      return new OutcomeTerms(name, weightPercent, baseline, target, actual, cap, method);
    }
  }

  /** Works out the payment of whichever agreement was described. */
  Payment payment() {
    boolean byTariff = tariff != null || verified != null;
    boolean byOutcomes = annualFee != null || atRiskPercent != null || outcomes != null;
    if (byTariff == byOutcomes) {
      throw new RuleViolation(
          "PAYMENT_TERMS_INVALID",
          "Describe either annualFee, atRiskPercent and outcomes, or tariff and verified.");
    }
    return byTariff ? tariffPayment() : outcomePayment();
  }

  private Payment tariffPayment() {
    requireAll(List.of("tariff", "verified"), tariff, verified);
    return new TariffAgreement(
            tariff == null ? BigDecimal.ZERO : tariff,
            verified == null ? 0 : verified,
            cap,
            refutedEarlier == null ? 0 : refutedEarlier)
        .payment();
  }

  private Payment outcomePayment() {
    requireAll(
        List.of("annualFee", "atRiskPercent", "outcomes"), annualFee, atRiskPercent, outcomes);
    return new OutcomeAgreement(
            annualFee == null ? BigDecimal.ZERO : annualFee,
            atRiskPercent == null ? BigDecimal.ZERO : atRiskPercent,
            outcomes == null ? List.of() : outcomes.stream().map(Outcome::terms).toList())
        .payment();
  }

  private static void requireAll(List<String> names, @Nullable Object... values) {
    List<Violation> missing = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      if (values[i] == null) {
        missing.add(new Violation("/" + names.get(i), names.get(i) + " is needed."));
      }
    }
    if (!missing.isEmpty()) {
      throw new RuleViolation("PAYMENT_TERMS_INVALID", missing);
    }
  }
}
