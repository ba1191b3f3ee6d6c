package uk.carecontracts.providers.identity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** How alike two names are, from 0 (nothing in common) to 1 (equal); symmetric. */
public final class Similarity {

  private static final double PREFIX_WEIGHT = 0.1;
  private static final int PREFIX_LENGTH = 4;

  /** More than sums of a few shares are off by. */
  private static final double ROUNDING = 1e-9;

  private Similarity() {}

  /**
   * The better of two views: letters in order (Jaro-Winkler, for misspellings) and words in any
   * order (the share of words in common, for reordering and additions).
   */
  public static double of(String a, String b) {
    return Math.max(jaroWinkler(a, b), wordOverlap(a, b));
  }

  /** Jaro-Winkler similarity, averaged over both directions so that it is exactly symmetric. */
  public static double jaroWinkler(String a, String b) {
    return winkler(a, b, (jaro(a, b) + jaro(b, a)) / 2);
  }

  private static double winkler(String a, String b, double jaro) {
    int prefix = 0;
    int limit = Math.min(PREFIX_LENGTH, Math.min(a.length(), b.length()));
    while (prefix < limit && a.charAt(prefix) == b.charAt(prefix)) {
      prefix++;
    }
    return jaro + prefix * PREFIX_WEIGHT * (1 - jaro);
  }

  /**
   * The most that {@link #jaroWinkler} can be for two texts with so many letters in common,
   * wherever they stand.
   */
  static double most(String a, String b, int inCommon) {
    if (inCommon == 0) {
      return a.equals(b) ? 1 : 0;
    }
    double m = inCommon;
    double jaro = (m / a.length() + m / b.length() + 1) / 3;
    return winkler(a, b, jaro) + ROUNDING;
  }

  /** Words in common, each shared word counted once in each name: 2·|A∩B| ÷ (|A| + |B|). */
  public static double wordOverlap(String a, String b) {
    Set<String> left = words(a);
    Set<String> right = words(b);
    if (left.isEmpty() || right.isEmpty()) {
      return left.equals(right) ? 1 : 0;
    }
    long common = left.stream().filter(right::contains).count();
    return 2.0 * common / (left.size() + right.size());
  }

  private static Set<String> words(String text) {
    Set<String> words = new LinkedHashSet<>(Arrays.asList(text.split(" ", -1)));
    words.remove("");
    return words;
  }

  private static double jaro(String a, String b) {
    if (a.isEmpty() || b.isEmpty()) {
      return a.equals(b) ? 1 : 0;
    }
    int reach = Math.max(0, Math.max(a.length(), b.length()) / 2 - 1);
    boolean[] taken = new boolean[b.length()];
    List<Character> matched = new ArrayList<>();
    for (int i = 0; i < a.length(); i++) {
      int until = Math.min(b.length() - 1, i + reach);
      for (int j = Math.max(0, i - reach); j <= until; j++) {
        if (!taken[j] && a.charAt(i) == b.charAt(j)) {
          taken[j] = true;
          matched.add(a.charAt(i));
          break;
        }
      }
    }
    return matched.isEmpty() ? 0 : jaro(a, b, matched, taken);
  }

  private static double jaro(String a, String b, List<Character> matched, boolean[] taken) {
    int outOfOrder = 0;
    int next = 0;
    for (int j = 0; j < b.length(); j++) {
      if (taken[j] && matched.get(next++) != b.charAt(j)) {
        outOfOrder++;
      }
    }
    double m = matched.size();
    return (m / a.length() + m / b.length() + (m - outOfOrder / 2.0) / m) / 3;
  }
}
