package uk.carecontracts.contracts.savings;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.pricing.SlidingScaleRequest;
import uk.carecontracts.contracts.savings.SavingsInitiative.Kind;
import uk.carecontracts.kit.problem.ProblemException;

/** Bodies of savings. */
public final class SavingsRequests {
  private static final String MONTH = "\\d{4}-(0[1-9]|1[0-2])";

  private SavingsRequests() {}

  /**
   * Something that saves.
   *
   * @param title what is done
   * @param kind how it saves
   * @param contractId the contract it saves on, which keeps it from being counted twice
   * @param projectId the commissioning project it comes from
   * @param owner who answers for it
   * @param cashable whether a budget falls by it; yes when left out
   */
  public record InitiativeRequest(
      @NotBlank @Size(max = 500) String title,
      @NotNull Kind kind,
      @Nullable UUID contractId,
      @Nullable UUID projectId,
      @Nullable @Size(max = 200) String owner,
      @Nullable Boolean cashable) {}

  /** A month in pounds; what is left out stays as it was. */
  public record MonthRequest(
      @NotNull @Pattern(regexp = MONTH, message = "must be a month such as 2026-05") String month,
      @Nullable @Digits(integer = 12, fraction = 6) BigDecimal planned,
      @Nullable @Digits(integer = 12, fraction = 6) BigDecimal forecast,
      @Nullable @Digits(integer = 12, fraction = 6) BigDecimal delivered,
      @Nullable @Size(max = 2000) String evidence) {
    SavingsInitiative.Month asMonth() {
      return new SavingsInitiative.Month(month, planned, forecast, delivered, evidence);
    }
  }

  /** Months to lay over those it has. */
  public record MonthsRequest(
      @NotEmpty @Valid @Size(max = 240) List<MonthRequest> months,
      @Nullable @Size(max = 2000) String reason) {
    List<SavingsInitiative.Month> asMonths() {
      refuseTwice(months.stream().map(MonthRequest::month).toList(), "/months/");
      return months.stream().map(MonthRequest::asMonth).toList();
    }
  }

  /** Of a month that stands twice one would be lost. */
  private static void refuseTwice(List<String> months, String pointer) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < months.size(); i++) {
      if (!seen.add(months.get(i))) {
        throw ProblemException.badRequest(
            pointer + i + "/month", months.get(i) + " stands twice; add its figures up.");
      }
    }
  }

  /**
   * An uplift that was asked for and not wholly given, on the yearly amount of the contract's price
   * schedule, else on its annual value.
   *
   * @param askedPercent what the provider asked for
   * @param agreedPercent what was agreed
   * @param from first month
   * @param months how many months
   */
  public record UpliftAvoided(
      @NotNull @DecimalMin("-100") @DecimalMax("100") BigDecimal askedPercent,
      @NotNull @DecimalMin("-100") @DecimalMax("100") BigDecimal agreedPercent,
      @NotNull @Pattern(regexp = MONTH, message = "must be a month such as 2026-05") String from,
      @NotNull @Min(1) @Max(120) Integer months) {
    UpliftAvoided checked() {
      if (agreedPercent.compareTo(askedPercent) > 0) {
        throw ProblemException.badRequest(
            "/upliftAvoided/agreedPercent",
            agreedPercent.toPlainString()
                + " % was agreed where "
                + askedPercent.toPlainString()
                + " % was asked for: nothing was avoided.");
      }
      return this;
    }
  }

  /**
   * A volume bought on a sliding scale in a month.
   *
   * @param month the month it was bought in
   * @param scale the scale and the volume
   * @param evidence what shows the volume, such as invoices; without it the saving is a forecast
   */
  public record SlidingScaleBought(
      @NotNull @Pattern(regexp = MONTH, message = "must be a month such as 2026-05") String month,
      @NotNull @Valid SlidingScaleRequest scale,
      @Nullable @Size(max = 2000) String evidence) {}

  /** Units delivered in a month. */
  public record MonthVolume(
      @NotNull @Pattern(regexp = MONTH, message = "must be a month such as 2026-05") String month,
      @NotNull @DecimalMin("0") @Digits(integer = 12, fraction = 6) BigDecimal volume) {}

  /**
   * Volume whose price the contract's own price schedule tells.
   *
   * @param volumes units month by month; the bands of a sliding scale count from the first
   * @param comparedWith a day of the schedule to compare with; a sliding scale is compared with its
   *     full unit price when it is left out
   * @param evidence what shows the volume, such as invoices; without it the saving is a forecast
   */
  public record ScheduledVolume(
      @NotEmpty @Valid @Size(max = 60) List<@NotNull MonthVolume> volumes,
      @Nullable LocalDate comparedWith,
      @Nullable @Size(max = 2000) String evidence) {
    ScheduledVolume checked() {
      refuseTwice(volumes.stream().map(MonthVolume::month).toList(), "/priceSchedule/volumes/");
      return this;
    }
  }

  /** One of the ways to compute a saving. */
  public record Computation(
      @Nullable @Valid UpliftAvoided upliftAvoided,
      @Nullable @Valid SlidingScaleBought slidingScale,
      @Nullable @Valid ScheduledVolume priceSchedule) {
    long ways() {
      return Stream.of(upliftAvoided, slidingScale, priceSchedule).filter(Objects::nonNull).count();
    }
  }
}
