package uk.carecontracts.monitoring.paymentbyresults;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.problem.RuleViolation;

/**
 * How a contract pays for results: an annual fee of which outcomes decide a part, or a tariff for
 * each person whose outcome was verified.
 *
 * @param annualFee pounds a year
 * @param atRiskPercent the part of it that outcomes decide
 * @param outcomes what is measured; weights total 100
 * @param tariff pounds per person verified
 * @param cap most people paid for on one statement; no limit when absent
 */
@Schema(name = "PaymentModelTerms")
public record ModelTerms(
    @JsonDeserialize(using = PoundsReader.class) @Nullable BigDecimal annualFee,
    @Nullable BigDecimal atRiskPercent,
    @Nullable @Size(max = 100) List<@Valid @NotNull OutcomeTarget> outcomes,
    @JsonDeserialize(using = PoundsReader.class) @Nullable BigDecimal tariff,
    @Nullable Integer cap) {
  private static final BigDecimal MONTHS_OF_A_YEAR = BigDecimal.valueOf(12);

  /**
   * An outcome as agreed.
   *
   * @param name what the agreement calls it
   * @param weightPercent its share of the money at risk
   * @param baseline where people stood before
   * @param target where they are to be; below the baseline when less is better
   * @param cap most that counts, as a share of the way to the target; 1 when left out
   * @param method LINEAR or THRESHOLD
   */
  @Schema(name = "PaymentOutcomeTarget")
  public record OutcomeTarget(
      @NotBlank @Size(max = 300) String name,
      @NotNull BigDecimal weightPercent,
      @NotNull BigDecimal baseline,
      @NotNull BigDecimal target,
      @Nullable BigDecimal cap,
      @NotNull PaymentMethod method) {

    /** With what was reached; the baseline, which earns nothing, when nothing stands. */
    OutcomeTerms reaching(@Nullable BigDecimal actual) {
      return new OutcomeTerms(
          name, weightPercent, baseline, target, actual == null ? baseline : actual, cap, method);
    }
  }

  /**
   * Refuses terms that cannot be paid out.
   *
   * @throws RuleViolation PAYMENT_TERMS_INVALID, naming the field
   */
  ModelTerms checked() {
    if (byTariff() == (annualFee != null || atRiskPercent != null || outcomes != null)) {
      throw new RuleViolation(
          "PAYMENT_TERMS_INVALID",
          "Agree either annualFee, atRiskPercent and outcomes, or a tariff.");
    }
    if (byTariff()) {
      payment(MONTHS_OF_A_YEAR, 0, Map.of());
      return this;
    }
    if (annualFee == null || atRiskPercent == null || outcomes == null) {
      throw new RuleViolation(
          "PAYMENT_TERMS_INVALID",
          "Outcomes need annualFee, atRiskPercent and outcomes.",
          "/terms");
    }
    Set<String> names = new HashSet<>();
    IntStream.range(0, outcomes.size())
        .filter(i -> !names.add(outcomes.get(i).name()))
        .findFirst()
        .ifPresent(
            i -> {
              throw new RuleViolation(
                  "PAYMENT_TERMS_INVALID",
                  outcomes.get(i).name() + " is agreed twice.",
                  "/terms/outcomes/" + i + "/name");
            });
    payment(MONTHS_OF_A_YEAR, 0, Map.of());
    return this;
  }

  /** Whether people are paid for, one by one. */
  boolean byTariff() {
    return tariff != null;
  }

  /**
   * What some months earn, before anything is clawed back.
   *
   * @param months how long; a fee is spread evenly over the year
   * @param people people verified
   * @param actuals what was reached, by outcome
   */
  Payment payment(BigDecimal months, int people, Map<String, BigDecimal> actuals) {
    if (tariff != null) {
      return new TariffAgreement(tariff, people, cap, 0).payment();
    }
    BigDecimal fee = annualFee == null ? BigDecimal.ZERO : annualFee;
    BigDecimal share =
        fee.multiply(months)
            .divide(MONTHS_OF_A_YEAR, 10, RoundingMode.HALF_UP)
            .stripTrailingZeros();
    return new OutcomeAgreement(
            share,
            atRiskPercent == null ? BigDecimal.ZERO : atRiskPercent,
            outcomes == null
                ? List.of()
                : outcomes.stream().map(o -> o.reaching(actuals.get(o.name()))).toList())
        .payment();
  }
}
