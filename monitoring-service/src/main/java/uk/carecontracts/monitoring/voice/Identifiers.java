package uk.carecontracts.monitoring.voice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.problem.RuleViolation;

/**
 * Finds what in a free text would let a person be recognised: names after titles, kinship words and
 * introductions, NHS numbers (by their check digit), National Insurance numbers, phone numbers,
 * e-mail addresses, postcodes, full dates and postal addresses. It errs towards withholding; how
 * well it does is measured by a labelled sample in the tests.
 */
public final class Identifiers {
  private static final String NAME_WORD = "(?:O['’]|Mc|Mac)?\\p{Lu}[\\p{L}'’]*\\p{Ll}[\\p{L}'’]*";
  private static final String NAME = NAME_WORD + "(?:[ -]" + NAME_WORD + "){0,2}";
  private static final String TITLES =
      "Mr|Mrs|Ms|Miss|Mx|Dr|Doctor|Prof|Professor|Rev|Reverend|Father|Sir|Dame|Lord|Lady|Nurse"
          + "|Sister|Councillor|Cllr|mr|mrs|miss|dr|MR|MRS|MISS|DR";
  private static final String KIN =
      "mum|mother|dad|father|husband|wife|partner|son|daughter|brother|sister|uncle|aunt|auntie"
          + "|nan|nana|gran|grandmother|grandfather|grandad|friend|neighbour|carer|keyworker"
          + "|support worker|social worker|manager|nurse|cousin|niece|nephew";
  private static final String MONTHS =
      "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
          + "|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";
  private static final String STREETS =
      "Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Close|Drive|Dr|Court|Ct|Crescent|Cres|Gardens|Grove"
          + "|Place|Terrace|Way|Walk|Square|Hill|Park|Row|Mews|Rise|View|Green";

  /** Words that begin a sentence or name a service, not a person. */
  private static final Set<String> NOT_NAMES =
      Set.of(
          "The",
          "They",
          "He",
          "She",
          "It",
          "We",
          "I",
          "My",
          "And",
          "But",
          "Is",
          "Was",
          "Very",
          "Not",
          "No",
          "Yes",
          "So",
          "Who",
          "When",
          "There",
          "This",
          "That",
          "Thank",
          "Thanks",
          "Please",
          "Monday",
          "Tuesday",
          "Wednesday",
          "Thursday",
          "Friday",
          "Saturday",
          "Sunday",
          "January",
          "February",
          "March",
          "April",
          "May",
          "June",
          "July",
          "August",
          "September",
          "October",
          "November",
          "December",
          "Christmas",
          "Easter",
          "Council",
          "NHS",
          "English",
          "Always",
          "Never",
          "Sometimes",
          "Really",
          "Now",
          "Then",
          "Also",
          "Our",
          "Your",
          "A",
          "An",
          "Has",
          "Had",
          "Can",
          "Could",
          "Would",
          "Does",
          "Did",
          "Said",
          "Says");

  private record Rule(IdentifierKind kind, Pattern pattern, int group) {}

  private static final List<Rule> RULES =
      List.of(
          rule(IdentifierKind.EMAIL, "[\\w.+'-]+@[\\w-]+(?:\\.[\\w-]+)+", 0),
          rule(IdentifierKind.NHS_NUMBER, "(?<![\\d+])\\d{3}[ -]?\\d{3}[ -]?\\d{4}(?![\\d])", 0),
          rule(
              IdentifierKind.NATIONAL_INSURANCE_NUMBER,
              "(?i)\\b[a-ceghj-prstw-z][a-ceghj-nprstw-z] ?\\d{2} ?\\d{2} ?\\d{2} ?[a-d]\\b",
              0),
          rule(
              IdentifierKind.PHONE,
              "(?<![\\d£.,])(?:(?:\\+|00)44[ -]?(?:\\(0\\)[ -]?)?|\\(?0)(?:\\d["
                  + " ()-]{0,2}){8,9}\\d(?!\\d)",
              0),
          rule(
              IdentifierKind.POSTCODE,
              "(?i)\\b(?:[a-z]{1,2}\\d[a-z\\d]?|gir) ?\\d[abd-hjlnp-uw-z]{2}\\b",
              0),
          rule(
              IdentifierKind.DATE_OF_BIRTH,
              "\\b(?:0?[1-9]|[12]\\d|3[01])[/.-](?:0?[1-9]|1[0-2])[/.-](?:19|20)?\\d{2}\\b",
              0),
          rule(
              IdentifierKind.DATE_OF_BIRTH,
              "\\b(?:19|20)\\d{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])\\b",
              0),
          rule(
              IdentifierKind.DATE_OF_BIRTH,
              "(?i)\\b(?:0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th)?(?: of)? (?:"
                  + MONTHS
                  + ")\\.?,? (?:19|20)\\d{2}\\b",
              0),
          rule(
              IdentifierKind.DATE_OF_BIRTH,
              "(?i)\\b(?:"
                  + MONTHS
                  + ") (?:0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th)?,? (?:19|20)\\d{2}\\b",
              0),
          rule(
              IdentifierKind.ADDRESS,
              "\\b(?:[Ff]lat \\d+[A-Za-z]?,? )?\\d{1,4}[A-Za-z]?,? (?:\\p{Lu}[\\p{L}'’]+ ){1,3}(?:"
                  + STREETS
                  + ")\\b",
              0),
          rule(IdentifierKind.ADDRESS, "\\b(?:[Ff]lat|[Rr]oom|[Aa]partment) \\d+[A-Za-z]?\\b", 0),
          rule(IdentifierKind.NAME, "\\b(?:" + TITLES + ")\\.? (" + NAME + ")", 1),
          rule(IdentifierKind.NAME, "\\b(?:mr|mrs|miss|ms|dr)\\.? (\\p{Ll}{3,})\\b", 1),
          rule(IdentifierKind.NAME, "\\b(?i:" + KIN + ")s?,? (?:is |was )?(" + NAME + ")", 1),
          rule(
              IdentifierKind.NAME,
              "\\b(?i:my name is|name is|name was|named|called|name:|i"
                  + " am|i'm|signed|regards,?|from) ("
                  + NAME
                  + ")",
              1),
          rule(IdentifierKind.NAME, "\\b(" + NAME_WORD + " " + NAME_WORD + ")(?='s\\b|’s\\b)", 1));

