package uk.carecontracts.contracts.duties;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.terms.ContractState;
import uk.carecontracts.contracts.terms.ContractStatus;
import uk.carecontracts.contracts.terms.Procedure;
import uk.carecontracts.kit.money.Money;

/**
 * What the clock must know of a contract.
 *
 * @param contract its state
 * @param enteredOn the day it came into the register
 * @param tenderedOn the day its tender was published
 */
record ContractFacts(ContractState contract, LocalDate enteredOn, @Nullable LocalDate tenderedOn) {

  /** The day whose rules govern it: of its award, else of its tender, else of its entry. */
  LocalDate governedBy() {
    LocalDate award = contract.dates().award();
    return award != null ? award : Objects.requireNonNullElse(tenderedOn, enteredOn);
  }

  /** What it is worth including VAT that cannot be recovered; null when nobody says. */
  @Nullable BigDecimal worth() {
    Money total = contract.values().total();
    Money vat = contract.values().irrecoverableVat();
    return total == null ? null : vat == null ? total.amount() : total.amount().add(vat.amount());
  }

  private boolean awarded() {
    return contract.status().isAwarded() && contract.status() != ContractStatus.CANCELLED;
  }

  /** The days that start a clock; none while it has not come that far. */
  List<LocalDate> starts(DutyTrigger trigger) {
    return switch (trigger) {
      case TENDER -> one(tenderedOn);
      case DIRECT_AWARD ->
          awarded() && contract.procedure() == Procedure.DIRECT_AWARD
              ? one(contract.dates().award())
              : List.of();
      case AWARD -> awarded() ? one(contract.dates().award()) : List.of();
      case BEFORE_ENTRY -> awarded() ? one(expectedEntry()) : List.of();
      case ENTRY -> one(entry());
      case QUARTER_OF_ENTRY -> entry() == null ? List.of() : one(quarterEnd(entry()));
      case END -> one(ended());
      case TENDER_GIVEN_UP ->
          contract.status() == ContractStatus.CANCELLED && tenderedOn != null
              ? one(ended())
              : List.of();
      case ANNIVERSARY, CHANGE, PAYMENT_QUARTER, PERFORMANCE_FAILURE -> List.of();
    };
  }

  /** The day it was entered: signed, or without a signature begun. */
  @Nullable LocalDate entry() {
    LocalDate signed = contract.dates().signature();
    if (!awarded() || signed != null) {
      return awarded() ? signed : null;
    }
    return contract.status() == ContractStatus.AWARDED ? null : contract.dates().start();
  }

  private @Nullable LocalDate expectedEntry() {
    LocalDate entry = entry();
    return entry != null ? entry : contract.dates().start();
  }

  private @Nullable LocalDate ended() {
    if (contract.ending() != null) {
      return contract.ending().date();
    }
    return contract.status() == ContractStatus.EXPIRED ? contract.dates().end() : null;
  }

  /** Its last day as it stands. */
  @Nullable LocalDate lastDay() {
    LocalDate ended = ended();
    return ended != null ? ended : contract.dates().end();
  }

  private static LocalDate quarterEnd(LocalDate day) {
    int month = (day.getMonthValue() - 1) / 3 * 3 + 3;
    LocalDate first = LocalDate.of(day.getYear(), month, 1);
    return first.withDayOfMonth(first.lengthOfMonth());
  }

  private static List<LocalDate> one(@Nullable LocalDate day) {
    return day == null ? List.of() : List.of(day);
  }

  UUID id() {
    return contract.id();
  }
}
