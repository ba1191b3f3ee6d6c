package uk.carecontracts.contracts.funding;

import java.time.LocalDate;
import java.time.Month;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.carecontracts.kit.problem.ProblemException;

/**
 * A council's financial year, 1 April to 31 March.
 *
 * @param starts the calendar year it begins in
 */
public record FinancialYear(int starts) {
  private static final Pattern LABEL = Pattern.compile("(\\d{4})-(\\d{2})");

  /** The year a day is in. */
  public static FinancialYear of(LocalDate day) {
    return new FinancialYear(
        day.getMonthValue() < Month.APRIL.getValue() ? day.getYear() - 1 : day.getYear());
  }

  /** Reads a label such as 2026-27; 400 for anything else. */
  public static FinancialYear parse(String label) {
    Matcher matcher = LABEL.matcher(label);
    if (matcher.matches()) {
      FinancialYear year = new FinancialYear(Integer.parseInt(matcher.group(1)));
      if (year.label().equals(label)) {
        return year;
      }
    }
    throw ProblemException.badRequest(
        "year", "'" + label + "' is not a financial year such as 2026-27.");
  }

  /** Its first day. */
  public LocalDate first() {
    return LocalDate.of(starts, Month.APRIL, 1);
  }

  /** Its last day. */
  public LocalDate last() {
    return first().plusYears(1).minusDays(1);
  }

  /** How it is called, such as 2026-27. */
  public String label() {
    return "%d-%02d".formatted(starts, (starts + 1) % 100);
  }
}
