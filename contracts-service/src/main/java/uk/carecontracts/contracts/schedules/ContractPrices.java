package uk.carecontracts.contracts.schedules;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** What contracts cost by their own price schedules, for other features. */
@ApplicationScoped
public class ContractPrices {
  private final ScheduleRepository schedules;

  ContractPrices(ScheduleRepository schedules) {
    this.schedules = schedules;
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
