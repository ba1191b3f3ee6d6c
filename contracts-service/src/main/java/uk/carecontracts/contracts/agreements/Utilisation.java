package uk.carecontracts.contracts.agreements;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.agreements.AgreementTerms.ReservedVolume;
import uk.carecontracts.contracts.agreements.AgreementTerms.VolumeUnit;
import uk.carecontracts.contracts.placements.BlockUse;

/**
 * How much of a block's reserved volume is used.
 *
 * @param volume what is reserved
 * @param months one entry for each month
 * @param usedPercent used of reserved over all of it, to two places; absent when nothing is
 *     reserved
 */
public record Utilisation(
    ReservedVolume volume, List<Month> months, @Nullable BigDecimal usedPercent) {
  private static final BigDecimal WEEK = BigDecimal.valueOf(7);
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /**
   * A month, or the part of one that was asked for.
   *
   * @param from its first day
   * @param days its days
   * @param reserved place days, or hours, reserved in it
   * @param used place days, or hours, used in it
   * @param usedPercent used of reserved, to two places
   */
  public record Month(
      LocalDate from,
      int days,
      BigDecimal reserved,
      BigDecimal used,
      @Nullable BigDecimal usedPercent) {}

  /** Reserved against used. */
  static Utilisation of(ReservedVolume volume, List<BlockUse.Month> use) {
    boolean hours = volume.unit() == VolumeUnit.HOURS_PER_WEEK;
    List<Month> months = use.stream().map(each -> month(volume, each, hours)).toList();
    BigDecimal reserved =
        months.stream().map(Month::reserved).reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal used = months.stream().map(Month::used).reduce(BigDecimal.ZERO, BigDecimal::add);
    return new Utilisation(volume, months, percent(used, reserved));
  }

  private static Month month(ReservedVolume volume, BlockUse.Month use, boolean hours) {
    BigDecimal reserved = volume.quantity().multiply(BigDecimal.valueOf(use.days()));
    BigDecimal used = hours ? use.hourDays() : use.placeDays();
    return new Month(
        use.from(),
        use.days(),
        shown(reserved, hours),
        shown(used, hours),
        percent(used, reserved));
  }

  /** Hours a week times days are hours once divided by the days of a week. */
  private static BigDecimal shown(BigDecimal timesDays, boolean hours) {
    BigDecimal units = hours ? timesDays.divide(WEEK, MathContext.DECIMAL128) : timesDays;
    return units.setScale(2, RoundingMode.HALF_UP);
  }

  private static @Nullable BigDecimal percent(BigDecimal part, BigDecimal whole) {
    return whole.signum() == 0
        ? null
        : part.multiply(HUNDRED).divide(whole, 2, RoundingMode.HALF_UP);
  }
}
