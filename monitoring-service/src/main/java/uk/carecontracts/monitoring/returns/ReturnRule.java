package uk.carecontracts.monitoring.returns;

import static uk.carecontracts.monitoring.arithmetic.Figures.plain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A rule across two values of a return; it says nothing where one of them is not given.
 *
 * @param authority SHARED or the authority whose rule it is
 * @param code its code
 * @param leftIndicator the first value's indicator
 * @param leftPart which part of it
 * @param relation what the first must be to the second
 * @param rightIndicator the second value's indicator
 * @param rightPart which part of it
 * @param severity ERROR refuses the return, WARNING flags it
 * @param message the rule in words
 * @param validFrom first day it holds
 * @param validTo day from which it no longer holds
 * @param source where it comes from
 */
@Schema(name = "ReturnRule")
public record ReturnRule(
    String authority,
    String code,
    String leftIndicator,
    Part leftPart,
    Relation relation,
    String rightIndicator,
    Part rightPart,
    Severity severity,
    String message,
    LocalDate validFrom,
    @Nullable LocalDate validTo,
    String source) {

  /** Part of an observation. */
  public enum Part {
    VALUE,
    NUMERATOR,
    DENOMINATOR;

    @Nullable BigDecimal of(Reading reading) {
      return switch (this) {
        case VALUE -> reading.value();
        case NUMERATOR -> reading.numerator();
        case DENOMINATOR -> reading.denominator();
      };
    }
  }

  /** What one value must be to another. */
  public enum Relation {
    AT_MOST,
    EQUAL
  }

  /** What a breach does. */
  public enum Severity {
    ERROR,
    WARNING
  }

  /** What is wrong, if the values break the rule. */
  Optional<String> breach(Map<String, Reading> readings) {
    BigDecimal left = value(readings.get(leftIndicator), leftPart);
    BigDecimal right = value(readings.get(rightIndicator), rightPart);
    if (left == null || right == null) {
      return Optional.empty();
    }
    int order = left.compareTo(right);
    boolean holds = relation == Relation.EQUAL ? order == 0 : order <= 0;
    return holds
        ? Optional.empty()
        : Optional.of(
            "%s %s of %s is %s, %s of %s is %s."
                .formatted(
                    message,
                    word(leftPart),
                    leftIndicator,
                    plain(left),
                    word(rightPart).toLowerCase(Locale.ROOT),
                    rightIndicator,
                    plain(right)));
  }

  private static @Nullable BigDecimal value(@Nullable Reading reading, Part part) {
    return reading == null ? null : part.of(reading);
  }

  private static String word(Part part) {
    return part.name().charAt(0) + part.name().substring(1).toLowerCase(Locale.ROOT);
  }
}
