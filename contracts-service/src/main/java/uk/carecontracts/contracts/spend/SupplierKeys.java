package uk.carecontracts.contracts.spend;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.spend.files.Identifiers;

/**
 * The keys by which payments, contracts and provider records find each other: {@code SCHEME:id},
 * {@code PROVIDER:uuid} and {@code NAME:normal form}.
 *
 * <p>Names are equal when they differ only in what Companies House does not count as a difference:
 * case, punctuation, accents, "the", "and", "(UK)" and the legal form.
 */
final class SupplierKeys {
  private static final String NAME = "NAME:";
  private static final String PROVIDER = "PROVIDER:";
  private static final Pattern TRADING_AS =
      Pattern.compile("[\\s,(#]+(?:t\\s*/\\s*as?|trading as)[\\s:]+|#", Pattern.CASE_INSENSITIVE);
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Set<String> IGNORED = Set.of("the", "and", "uk");
  private static final Set<String> FORMS =
      Set.of("ltd", "limited", "plc", "llp", "cic", "cio", "co", "company", "inc");
  private static final int LEAST_NAME = 3;

  private SupplierKeys() {}

  /** The keys of every name in a text such as "A Ltd t/a B". */
  static List<String> ofName(@Nullable String name) {
    if (name == null) {
      return List.of();
    }
    return Arrays.stream(TRADING_AS.split(name))
        .map(SupplierKeys::normal)
        .filter(normal -> normal.length() >= LEAST_NAME)
        .map(NAME::concat)
        .distinct()
        .toList();
  }

  /** The key of an identifier; none when it cannot be one. */
  static List<String> ofIdentifier(String scheme, String id) {
    String key = Identifiers.key(scheme, id);
    return key.isEmpty() ? List.of() : List.of(key);
  }

  /** The key of a shared provider record. */
  static String ofProvider(UUID provider) {
    return PROVIDER + provider;
  }

  /** Whether it is only a name, which others may bear too. */
  static boolean isName(String key) {
    return key.startsWith(NAME);
  }

  /** A set of keys in a stable order. */
  static List<String> all(Iterable<List<String>> parts) {
    Set<String> all = new LinkedHashSet<>();
    parts.forEach(all::addAll);
    return new ArrayList<>(all);
  }

  /** The distinguishing words of a name. */
  static String normal(String name) {
    String plain = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD)).replaceAll("");
    String text =
        plain.toLowerCase(Locale.ROOT).replace("'", "").replace("’", "").replace("&", " and ");
    List<String> words =
        new ArrayList<>(
            Arrays.stream(SEPARATORS.split(text)).filter(word -> !word.isEmpty()).toList());
    List<String> telling = words.stream().filter(word -> !IGNORED.contains(word)).toList();
    List<String> left = new ArrayList<>(telling.isEmpty() ? words : telling);
    while (left.size() > 1 && FORMS.contains(left.get(left.size() - 1))) {
      left.remove(left.size() - 1);
    }
    return String.join(" ", left);
  }
}
