package uk.carecontracts.contracts.schedules;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import uk.carecontracts.kit.ids.Ids;
import uk.carecontracts.kit.journal.Entry;
import uk.carecontracts.kit.journal.Journal;

/** What contracts cost by their own price schedules, for other features. */
@ApplicationScoped
public class ContractPrices {
  private final ScheduleRepository schedules;
  private final Journal journal;

  ContractPrices(ScheduleRepository schedules, Journal journal) {
    this.schedules = schedules;
    this.journal = journal;
  }

  /**
   * Settles what a contract costs from a day on.
   *
   * @return the schedule; empty when the contract has one from that day
   */
  Optional<PriceSchedule> settle(
      String authority, UUID contractId, LocalDate validFrom, PriceTerms terms, String reason) {
    BigDecimal breakEven =
        terms.model() == PriceModel.SLIDING_SCALE
            ? terms.scale().breakEvenVolume().orElse(null)
            : null;
    PriceSchedule schedule =
        new PriceSchedule(
            Ids.next(), authority, contractId, validFrom, terms, reason, breakEven, 1);
    if (!schedules.add(schedule)) {
      return Optional.empty();
    }
    journal.append(
        new Entry(
            "price-schedule",
            schedule.id(),
            schedule.version(),
            "price-schedule.settled.v1",
            schedule.authority(),
            schedule,
            Map.of("reason", schedule.reason())));
    return Optional.of(schedule);
  }

  /**
   * Lets the schedule that holds on a day be followed from that day by one with raised prices. What
   * was settled for that very day stays; without a schedule there is nothing to raise.
   *
   * @param percent by how much, 4.96 for 4.96 %
   */
  public void raise(UUID contractId, LocalDate from, BigDecimal percent, String reason) {
    schedules
        .on(contractId, from)
        .filter(held -> held.validFrom().isBefore(from))
        .ifPresent(
            held ->
                settle(held.authority(), contractId, from, held.terms().raised(percent), reason));
  }

  /** The schedule that holds on a day. */
  public Optional<PriceSchedule> on(UUID contractId, LocalDate day) {
    return schedules.on(contractId, day);
  }

  /** Prices a volume of a period by a schedule; outcomes count as wholly met. */
  public PriceQuote quote(PriceSchedule schedule, LocalDate from, LocalDate to, BigDecimal volume) {
    return PriceQuote.of(schedule, from, to, volume, null);
  }
}
