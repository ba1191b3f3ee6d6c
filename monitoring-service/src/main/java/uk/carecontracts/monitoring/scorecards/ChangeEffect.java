package uk.carecontracts.monitoring.scorecards;

import static uk.carecontracts.monitoring.arithmetic.Figures.EXACT;
import static uk.carecontracts.monitoring.arithmetic.Figures.plain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.monitoring.contracts.KnownContracts.Marker;
import uk.carecontracts.monitoring.scorecards.Scorecard.PeriodLine;

/**
 * How a contract did before and after its price or term changed: the mean of its points in up to
 * four periods that ended before the day, and in up to four that began on it or later.
 *
 * @param kind PRICE or TERM
 * @param on the day of the change
 * @param description from what to what
 * @param effect FELL, ROSE or STEADY; NOT_ENOUGH_DATA with fewer than two periods before or one
 *     after
 * @param pointsBefore mean points before
 * @param pointsAfter mean points after
 * @param arithmetic the figures, written out
 */
@Schema(name = "ChangeEffect")
public record ChangeEffect(
    String kind,
    LocalDate on,
    String description,
    Effect effect,
    @Nullable BigDecimal pointsBefore,
    @Nullable BigDecimal pointsAfter,
    String arithmetic) {
  private static final int PERIODS = 4;
  private static final int FEWEST_BEFORE = 2;

  /** What became of the points. */
  public enum Effect {
    FELL,
    ROSE,
    STEADY,
    NOT_ENOUGH_DATA
  }

  /**
   * Compares the periods around a change.
   *
   * @param tolerance points up to which a movement does not count
   */
  static ChangeEffect of(Marker change, List<PeriodLine> periods, BigDecimal tolerance) {
    List<BigDecimal> before =
        points(periods.stream().filter(p -> p.periodEnd().isBefore(change.on())).toList());
    List<BigDecimal> after =
        points(periods.stream().filter(p -> !p.periodStart().isBefore(change.on())).toList());
    List<BigDecimal> last = before.subList(Math.max(0, before.size() - PERIODS), before.size());
    List<BigDecimal> first = after.subList(0, Math.min(PERIODS, after.size()));
    if (last.size() < FEWEST_BEFORE || first.isEmpty()) {
      return new ChangeEffect(
          change.kind(),
          change.on(),
          change.description(),
          Effect.NOT_ENOUGH_DATA,
          null,
          null,
          "%d periods with points before and %d after".formatted(last.size(), first.size()));
    }
    BigDecimal was = mean(last);
    BigDecimal is = mean(first);
    BigDecimal movement = is.subtract(was);
    Effect effect =
        movement.abs().compareTo(tolerance) <= 0
            ? Effect.STEADY
            : movement.signum() < 0 ? Effect.FELL : Effect.ROSE;
    return new ChangeEffect(
        change.kind(),
        change.on(),
        change.description(),
        effect,
        was,
        is,
        "mean of %d periods after, %s, less mean of %d before, %s = %s"
            .formatted(first.size(), plain(is), last.size(), plain(was), plain(movement)));
  }

  private static List<BigDecimal> points(List<PeriodLine> periods) {
    return periods.stream().map(PeriodLine::points).filter(Objects::nonNull).toList();
  }

  private static BigDecimal mean(List<BigDecimal> values) {
    return values.stream()
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .divide(BigDecimal.valueOf(values.size()), EXACT)
        .setScale(2, RoundingMode.HALF_UP);
  }
}
