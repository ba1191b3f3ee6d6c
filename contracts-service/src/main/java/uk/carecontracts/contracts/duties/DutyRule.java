package uk.carecontracts.contracts.duties;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.terms.Regime;

/**
 * What is owed about contracts of a regime.
 *
 * @param code the duty
 * @param regime for contracts of this regime
 * @param validFrom for contracts awarded from this day
 * @param validTo to this day
 * @param notice code of the notice, such as UK7
 * @param name what it is
 * @param trigger what starts the clock
 * @param amount how much time there is
 * @param unit what that is counted in
 * @param threshold only from this threshold
 * @param above only for contracts worth more
 * @param notForTypes kinds of agreement it does not concern
 * @param exemptBecause why contracts of the regime are spared
 * @param metByRegister whether the public register does it by itself
 * @param changePercent changes up to this many percent need no notice, alone or added up
 * @param paymentAbove only where a single payment was more than this
 * @param source where it is written
 * @param confidence READ, RECALLED or ASSUMED
 */
public record DutyRule(
    String code,
    Regime regime,
    LocalDate validFrom,
    @Nullable LocalDate validTo,
    @Nullable String notice,
    String name,
    DutyTrigger trigger,
    int amount,
    DutyUnit unit,
    @Nullable String threshold,
    @Nullable BigDecimal above,
    List<String> notForTypes,
    @Nullable String exemptBecause,
    boolean metByRegister,
    @Nullable BigDecimal changePercent,
    @Nullable BigDecimal paymentAbove,
    String source,
    String confidence) {

  boolean holdsOn(LocalDate day) {
    return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
  }

  /** The value a single payment must exceed. */
  BigDecimal leastPayment() {
    return paymentAbove == null ? BigDecimal.ZERO : paymentAbove;
  }
}
