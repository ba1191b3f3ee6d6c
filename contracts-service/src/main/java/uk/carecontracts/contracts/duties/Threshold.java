package uk.carecontracts.contracts.duties;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A value from which contracts fall under more rules.
 *
 * @param code which one
 * @param amount in pounds, including VAT
 * @param validFrom for contracts awarded from this day
 * @param validTo to this day
 * @param source where it is written
 */
public record Threshold(
    String code,
    BigDecimal amount,
    LocalDate validFrom,
    @Nullable LocalDate validTo,
    String source) {

  boolean begunOn(LocalDate day) {
    return !day.isBefore(validFrom);
  }
}
