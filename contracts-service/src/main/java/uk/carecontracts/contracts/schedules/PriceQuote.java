package uk.carecontracts.contracts.schedules;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.pricing.SlidingScaleQuote;
import uk.carecontracts.kit.money.Money;

/**
 * The price of a volume by a contract's own schedule. Everything is exact until it is shown.
 *
 * @param scheduleId the schedule used
 * @param validFrom from when it holds
 * @param model how it is priced
 * @param from first day quoted for
 * @param to last day quoted for
 * @param volume units
 * @param total what they cost
 * @param effectiveUnitPrice total for one unit; absent for no volume
 * @param flatTotal price at 100 % of the unit price, for a sliding scale
 * @param saving flat less total, for a sliding scale
 * @param providerMargin what is left to the provider, where its costs are known
 * @param steps how it was found
 * @param warnings what a person should notice
 */
public record PriceQuote(
    UUID scheduleId,
    LocalDate validFrom,
    PriceModel model,
    LocalDate from,
    LocalDate to,
    BigDecimal volume,
    Money total,
    @Nullable Money effectiveUnitPrice,
    @Nullable Money flatTotal,
    @Nullable Money saving,
    @Nullable Money providerMargin,
    List<String> steps,
    List<String> warnings) {
  private static final BigDecimal YEAR = BigDecimal.valueOf(365);
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** A price before it is shown. */
  private record Worked(
      BigDecimal total,
      List<String> steps,
      List<String> warnings,
      @Nullable SlidingScaleQuote scale) {
    static Worked of(BigDecimal total, String... steps) {
      return new Worked(total, List.of(steps), List.of(), null);
    }
  }

  /**
   * Prices a volume in a period; yearly amounts count by days of 365.
   *
   * @param outcomePercent how far outcomes were met, for OUTCOME_SHARE; all of them when null
   */
  static PriceQuote of(
      PriceSchedule schedule,
      LocalDate from,
      LocalDate to,
      BigDecimal volume,
      @Nullable BigDecimal outcomePercent) {
    BigDecimal days = BigDecimal.valueOf(ChronoUnit.DAYS.between(from, to) + 1);
    Worked worked =
        switch (schedule.terms().model()) {
          case FIXED -> fixed(schedule.terms(), days);
          case UNIT_RATE -> unitRate(schedule.terms(), volume);
          case SLIDING_SCALE -> slidingScale(schedule.terms(), volume);
          case BLOCK_AND_SPOT -> blockAndSpot(schedule.terms(), volume, days);
          case OUTCOME_SHARE -> outcomeShare(schedule.terms(), days, outcomePercent);
        };
    SlidingScaleQuote scale = worked.scale();
    return new PriceQuote(
        schedule.id(),
        schedule.validFrom(),
        schedule.terms().model(),
        from,
        to,
        volume,
        Money.gbp(worked.total()),
        volume.signum() == 0
            ? null
            : Money.gbp(worked.total().divide(volume, MathContext.DECIMAL128)),
        scale == null ? null : Money.gbp(scale.exactFlatTotal()),
        scale == null ? null : Money.gbp(scale.exactSaving()),
        scale == null ? null : scale.providerMargin().map(Money::gbp).orElse(null),
        worked.steps(),
        worked.warnings());
  }

  private static BigDecimal part(BigDecimal yearly, BigDecimal days) {
    return yearly.multiply(days).divide(YEAR, MathContext.DECIMAL128);
  }

  private static Worked fixed(PriceTerms terms, BigDecimal days) {
    BigDecimal amount = Objects.requireNonNull(terms.annualAmount());
    BigDecimal total = part(amount, days);
    return Worked.of(total, yearly(amount, days, total));
  }

  private static Worked unitRate(PriceTerms terms, BigDecimal volume) {
    BigDecimal price = Objects.requireNonNull(terms.unitPrice());
    BigDecimal total = price.multiply(volume);
    return Worked.of(total, plain(volume) + " x £" + plain(price) + " = £" + shown(total));
  }

  private static Worked slidingScale(PriceTerms terms, BigDecimal volume) {
    SlidingScaleQuote quote = terms.scale().quote(volume);
    List<String> steps =
        quote.steps().stream()
            .map(step -> step.description() + " = £" + shown(step.amount()))
            .toList();
    List<String> warnings =
        quote.cliffs().stream()
            .map(
                cliff ->
                    "Just above "
                        + plain(cliff.atVolume())
                        + " units the total falls by £"
                        + shown(cliff.fall())
                        + ".")
            .toList();
    return new Worked(quote.exactTotal(), steps, warnings, quote);
  }

  private static Worked blockAndSpot(PriceTerms terms, BigDecimal volume, BigDecimal days) {
    BigDecimal amount = Objects.requireNonNull(terms.annualAmount());
    BigDecimal block = part(amount, days);
    BigDecimal reserved = part(Objects.requireNonNull(terms.blockVolume()), days);
    BigDecimal beyond = volume.subtract(reserved).max(BigDecimal.ZERO);
    BigDecimal price = Objects.requireNonNull(terms.unitPrice());
    BigDecimal spot = beyond.multiply(price);
    Worked worked =
        Worked.of(
            block.add(spot),
            "Block: " + yearly(amount, days, block) + " for " + shown(reserved) + " units",
            "Spot: "
                + shown(beyond)
                + " units beyond it x £"
                + plain(price)
                + " = £"
                + shown(spot));
    BigDecimal unused = reserved.subtract(volume);
    return unused.signum() <= 0
        ? worked
        : new Worked(
            worked.total(),
            worked.steps(),
            List.of(shown(unused) + " reserved units are paid for and not used."),
            null);
  }

  private static Worked outcomeShare(
      PriceTerms terms, BigDecimal days, @Nullable BigDecimal outcomePercent) {
    BigDecimal amount = Objects.requireNonNull(terms.annualAmount());
    BigDecimal all = part(amount, days);
    BigDecimal risk = all.multiply(Objects.requireNonNull(terms.atRiskPercent())).movePointLeft(2);
    BigDecimal met = outcomePercent == null ? HUNDRED : outcomePercent;
    BigDecimal earned = risk.multiply(met).movePointLeft(2);
    BigDecimal base = all.subtract(risk);
    return Worked.of(
        base.add(earned),
        "Amount: " + yearly(amount, days, all),
        "Base: £" + shown(base),
        "At risk: £" + shown(risk) + ", outcomes met by " + plain(met) + " % = £" + shown(earned));
  }

  private static String yearly(BigDecimal amount, BigDecimal days, BigDecimal part) {
    return "£" + plain(amount) + " a year x " + plain(days) + " / 365 days = £" + shown(part);
  }

  private static String shown(BigDecimal exact) {
    return exact.setScale(2, RoundingMode.HALF_UP).toPlainString();
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }
}
