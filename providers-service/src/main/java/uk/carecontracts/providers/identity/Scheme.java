package uk.carecontracts.providers.identity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * A register that gives organisations identifiers. Codes are those of org-id.guide where it has
 * one.
 *
 * <p>A scheme is <em>exclusive</em> when one organisation holds at most one current identifier in
 * it, so that two different ones prove two organisations. Contracts Finder numbers its parties anew
 * in many notices, a company may share the VAT number of its group, and Ofsted registers each
 * setting: there, different values prove nothing.
 */
public enum Scheme {
  /** Companies House: eight characters, digits or a register prefix and six digits. */
  COMPANIES_HOUSE("GB-COH", true, Formats.COMPANY, Formats::company),
  /** Charity Commission for England and Wales. */
  CHARITY_COMMISSION("GB-CHC", true, "[1-9]\\d{5,6}(-\\d{1,4})?", Formats::withoutLeadingZeros),
  /** Scottish Charity Regulator: SC and six digits. */
  SCOTTISH_CHARITY("GB-SC", true, "SC\\d{6}", value -> Formats.prefixed("SC", 6, value)),
  /** Charity Commission for Northern Ireland. */
  NORTHERN_IRISH_CHARITY("GB-NIC", true, "1\\d{5}", value -> Formats.without("NIC", value)),
  /** Public procurement organisation number of the Central Digital Platform. */
  PROCUREMENT_PLATFORM("GB-PPON", true, "P[A-Z]{3}-\\d{4}-[A-Z]{4}", Formats::ppon),
  /** NHS Organisation Data Service. */
  ORGANISATION_DATA_SERVICE("GB-NHS", true, "[A-Z0-9]{3,10}", Formats::plain),
  /** UK Register of Learning Providers. */
  LEARNING_PROVIDERS("GB-UKPRN", true, "1\\d{7}", Formats::plain),
  /** Local authorities for England. */
  LOCAL_AUTHORITIES("GB-LAE", true, "[A-Z]{3,4}", Formats::plain),
  /** Care Quality Commission, provider; NHS trusts appear under their ODS code. */
  CQC_PROVIDER("CQC-PROVIDER", true, Formats.CQC, Formats::cqc),
  /** Care Quality Commission, location. */
  CQC_LOCATION("CQC-LOCATION", false, Formats.CQC, Formats::cqc),
  /** Ofsted unique reference number of a registered setting. */
  OFSTED_URN("OFSTED-URN", false, "(SC|EY|RP|CA|VC)?\\d{5,8}", Formats::plain),
  /** VAT registration, with HMRC's check digits (modulus 97 and its 9755 variant). */
  VAT("VAT", false, "\\d{9}(\\d{3})?|(GD|HA)\\d{3}", Formats::vat, VatNumber::isValid),
  /** Contracts Finder party number. */
  CONTRACTS_FINDER("GB-CFS", false, "\\d{1,12}", Formats::plain),
  /** Cabinet Office supplier registration, as it appears in published notices. */
  SUPPLIER_REGISTRATION("GB-SRS", false, "[A-Z0-9./]{4,100}", Formats::address) {
    @Override
    boolean caseMatters() {
      return true;
    }
  };

  private static final Map<String, Scheme> OTHER_SPELLINGS =
      Map.of(
          "GB-ODS", ORGANISATION_DATA_SERVICE,
          "ODS", ORGANISATION_DATA_SERVICE,
          "UKPRN", LEARNING_PROVIDERS,
          "CQC", CQC_PROVIDER,
          "OFSTED", OFSTED_URN,
          "URN", OFSTED_URN,
          "GB-VAT", VAT,
          "COH", COMPANIES_HOUSE,
          "PPON", PROCUREMENT_PLATFORM);

  private final String code;
  private final boolean exclusive;
  private final Pattern format;
  private final UnaryOperator<String> normaliser;
  private final Predicate<String> check;

  Scheme(String code, boolean exclusive, String format, UnaryOperator<String> normaliser) {
    this(code, exclusive, format, normaliser, value -> true);
  }

  Scheme(
      String code,
      boolean exclusive,
      String format,
      UnaryOperator<String> normaliser,
      Predicate<String> check) {
    this.code = code;
    this.exclusive = exclusive;
    this.format = Pattern.compile(format);
    this.normaliser = normaliser;
    this.check = check;
  }

  /** The published code, such as {@code GB-COH}. */
  public String code() {
    return code;
  }

  /** Whether two different values prove two organisations. */
  public boolean exclusive() {
    return exclusive;
  }

  /** The scheme with this code or one of its common spellings. */
  public static Optional<Scheme> of(String code) {
    String wanted = code.strip().toUpperCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(scheme -> scheme.code.equals(wanted))
        .findFirst()
        .or(() -> Optional.ofNullable(OTHER_SPELLINGS.get(wanted)));
  }

  /**
   * One spelling for each identifier: case, spaces, padding and a repeated scheme prefix removed.
   */
  String normalise(String raw) {
    String value = raw.strip();
    if (!caseMatters()) {
      value = value.toUpperCase(Locale.ROOT);
    }
    String repeated = code + "-";
    while (value.length() > repeated.length()
        && value.regionMatches(true, 0, repeated, 0, repeated.length())) {
      value = value.substring(repeated.length()).strip();
    }
    return normaliser.apply(value);
  }

  /** Whether a normalised value has the scheme's format and passes its check rule. */
  boolean accepts(String normalised) {
    String value = caseMatters() ? normalised.toUpperCase(Locale.ROOT) : normalised;
    return format.matcher(value).matches() && check.test(value);
  }

  boolean caseMatters() {
    return false;
  }
}
