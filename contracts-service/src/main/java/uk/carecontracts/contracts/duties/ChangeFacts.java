package uk.carecontracts.contracts.duties;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change of a contract as its event told of it.
 *
 * @param id the variation or option
 * @param day from when it holds
 * @param open whether it was made or still may be
 * @param novation whether another supplier takes over
 * @param oldTotal what the contract was worth before; null when its value stays
 * @param newTotal what it is worth after
 * @param oldEnd its last day before; null when its term stays
 * @param newEnd its last day after
 */
record ChangeFacts(
    UUID id,
    LocalDate day,
    boolean open,
    boolean novation,
    @Nullable BigDecimal oldTotal,
    @Nullable BigDecimal newTotal,
    @Nullable LocalDate oldEnd,
    @Nullable LocalDate newEnd) {

  /** By how many pounds the value rises; null when it stays. */
  @Nullable BigDecimal rise() {
    return oldTotal == null || newTotal == null ? null : newTotal.subtract(oldTotal);
  }

  /** By how many days the term grows; null when it stays. */
  @Nullable BigDecimal longer() {
    return oldEnd == null || newEnd == null
        ? null
        : BigDecimal.valueOf(ChronoUnit.DAYS.between(oldEnd, newEnd));
  }

  /** Days of the term before; null when the term stays. */
  @Nullable BigDecimal term(@Nullable LocalDate start) {
    return oldEnd == null || start == null
        ? null
        : BigDecimal.valueOf(ChronoUnit.DAYS.between(start, oldEnd) + 1);
  }
}
