package uk.carecontracts.providers.identity;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Recognises what councils write into a supplier field when there is no supplier to name. The
 * phrases were collected from published award notices.
 */
public final class NotASupplier {

  private record Rule(Pattern phrase, String reason) {
    static Rule of(String regex, String reason) {
      return new Rule(Pattern.compile(regex, Pattern.CASE_INSENSITIVE), reason);
    }
  }

  private static final List<Rule> RULES =
      List.of(
          Rule.of("[\\W_]*", "The name holds no letter or digit."),
          Rule.of("\\(?n\\s*[/\\\\]\\s*a\\b.*|\\(?n\\.?a\\.?\\)?", "Marked as not applicable."),
          Rule.of("not applicable\\b.*", "Marked as not applicable."),
          Rule.of("(none|nil|null|unknown|tbc|tba|test)\\.?", "A placeholder stands for the name."),
          Rule.of("to be (confirmed|advised|determined)\\b.*", "The supplier is not yet known."),
          Rule.of(
              ".*\\b(not awarded|no award|not been awarded|unsuccessful tender|no bids?|no tenders?"
                  + "|no suppliers?)\\b.*",
              "Nothing was awarded."),
          Rule.of("(cancelled|withdrawn|abandoned)\\b.*", "The procurement was given up."),
          Rule.of(
              ".*\\b(name|names|details|supplier|suppliers)\\b.*\\b(withheld|redacted|confidential)"
                  + "\\b.*",
              "The name is withheld."),
          Rule.of("\\W*(redacted|withheld|confidential)\\W*", "The name is withheld."),
          Rule.of(
              "(multiple|various|several|numerous)\\s+(suppliers?|providers?|contractors?"
                  + "|companies)\\b.*",
              "Several suppliers, none of them named."),
          Rule.of(
              "(please )?(see|refer to) (the )?(attached|attachment|below|above|notice|document|schedule|list"
                  + "|award|spreadsheet|website|section|additional|description)\\b.*",
              "The name is in another document."),
          Rule.of(".*\\bdate now passed\\b.*", "A remark stands in place of the name."));

  private NotASupplier() {}

  /** The reason why this text names no supplier, or empty when it names one. */
  public static Optional<String> reason(String name) {
    String clean = OrganisationName.clean(name);
    return RULES.stream()
        .filter(rule -> rule.phrase().matcher(clean).matches())
        .map(Rule::reason)
        .findFirst();
  }
}
