package uk.carecontracts.providers.identity;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How each scheme writes its identifiers. */
final class Formats {

  /** Company register prefixes as Companies House publishes them for its bulk product. */
  static final String COMPANY =
      "(?!0{8})(\\d{8}|(AC|CE|CS|FC|FE|GE|GN|GS|IC|LP|NA|NC|NF|NI|NL|NO|NP|NR|NV|NZ|OC|OE|PC|RC|RS"
          + "|SA|SC|SE|SF|SG|SI|SL|SO|SP|SR|SZ|ZC|R0)\\d{6}|IP\\d{5}[A-Z0-9]|SP\\d{5}[A-Z]|RS\\d{5}[A-Z])";

  /** A CQC number, or the ODS code under which an NHS body appears. */
  static final String CQC = "1-\\d{6,12}|R[A-Z0-9]{2,4}";

  private static final Pattern NOISE = Pattern.compile("[\\s\\u00a0]+");
  private static final Pattern PREFIX_AND_DIGITS = Pattern.compile("([A-Z]{1,2})(\\d+)");
  private static final int COMPANY_LENGTH = 8;

  private Formats() {}

  static String plain(String value) {
    return NOISE.matcher(value).replaceAll("");
  }

  static String address(String value) {
    return plain(value).replaceFirst("^(?i)https?://", "").replaceFirst("/+$", "");
  }

  static String company(String value) {
    String compact = plain(value).replaceAll("[.\\-/]", "");
    if (compact.matches("\\d{1,7}")) {
      return "0".repeat(COMPANY_LENGTH - compact.length()) + compact;
    }
    Matcher prefixed = PREFIX_AND_DIGITS.matcher(compact);
    if (prefixed.matches() && compact.length() < COMPANY_LENGTH) {
      String zeros = "0".repeat(COMPANY_LENGTH - compact.length());
      return prefixed.group(1) + zeros + prefixed.group(2);
    }
    return compact;
  }

  static String withoutLeadingZeros(String value) {
    return plain(value).replaceFirst("^0+(?=\\d)", "");
  }

  static String prefixed(String prefix, int digits, String value) {
    String number = without(prefix, value);
    boolean tooShort = number.matches("\\d+") && number.length() < digits;
    return prefix + (tooShort ? "0".repeat(digits - number.length()) : "") + number;
  }

  static String without(String prefix, String value) {
    String rest = plain(value);
    while (rest.startsWith(prefix)) {
      rest = rest.substring(prefix.length());
    }
    return rest;
  }

  static String ppon(String value) {
    String compact = plain(value).replace("-", "");
    return compact.length() == 12
        ? compact.substring(0, 4) + "-" + compact.substring(4, 8) + "-" + compact.substring(8)
        : plain(value);
  }

  static String cqc(String value) {
    String compact = plain(value);
    return compact.matches("1\\d{8,12}") ? "1-" + compact.substring(1) : compact;
  }

  static String vat(String value) {
    return without("GB", plain(value).replaceAll("[.\\-]", ""));
  }
}
