package uk.carecontracts.providers.identity;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A name reduced to what distinguishes an organisation, after the "same as" rule by which Companies
 * House refuses names: case, punctuation, accents, "the", "and", "(UK)" and the legal form do not.
 *
 * @param core lower-case words that distinguish, in order, separated by one space
 * @param form the legal form that the name declares
 */
public record OrganisationName(String core, LegalForm form) {

  /** Words that do not distinguish may stand inside: leaving them out must not make a new name. */
  private static final Pattern TRADING_AS =
      Pattern.compile(
          "(?i)[^\\p{L}\\p{N}]+(?:t/as?|t\\\\a|trading[^\\p{L}\\p{N}]+(?:(?:the|and|uk)[^\\p{L}\\p{N}]+)*as)[^\\p{L}\\p{N}]+");

  private static final Pattern CARE_OF = Pattern.compile("(?i)\\bc/o\\b.*$");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern INITIALS = Pattern.compile("\\b(?:\\p{L}\\.){2,}");
  private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Set<String> PERSONAL = Set.of("mr", "mrs", "ms", "miss", "dr", "mx");
  private static final Set<String> IGNORED = Set.of("the", "and", "uk");

  private static final Map<List<String>, LegalForm> ENDINGS =
      Map.ofEntries(
          Map.entry(List.of("ltd"), LegalForm.LIMITED),
          Map.entry(List.of("limited"), LegalForm.LIMITED),
          Map.entry(List.of("co", "ltd"), LegalForm.LIMITED),
          Map.entry(List.of("plc"), LegalForm.PLC),
          Map.entry(List.of("p", "l", "c"), LegalForm.PLC),
          Map.entry(List.of("public", "limited", "company"), LegalForm.PLC),
          Map.entry(List.of("llp"), LegalForm.LLP),
          Map.entry(List.of("limited", "liability", "partnership"), LegalForm.LLP),
          Map.entry(List.of("cic"), LegalForm.CIC),
          Map.entry(List.of("community", "interest", "company"), LegalForm.CIC),
          Map.entry(List.of("cio"), LegalForm.CIO),
          Map.entry(List.of("charitable", "incorporated", "organisation"), LegalForm.CIO));

  /** Matching looks at the same names again and again, and reading one costs many patterns. */
  private static final LoadingCache<String, List<OrganisationName>> READ =
      Caffeine.newBuilder().maximumSize(50_000).build(OrganisationName::read);

  /** The normal form of the name in front of any "trading as". */
  public static OrganisationName of(String raw) {
    return all(raw).get(0);
  }

  /** The normal forms of the legal name and of every trading name in a text. */
  public static List<OrganisationName> all(String raw) {
    return READ.get(raw);
  }

  private static List<OrganisationName> read(String raw) {
    return parts(raw).stream().map(OrganisationName::normalise).toList();
  }

  /** The legal name and every trading name in a text such as "A Ltd t/a B", as written. */
  public static List<String> parts(String raw) {
    String clean = clean(raw);
    List<String> parts =
        Arrays.stream(TRADING_AS.split(clean))
            .map(String::strip)
            .filter(p -> !p.isEmpty())
            .toList();
    return parts.isEmpty() ? List.of(clean) : parts;
  }

  /** The name as it should be shown: entities decoded, white space collapsed. */
  public static String clean(String raw) {
    return HtmlEntities.decode(raw).replaceAll("[\\s\\u00a0]+", " ").strip();
  }

  /** Whether the name is a person's, where equal names do not make one person. */
  public static boolean personal(String raw) {
    OrganisationName name = of(raw);
    String first = name.core.isEmpty() ? "" : name.words().get(0);
    return !name.form.registered() && PERSONAL.contains(first);
  }

  /** The distinguishing words in order. */
  public List<String> words() {
    return core.isEmpty() ? List.of() : List.of(core.split(" "));
  }

  /** The core without spaces, so that "Care Link" and "Carelink" meet in one index block. */
  public String block() {
    String joined = core.replace(" ", "");
    return joined.substring(0, Math.min(5, joined.length()));
  }

  private static OrganisationName normalise(String part) {
    String text = CARE_OF.matcher(part).replaceFirst("");
    text = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
    text = text.toLowerCase(Locale.ROOT).replace("'", "").replace("’", "").replace("&", " and ");
    text = INITIALS.matcher(text).replaceAll(match -> match.group().replace(".", ""));
    List<String> words =
        new ArrayList<>(
            Arrays.stream(SEPARATORS.split(text)).filter(word -> !word.isEmpty()).toList());
    List<String> significant =
        new ArrayList<>(words.stream().filter(word -> !IGNORED.contains(word)).toList());
    List<String> distinguishing = significant.isEmpty() ? words : significant;
    LegalForm form = removeForms(distinguishing);
    return new OrganisationName(String.join(" ", distinguishing), form);
  }

  /** Takes declared forms off the end, but never the last word. */
  private static LegalForm removeForms(List<String> words) {
    LegalForm form = LegalForm.UNSTATED;
    Optional<List<String>> ending = endingOf(words);
    while (ending.isPresent()) {
      form = form.registered() ? form : ENDINGS.getOrDefault(ending.get(), form);
      words.subList(words.size() - ending.get().size(), words.size()).clear();
      ending = endingOf(words);
    }
    return form;
  }

  private static Optional<List<String>> endingOf(List<String> words) {
    return ENDINGS.keySet().stream()
        .filter(ending -> ending.size() < words.size())
        .filter(ending -> words.subList(words.size() - ending.size(), words.size()).equals(ending))
        .max(Comparator.comparingInt(List::size));
  }
}
