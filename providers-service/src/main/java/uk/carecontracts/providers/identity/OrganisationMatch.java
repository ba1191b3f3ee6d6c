package uk.carecontracts.providers.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import uk.carecontracts.providers.identity.MatchScore.Method;

/**
 * Decides whether two records describe one organisation. Identifiers come first; names decide only
 * where no identifier speaks. Symmetric in its arguments.
 */
public final class OrganisationMatch {

  /** How alike names must be for a person to look at them. */
  static final double CLOSE = 0.92;

  /** How alike they must be where the postcodes are equal. */
  static final double CLOSE_AT_SAME_POSTCODE = 0.80;

  private static final Pattern NUMBER =
      Pattern.compile("\\d+|[ivx]+|one|two|three|four|five|six|seven|eight|nine|ten");

  private OrganisationMatch() {}

  /** Scores two records with the reasons. */
  public static MatchScore score(Candidate a, Candidate b) {
    Set<Identifier> shared = new TreeSet<>(a.identifiers());
    shared.retainAll(b.identifiers());
    List<String> contradictions = contradictions(a, b);
    if (!shared.isEmpty()) {
      return contradictions.isEmpty()
          ? new MatchScore(100, Method.IDENTIFIER, List.of("Both carry " + list(shared) + "."))
          : conflict(shared, contradictions);
    }
    if (!contradictions.isEmpty()) {
      return new MatchScore(0, Method.IDENTIFIER_CONTRADICTION, contradictions);
    }
    return byName(a, b);
  }

  private static MatchScore conflict(Set<Identifier> shared, List<String> contradictions) {
    List<String> why = new ArrayList<>();
    why.add("Both carry " + list(shared) + ", yet another register disagrees.");
    why.addAll(contradictions);
    return new MatchScore(60, Method.IDENTIFIER_CONFLICT, why);
  }

  private static List<String> contradictions(Candidate a, Candidate b) {
    if (a.identifiers().isEmpty() || b.identifiers().isEmpty()) {
      return List.of();
    }
    List<String> found = new ArrayList<>();
    for (Scheme scheme : Scheme.values()) {
      Set<Identifier> left = in(scheme, a);
      Set<Identifier> right = in(scheme, b);
      boolean apart = left.stream().noneMatch(right::contains);
      if (scheme.exclusive() && !left.isEmpty() && !right.isEmpty() && apart) {
        Set<Identifier> both = new TreeSet<>(left);
        both.addAll(right);
        found.add("Different identifiers in one register: " + list(both) + ".");
      }
    }
    return found;
  }

  private static Set<Identifier> in(Scheme scheme, Candidate candidate) {
    return candidate.identifiers().stream()
        .filter(identifier -> identifier.scheme() == scheme)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static MatchScore byName(Candidate a, Candidate b) {
    Set<String> equal = equalNames(a, b);
    boolean postcodesKnown = a.parsedPostcode().isPresent() && b.parsedPostcode().isPresent();
    boolean samePostcode = postcodesKnown && a.parsedPostcode().equals(b.parsedPostcode());
    if (equal.isEmpty()) {
      return bySimilarity(a, b, samePostcode);
    }
    String name = "The normalised names are equal: " + list(equal) + ".";
    if (samePostcode) {
      boolean identical = a.name().equals(b.name());
      return new MatchScore(
          identical ? 100 : 95,
          Method.NAME_AND_POSTCODE,
          List.of(name, "The postcodes are equal."));
    }
    return postcodesKnown ? differentPostcodes(a, b, name) : unknownPostcode(a, b, name);
  }

  private static MatchScore differentPostcodes(Candidate a, Candidate b, String name) {
    boolean bothRegistered = legalForm(a).registered() && legalForm(b).registered();
    return bothRegistered
        ? new MatchScore(
            82,
            Method.NAME,
            List.of(
                name,
                "The postcodes differ, but both declare one legal form, whose register lets nobody"
                    + " else take the name."))
        : new MatchScore(
            65, Method.NAME, List.of(name, "The postcodes differ and no legal form is declared."));
  }

  private static MatchScore unknownPostcode(Candidate a, Candidate b, String name) {
    boolean person = OrganisationName.personal(a.name()) || OrganisationName.personal(b.name());
    return person
        ? new MatchScore(
            65, Method.NAME, List.of(name, "It is a person's name and no postcode confirms it."))
        : new MatchScore(85, Method.NAME, List.of(name, "No postcode speaks against it."));
  }

  private static LegalForm legalForm(Candidate candidate) {
    return OrganisationName.of(candidate.name()).form();
  }

  private static Set<String> equalNames(Candidate a, Candidate b) {
    Set<String> equal = new TreeSet<>();
    for (OrganisationName left : a.names()) {
      for (OrganisationName right : b.names()) {
        if (left.core().equals(right.core()) && left.form().compatibleWith(right.form())) {
          equal.add("'" + left.core() + "'");
        }
      }
    }
    return equal;
  }

  private static MatchScore bySimilarity(Candidate a, Candidate b, boolean samePostcode) {
    double best = 0;
    for (OrganisationName left : a.names()) {
      for (OrganisationName right : b.names()) {
        best = Math.max(best, similarity(left, right));
      }
    }
    String alike =
        String.format(Locale.UK, "The names are %d %% alike.", Math.round(Math.floor(best * 100)));
    if (samePostcode && best >= CLOSE_AT_SAME_POSTCODE) {
      return new MatchScore(75, Method.SIMILAR_NAME, List.of(alike, "The postcodes are equal."));
    }
    if (best >= CLOSE) {
      return new MatchScore(55, Method.SIMILAR_NAME, List.of(alike));
    }
    int points = (int) Math.floor(best * 49);
    return new MatchScore(points, Method.NONE, List.of(alike));
  }

  /** Companies of one family differ by a number alone ("16 Limited", "17 Limited"): not alike. */
  private static double similarity(OrganisationName a, OrganisationName b) {
    if (!a.form().compatibleWith(b.form()) && a.core().equals(b.core())) {
      return CLOSE;
    }
    boolean sameNumbers = numbers(a).equals(numbers(b));
    return sameNumbers ? Similarity.of(a.core(), b.core()) : 0;
  }

  /** The words of a name that are numbers. */
  static Set<String> numbers(OrganisationName name) {
    return name.words().stream()
        .filter(word -> NUMBER.matcher(word).matches())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String list(Set<?> values) {
    return values.stream().map(Object::toString).collect(Collectors.joining(", "));
  }
}