  private Identifiers() {}

  /**
   * Something that identifies a person.
   *
   * @param kind what it is
   * @param from first character
   * @param to after the last
   */
  public record Finding(IdentifierKind kind, int from, int to) {}

  private static Rule rule(IdentifierKind kind, String pattern, int group) {
    return new Rule(kind, Pattern.compile(pattern, Pattern.UNICODE_CHARACTER_CLASS), group);
  }

  /** What identifies a person in a text, in the order of the text, without overlaps. */
  public static List<Finding> in(String text) {
    List<Finding> found = new ArrayList<>();
    for (Rule rule : RULES) {
      Matcher matcher = rule.pattern().matcher(text);
      while (matcher.find()) {
        Finding finding = finding(rule, matcher, text);
        if (finding != null && found.stream().noneMatch(other -> overlap(other, finding))) {
          found.add(finding);
        }
      }
    }
    found.sort(Comparator.comparingInt(Finding::from));
    return found;
  }

  private static @Nullable Finding finding(Rule rule, Matcher matcher, String text) {
    int from = matcher.start(rule.group());
    int to = matcher.end(rule.group());
    String matched = text.substring(from, to);
    return switch (rule.kind()) {
      case NHS_NUMBER -> nhsNumber(matched) ? new Finding(rule.kind(), from, to) : null;
      case NAME -> name(matched, from);
      default -> new Finding(rule.kind(), from, to);
    };
  }

  /** A name without the words that follow it only by chance. */
  private static @Nullable Finding name(String matched, int from) {
    int end = 0;
    for (String word : matched.split("(?<=[ ])", -1)) {
      if (NOT_NAMES.contains(word.strip())) {
        break;
      }
      end += word.length();
    }
    int length = matched.substring(0, end).stripTrailing().length();
    return length == 0 ? null : new Finding(IdentifierKind.NAME, from, from + length);
  }

  private static boolean overlap(Finding one, Finding other) {
    return one.from() < other.to() && other.from() < one.to();
  }

  /**
   * Whether ten digits are an NHS number: the last is 11 less the weighted sum (10, 9, … 2) of the
   * others modulo 11, 11 counting as 0 and 10 as never (NHS Data Dictionary).
   */
  static boolean nhsNumber(String text) {
    String digits = text.replaceAll("\\D", "");
    if (digits.length() != 10) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < 9; i++) {
      sum += Character.digit(digits.charAt(i), 10) * (10 - i);
    }
    int check = (11 - sum % 11) % 11;
    return check == Character.digit(digits.charAt(9), 10);
  }

  /** The text with every finding replaced by what it was. */
  public static String withheld(String text) {
    String safe = once(text);
    // what lay across a finding may show once that is gone
    for (int again = 0; again < 5 && !in(safe).isEmpty(); again++) {
      safe = once(safe);
    }
    return safe;
  }

  private static String once(String text) {
    StringBuilder safe = new StringBuilder();
    int at = 0;
    for (Finding finding : in(text)) {
      safe.append(text, at, finding.from()).append(finding.kind().mark());
      at = finding.to();
    }
    return safe.append(text.substring(at)).toString();
  }

  /** Refuses a text in which a person would be recognised, at a place in the body. */
  public static void refuse(@Nullable String text, String pointer) {
    List<Finding> found = text == null ? List.of() : in(text);
    if (!found.isEmpty()) {
      String kinds =
          found.stream()
              .map(finding -> finding.kind().words())
              .distinct()
              .collect(Collectors.joining(", "));
      throw new RuleViolation(
          "PERSON_IDENTIFIABLE",
          "The text seems to hold a %s. Leave identities out; use a pseudonymous reference."
              .formatted(kinds),
          pointer);
    }
  }

  /** Refuses a reference that is not pseudonymous: an NHS number, an e-mail address, a name. */
  public static void refuseReference(@Nullable String reference, String pointer) {
    if (reference == null) {
      return;
    }
    boolean plain = reference.matches("[A-Za-z0-9][A-Za-z0-9._:/-]{2,63}");
    boolean digit = reference.chars().anyMatch(Character::isDigit);
    if (!plain || !digit || !in(reference.toUpperCase(Locale.ROOT)).isEmpty()) {
      throw new RuleViolation(
          "REFERENCE_NOT_PSEUDONYMOUS",
          "A person's reference is a code of letters, digits and . _ : / - that holds a digit and"
              + " is no NHS number, date or the like.",
          pointer);
    }
  }
}
