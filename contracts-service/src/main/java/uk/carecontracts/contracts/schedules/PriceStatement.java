package uk.carecontracts.contracts.schedules;

import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.money.Money;
import uk.carecontracts.kit.problem.RuleViolation;

/**
 * What a contract costs for a period that has been, by the schedules that held in it. Each schedule
 * prices the volume of its own days, and the bands of a sliding scale count from the first of them.
 *
 * @param contractId the contract
 * @param from first day
 * @param to last day
 * @param parts one for each schedule that held
 * @param due what all of it costs
 * @param paid what was paid
 * @param balance due less paid: above nought the authority owes it, below it was overpaid
 * @param volume units in the period
 */
public record PriceStatement(
    UUID contractId,
    LocalDate from,
    LocalDate to,
    List<PriceQuote> parts,
    Money due,
    Money paid,
    Money balance,
    BigDecimal volume) {

  /**
   * Volume of a day, week or month.
   *
   * @param on its first day, which decides the schedule
   * @param volume units
   */
  @Schema(name = "DeliveredVolume")
  public record Delivered(
      @NotNull LocalDate on,
      @NotNull @DecimalMin("0") @Digits(integer = 12, fraction = 6) BigDecimal volume) {}

  /** Prices what was delivered, schedule by schedule, the earliest first. */
  static PriceStatement of(
      UUID contractId,
      List<PriceSchedule> schedules,
      LocalDate from,
      LocalDate to,
      List<Delivered> delivered,
      Money paid,
      @Nullable BigDecimal outcomePercent) {
    List<PriceQuote> parts = new ArrayList<>();
    for (int i = 0; i < schedules.size(); i++) {
      LocalDate starts = schedules.get(i).validFrom();
      LocalDate first = starts.isAfter(from) ? starts : from;
      LocalDate next = i + 1 < schedules.size() ? schedules.get(i + 1).validFrom() : null;
      LocalDate last = next == null || next.isAfter(to) ? to : next.minusDays(1);
      if (!first.isAfter(last)) {
        BigDecimal volume =
            delivered.stream()
                .filter(each -> !each.on().isBefore(first) && !each.on().isAfter(last))
                .map(Delivered::volume)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        parts.add(PriceQuote.of(schedules.get(i), first, last, volume, outcomePercent));
      }
    }
    if (parts.isEmpty() || parts.get(0).from().isAfter(from)) {
      throw new RuleViolation(
          "NO_PRICE_SCHEDULE", "No price schedule holds on " + from + ".", "/from");
    }
    BigDecimal due =
        parts.stream().map(part -> part.total().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
    return new PriceStatement(
        contractId,
        from,
        to,
        List.copyOf(parts),
        Money.gbp(due),
        paid,
        Money.gbp(due.subtract(paid.amount())),
        parts.stream().map(PriceQuote::volume).reduce(BigDecimal.ZERO, BigDecimal::add));
  }
}
