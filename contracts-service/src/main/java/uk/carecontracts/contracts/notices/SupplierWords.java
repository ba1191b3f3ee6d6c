package uk.carecontracts.contracts.notices;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What single words in a supplier field tell: legal forms, placeholders, trade words. */
final class SupplierWords {
  private static final String LEGAL_FORM =
      "(?:ltd|limited|plc|llp|lp|cic|cio|inc|se|gmbh|bv|company|co|trust|charity|association)";
  private static final Pattern ENDS_IN_LEGAL_FORM =
      Pattern.compile("(?:^|.*[\\s)(])" + LEGAL_FORM + "\\.?(?:\\s*\\([^)]*\\))?\\s*$", flags());
  private static final Pattern ONLY_LEGAL_FORM =
      Pattern.compile("(?:ltd|limited|plc|llp|lp|cic|cio|inc|gmbh|bv)\\.?", flags());
  private static final Pattern NOT_AWARDED =
      Pattern.compile(
          "(?:contract |tender |lot |procurement |procedure )?(?:was |has been |is )?"
              + "(?:not awarded|abandoned|cancelled|withdrawn|discontinued)|no awards?(?: made)?"
              + "|(?:the )?contract (?:has|was) not (?:been )?awarded.*|not yet awarded"
              + "|no (?:bids?|tenders?|offers?|suppliers?)(?: (?:was|were))?(?: received| appointed)?"
              + "|date now passed for notice|(?:n/?a )?(?:market |supplier )?(?:engagement )?event"
              + "(?: day)?",
          flags());
  private static final Pattern WITHHELD =
      Pattern.compile(
          "(?:name|supplier|details?)s? (?:is |are )?(?:withheld|redacted).*|redacted.*|withheld.*"
              + "|(?:commercially )?confidential",
          flags());
  private static final Pattern ELSEWHERE =
      Pattern.compile(
          "(?:multiple|various|several|numerous) (?:suppliers|providers|contractors).*"
              + "|various|multiple|see (?:attach|document|award|spreadsheet|list).*",
          flags());
  private static final Pattern NOT_STATED =
      Pattern.compile(
          "|n/?\\.?a\\.?|none|nil|not applicable|not known|unknown|t\\.?b\\.?[cda]\\.?"
              + "|to be confirmed|test|supplier|-+|\\.+|x+",
          flags());
  private static final Pattern CODE_ONLY = Pattern.compile("(?=.*\\d{4})[A-Z]{0,3}\\d+[A-Z]{0,3}");
  private static final Set<String> TRADE_WORDS =
      Set.of(
          "accountants",
          "advisers",
          "advisors",
          "and",
          "building",
          "business",
          "chartered",
          "civil",
          "cleaning",
          "construction",
          "consultancy",
          "decorating",
          "design",
          "development",
          "electrical",
          "engineering",
          "environment",
          "facilities",
          "fire",
          "gas",
          "grounds",
          "heating",
          "industrial",
          "installation",
          "installations",
          "interiors",
          "landscape",
          "landscaping",
          "lighting",
          "maintenance",
          "management",
          "mechanical",
          "painting",
          "planning",
          "plumbing",
          "property",
          "security",
          "services",
          "solutions",
          "surveyors",
          "surveying",
          "systems",
          "technical",
          "training",
          "transport",
          "ventilation",
          "waste",
          "&");

  private SupplierWords() {}

  private static int flags() {
    return Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  }

  static boolean endsInLegalForm(String name) {
    return ENDS_IN_LEGAL_FORM.matcher(name).matches();
  }

  static boolean isOnlyLegalForm(String piece) {
    return ONLY_LEGAL_FORM.matcher(piece).matches();
  }

  /**
   * Words joined by "&" or "and" of which each names a trade, not a firm: "Fire & Security ltd".
   */
  static boolean isListOfTrades(String piece) {
    String[] words = piece.toLowerCase(Locale.ROOT).split("\\s+");
    int last = isOnlyLegalForm(words[words.length - 1]) ? words.length - 1 : words.length;
    boolean joined = false;
    for (int i = 0; i < last; i++) {
      joined |= words[i].equals("&") || words[i].equals("and");
      if (!TRADE_WORDS.contains(words[i])) {
        return false;
      }
    }
    return joined;
  }

  /** A joined name such as "J & J Electrical Services", which is complete by itself. */
  static boolean isJoinedName(String piece) {
    return piece.contains(" & ") || piece.toLowerCase(Locale.ROOT).contains(" and ");
  }

  /** Why these words are not a supplier; empty when they may be one. */
  static Optional<AwardedSuppliers.Why> placeholder(String words) {
    String plain = words.replaceAll("^[\\s\"'(\\[]+|[\\s\"')\\].!]+$", "");
    if (NOT_AWARDED.matcher(plain).matches()) {
      return Optional.of(AwardedSuppliers.Why.NOT_AWARDED);
    }
    if (WITHHELD.matcher(plain).matches()) {
      return Optional.of(AwardedSuppliers.Why.WITHHELD);
    }
    if (ELSEWHERE.matcher(plain).matches()) {
      return Optional.of(AwardedSuppliers.Why.ELSEWHERE);
    }
    if (NOT_STATED.matcher(plain).matches() || CODE_ONLY.matcher(plain).matches()) {
      return Optional.of(AwardedSuppliers.Why.NOT_STATED);
    }
    return Optional.empty();
  }
}
