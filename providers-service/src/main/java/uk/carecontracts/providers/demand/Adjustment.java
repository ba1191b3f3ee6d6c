package uk.carecontracts.providers.demand;

import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Something known that cohorts and rates do not show, such as a reablement service that opens in
 * July. In a year it counts by the days on which it is in force.
 *
 * @param code its code, unique in the forecast
 * @param name in words
 * @param percent change of the volume in percent; exactly one of percent and units
 * @param units change of the volume in units; exactly one of percent and units, and needs an area
 * @param from first day
 * @param to last day; absent: for good
 * @param area only there; absent: everywhere
 * @param ageBand only for these people; absent: for all
 * @param reason why it is expected
 * @param source where that is known from
 */
@Schema(name = "DemandAdjustment")
public record Adjustment(
    @NotBlank
        @Pattern(regexp = "[A-Z][A-Z0-9_]{0,59}", message = "must be a code in UPPER_SNAKE")
        @Schema(examples = "REABLEMENT")
        String code,
    @NotBlank @Size(max = 200) String name,
    @Nullable @DecimalMin("-100") @Digits(integer = 4, fraction = 8) BigDecimal percent,
    @Nullable @Digits(integer = 8, fraction = 6) BigDecimal units,
    @NotNull LocalDate from,
    @Nullable LocalDate to,
    @Nullable @Size(max = 20) String area,
    @Nullable @Size(max = 40) String ageBand,
    @NotBlank @Size(max = 1000) String reason,
    @NotBlank @Size(max = 300) String source) {

  /** The share of a year's days on which it is in force. */
  BigDecimal shareOf(int year) {
    LocalDate first = LocalDate.of(year, 1, 1);
    LocalDate after = first.plusYears(1);
    LocalDate begins = from.isAfter(first) ? from : first;
    LocalDate ends = to == null || !to.isBefore(after) ? after : to.plusDays(1);
    long days = Math.max(0, ChronoUnit.DAYS.between(begins, ends));
    return BigDecimal.valueOf(days)
        .divide(BigDecimal.valueOf(first.lengthOfYear()), MathContext.DECIMAL128);
  }

  boolean reaches(String there, String band) {
    return (area == null || area.equals(there)) && (ageBand == null || ageBand.equals(band));
  }

  /** The same with its effect scaled. */
  Adjustment scaled(BigDecimal factor) {
    return new Adjustment(
        code,
        name,
        percent == null ? null : percent.multiply(factor),
        units == null ? null : units.multiply(factor),
        from,
        to,
        area,
        ageBand,
        reason,
        source);
  }
}
