package uk.carecontracts.contracts.socialvalue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.terms.ContractDates;
import uk.carecontracts.contracts.terms.SocialValueCommitment;

/**
 * How far a commitment is delivered. A target is expected to grow evenly over the days of the
 * contract.
 *
 * @param measure what is counted
 * @param unit what it is counted in
 * @param target how much is promised; absent where the contract names none
 * @param delivered how much was delivered
 * @param percent of the target, exact to two places
 * @param expectedByNow how much of the target the days gone by let expect
 * @param standing where it stands
 * @param deliveries what was delivered, by day; what was withdrawn is shown and not counted
 */
public record Progress(
    String measure,
    @Nullable String unit,
    @Nullable BigDecimal target,
    BigDecimal delivered,
    @Nullable BigDecimal percent,
    @Nullable BigDecimal expectedByNow,
    Standing standing,
    List<DeliveryView> deliveries) {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** Where a commitment stands. */
  public enum Standing {
    /** The target is reached. */
    DELIVERED,
    /** As much as the time gone by lets expect. */
    ON_TRACK,
    /** Less than that. */
    BEHIND,
    /** The contract names no target. */
    NO_TARGET
  }

  static Progress of(
      SocialValueCommitment commitment,
      ContractDates dates,
      List<Delivery> deliveries,
      LocalDate today) {
    List<Delivery> own =
        deliveries.stream().filter(each -> each.measure().equals(commitment.measure())).toList();
    BigDecimal delivered =
        own.stream()
            .filter(Delivery::counts)
            .map(Delivery::quantity)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal target = commitment.target();
    BigDecimal expected = target == null ? null : expected(target, dates, today);
    return new Progress(
        commitment.measure(),
        commitment.unit(),
        target,
        delivered,
        percent(delivered, target),
        expected == null ? null : expected.setScale(2, RoundingMode.HALF_UP),
        standing(delivered, target, expected),
        own.stream().map(Delivery::view).toList());
  }

  static @Nullable BigDecimal percent(BigDecimal part, @Nullable BigDecimal whole) {
    return whole == null || whole.signum() == 0
        ? null
        : part.multiply(HUNDRED).divide(whole, 2, RoundingMode.HALF_UP);
  }

  private static Standing standing(
      BigDecimal delivered, @Nullable BigDecimal target, @Nullable BigDecimal expected) {
    if (target == null) {
      return Standing.NO_TARGET;
    }
    if (delivered.compareTo(target) >= 0) {
      return Standing.DELIVERED;
    }
    return expected == null || delivered.compareTo(expected) >= 0
        ? Standing.ON_TRACK
        : Standing.BEHIND;
  }

  private static @Nullable BigDecimal expected(
      BigDecimal target, ContractDates dates, LocalDate today) {
    LocalDate start = dates.start();
    LocalDate end = dates.end();
    if (start == null || end == null) {
      return null;
    }
    long term = ChronoUnit.DAYS.between(start, end) + 1;
    long gone = Math.max(0, Math.min(term, ChronoUnit.DAYS.between(start, today)));
    return target
        .multiply(BigDecimal.valueOf(gone))
        .divide(BigDecimal.valueOf(term), MathContext.DECIMAL128);
  }
}
