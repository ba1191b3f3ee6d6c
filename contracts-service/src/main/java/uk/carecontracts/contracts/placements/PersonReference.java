package uk.carecontracts.contracts.placements;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A pseudonymous reference of a person. The register holds no personal data: whoever reads it must
 * not be able to tell who is meant, so what looks like a name, an NHS or National Insurance number,
 * a date of birth or an address of electronic mail is refused.
 */
final class PersonReference {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_./:-]{2,63}");
  private static final Pattern UUID_FORM =
      Pattern.compile("([A-Za-z]{1,10}[-_.:/])?[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  private static final Pattern TEN_DIGITS =
      Pattern.compile("(?<!\\d)(\\d{3})[-./:_]?(\\d{3})[-./:_]?(\\d{4})(?!\\d)");
  private static final Pattern NATIONAL_INSURANCE =
      Pattern.compile("(?i)(?<![a-z])[a-z]{2}[-._]?\\d{2}[-._]?\\d{2}[-._]?\\d{2}[-._]?[a-d]\\b");
  private static final Pattern EIGHT_DIGITS = Pattern.compile("(?<!\\d)(\\d{8})(?!\\d)");
  private static final Pattern WRITTEN_DATE =
      Pattern.compile("(?<!\\d)(\\d{1,4})[-./](\\d{1,2})[-./](\\d{1,4})(?!\\d)");
  private static final int[] WEIGHTS = {10, 9, 8, 7, 6, 5, 4, 3, 2};

  private PersonReference() {}

  /**
   * Why a reference is not pseudonymous; empty for one that may be kept.
   *
   * @param today a date of birth lies at most 120 years before it
   */
  static Optional<String> objection(String reference, LocalDate today) {
    if (reference.indexOf('@') >= 0) {
      return Optional.of("It looks like an e-mail address.");
    }
    if (reference.chars().anyMatch(Character::isWhitespace)) {
      return Optional.of("It has spaces, as a name has.");
    }
    if (!FORM.matcher(reference).matches()) {
      return Optional.of("It has characters other than letters, digits and _ . / : - or is short.");
    }
    if (UUID_FORM.matcher(reference).matches()) {
      return Optional.empty();
    }
    if (reference.chars().noneMatch(Character::isDigit)) {
      return Optional.of("It has no digit: it looks like a name.");
    }
    return personalNumber(reference, today);
  }

  private static Optional<String> personalNumber(String reference, LocalDate today) {
    Matcher ten = TEN_DIGITS.matcher(reference);
    while (ten.find()) {
      if (isNhsNumber(ten.group(1) + ten.group(2) + ten.group(3))) {
        return Optional.of("It looks like an NHS number.");
      }
    }
    if (NATIONAL_INSURANCE.matcher(reference).find()) {
      return Optional.of("It looks like a National Insurance number.");
    }
    return hasBirthDate(reference, today)
        ? Optional.of("It looks like a date of birth.")
        : Optional.empty();
  }

  /** Ten digits whose last is the modulus-11 check of the nine before (NHS Data Dictionary). */
  static boolean isNhsNumber(String digits) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += WEIGHTS[i] * Character.digit(digits.charAt(i), 10);
    }
    int check = (11 - sum % 11) % 11;
    return check == Character.digit(digits.charAt(9), 10);
  }

  private static boolean hasBirthDate(String reference, LocalDate today) {
    Matcher run = EIGHT_DIGITS.matcher(reference);
    while (run.find()) {
      String digits = run.group(1);
      if (isDay(digits.substring(0, 4), digits.substring(4, 6), digits.substring(6), today)
          || isDay(digits.substring(4), digits.substring(2, 4), digits.substring(0, 2), today)) {
        return true;
      }
    }
    Matcher date = WRITTEN_DATE.matcher(reference);
    for (int at = 0; date.find(at); at = date.start() + 1) {
      if (isDay(date.group(1), date.group(2), date.group(3), today)
          || isDay(date.group(3), date.group(2), date.group(1), today)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isDay(String year, String month, String day, LocalDate today) {
    if (year.length() != 4 || day.length() > 2) {
      return false;
    }
    try {
      LocalDate date =
          LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
      return !date.isAfter(today) && date.isAfter(today.minusYears(120));
    } catch (DateTimeException e) {
      return false;
    }
  }
}
