package uk.carecontracts.contracts.spend;

import java.time.LocalDate;
import java.time.Month;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.problem.ProblemException;

/**
 * A local authority's financial year, 1 April to 31 March.
 *
 * @param start the calendar year in which it begins
 */
public record FinancialYear(int start) {
  private static final Pattern LABEL = Pattern.compile("(\\d{4})-(\\d{2})");

  /** The year a day is in. */
  public static FinancialYear of(LocalDate day) {
    return new FinancialYear(
        day.getMonthValue() >= Month.APRIL.getValue() ? day.getYear() : day.getYear() - 1);
  }

  /** The year of a label such as 2024-25; 400 for another. */
  public static FinancialYear parse(String parameter, @Nullable String label) {
    Matcher parts = LABEL.matcher(label == null ? "" : label);
    if (parts.matches()) {
      FinancialYear year = new FinancialYear(Integer.parseInt(parts.group(1)));
      if (year.label().equals(label)) {
        return year;
      }
    }
    throw ProblemException.badRequest(
        parameter, "'" + label + "' is not a financial year such as 2024-25.");
  }

  /** Its label, such as 2024-25. */
  public String label() {
    return "%04d-%02d".formatted(start, (start + 1) % 100);
  }

  /** Its first day. */
  public LocalDate first() {
    return LocalDate.of(start, Month.APRIL, 1);
  }

  /** Its last day. */
  public LocalDate last() {
    return LocalDate.of(start + 1, Month.MARCH, 31);
  }
}
