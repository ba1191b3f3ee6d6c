package uk.carecontracts.contracts.savings;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.savings.SavingsInitiative.Month;
import uk.carecontracts.contracts.savings.SavingsRequests.MonthVolume;
import uk.carecontracts.contracts.savings.SavingsRequests.ScheduledVolume;
import uk.carecontracts.contracts.schedules.ContractPrices;
import uk.carecontracts.contracts.schedules.PriceModel;
import uk.carecontracts.contracts.schedules.PriceQuote;
import uk.carecontracts.contracts.schedules.PriceSchedule;
import uk.carecontracts.kit.problem.RuleViolation;

/** Savings read from the price schedules of the contracts that initiatives are linked to. */
@ApplicationScoped
class ScheduledSavings {
  private final ContractPrices prices;

  ScheduledSavings(ContractPrices prices) {
    this.prices = prices;
  }

  /** The yearly amount a contract's schedule states on a day; none for one priced by unit. */
  Optional<BigDecimal> annualAmount(UUID contractId, LocalDate day) {
    return prices.on(contractId, day).map(schedule -> schedule.terms().annualAmount());
  }

  /**
   * What volume saves by the contract's schedule, month by month. Bands count from the first month
   * named, so each month has the difference that its own volume makes.
   *
   * @throws RuleViolation PRICE_UNKNOWN where the schedules do not answer it
   */
  ComputedSaving of(@Nullable UUID contractId, ScheduledVolume bought) {
    if (contractId == null) {
      throw unknown("The initiative is linked to no contract whose price schedule could be read.");
    }
    List<MonthVolume> volumes =
        bought.volumes().stream().sorted(Comparator.comparing(MonthVolume::month)).toList();
    LocalDate first = YearMonth.parse(volumes.get(0).month()).atDay(1);
    LocalDate last = end(volumes.get(volumes.size() - 1));
    PriceSchedule held = throughout(contractId, first, last);
    PriceSchedule before =
        bought.comparedWith() == null ? null : compared(contractId, held, bought.comparedWith());
    if (before == null && held.terms().model() != PriceModel.SLIDING_SCALE) {
      throw unknown(
          "Only a sliding scale saves by itself; name in comparedWith a day of the price it is"
              + " compared with.");
    }
    return worked(held, before, first, volumes, bought.evidence());
  }

  private ComputedSaving worked(
      PriceSchedule held,
      @Nullable PriceSchedule before,
      LocalDate first,
      List<MonthVolume> volumes,
      @Nullable String evidence) {
    List<BigDecimal> savings = new ArrayList<>();
    BigDecimal volume = BigDecimal.ZERO;
    BigDecimal counted = BigDecimal.ZERO;
    String trace = "";
    for (MonthVolume each : volumes) {
      volume = volume.add(each.volume());
      PriceQuote now = prices.quote(held, first, end(each), volume);
      BigDecimal baseline = baseline(now, before, first, end(each), volume);
      BigDecimal saved = baseline.subtract(now.total().amount());
      savings.add(saved.subtract(counted));
      counted = saved;
      trace =
          "%s %s from %s to %s cost £%s by the schedule of %s instead of £%s %s, saving £%s"
              .formatted(
                  volume.toPlainString(),
                  Objects.requireNonNullElse(held.terms().unit(), "units"),
                  first,
                  end(each),
                  now.total().amount().toPlainString(),
                  held.validFrom(),
                  baseline.toPlainString(),
                  before == null
                      ? "at the full unit price"
                      : "by the schedule of " + before.validFrom(),
                  saved.toPlainString());
    }
    List<Month> months = new ArrayList<>();
    for (int i = 0; i < volumes.size(); i++) {
      months.add(month(volumes.get(i).month(), savings.get(i), evidence, trace));
    }
    return new ComputedSaving(months, trace);
  }

  private BigDecimal baseline(
      PriceQuote now,
      @Nullable PriceSchedule before,
      LocalDate from,
      LocalDate to,
      BigDecimal volume) {
    return before == null
        ? Objects.requireNonNull(now.flatTotal()).amount()
        : prices.quote(before, from, to, volume).total().amount();
  }

  private static Month month(
      String month, BigDecimal saving, @Nullable String evidence, String trace) {
    return evidence == null || evidence.isBlank()
        ? new Month(month, null, saving, null, null)
        : new Month(month, null, null, saving, evidence + ": " + trace);
  }

  private PriceSchedule throughout(UUID contractId, LocalDate first, LocalDate last) {
    PriceSchedule held = on(contractId, first);
    PriceSchedule atEnd = on(contractId, last);
    if (!held.id().equals(atEnd.id())) {
      throw unknown(
          "The price changes on "
              + atEnd.validFrom()
              + "; state the months before it and from it apart.");
    }
    return held;
  }

  private PriceSchedule compared(UUID contractId, PriceSchedule held, LocalDate day) {
    PriceSchedule before = on(contractId, day);
    if (!Objects.equals(before.terms().unit(), held.terms().unit())) {
      throw unknown("The two prices are for different units and cannot be compared.");
    }
    return before;
  }

  private PriceSchedule on(UUID contractId, LocalDate day) {
    return prices
        .on(contractId, day)
        .orElseThrow(() -> unknown("No price schedule of the contract holds on " + day + "."));
  }

  private static LocalDate end(MonthVolume volume) {
    return YearMonth.parse(volume.month()).atEndOfMonth();
  }

  private static RuleViolation unknown(String why) {
    return new RuleViolation("PRICE_UNKNOWN", why);
  }
}
