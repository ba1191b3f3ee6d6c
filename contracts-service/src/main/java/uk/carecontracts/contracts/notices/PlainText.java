package uk.carecontracts.contracts.notices;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes plain text of what notice files hold: HTML character references and stray white space. */
final class PlainText {
  private static final Pattern REFERENCE =
      Pattern.compile("&(?:#(\\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z][a-zA-Z0-9]{1,10}));");
  private static final Map<String, String> NAMED =
      Map.ofEntries(
          Map.entry("amp", "&"),
          Map.entry("lt", "<"),
          Map.entry("gt", ">"),
          Map.entry("quot", "\""),
          Map.entry("apos", "'"),
          Map.entry("nbsp", " "),
          Map.entry("pound", "£"),
          Map.entry("euro", "€"),
          Map.entry("bull", "•"),
          Map.entry("middot", "·"),
          Map.entry("ndash", "–"),
          Map.entry("mdash", "—"),
          Map.entry("lsquo", "‘"),
          Map.entry("rsquo", "’"),
          Map.entry("ldquo", "“"),
          Map.entry("rdquo", "”"),
          Map.entry("hellip", "…"),
          Map.entry("eacute", "é"),
          Map.entry("sup2", "²"),
          Map.entry("deg", "°"));

  private PlainText() {}

  /** Decoded once, in lines without trailing blanks; null for null and for nothing but blanks. */
  static @Nullable String block(@Nullable String raw) {
    if (raw == null) {
      return null;
    }
    String text =
        decode(raw).replace("\r\n", "\n").replace('\r', '\n').replaceAll("[ \\t\\u00a0]+", " ");
    String tidy = text.replaceAll(" ?\\n ?", "\n").replaceAll("\\n{3,}", "\n\n").strip();
    return tidy.isEmpty() ? null : tidy;
  }

  /** As {@link #block}, on one line. */
  static @Nullable String line(@Nullable String raw) {
    String text = block(raw);
    return text == null ? null : text.replaceAll("\\s+", " ");
  }

  private static String decode(String raw) {
    return REFERENCE.matcher(raw).replaceAll(match -> Matcher.quoteReplacement(character(match)));
  }

  private static String character(MatchResult match) {
    if (match.group(3) != null) {
      return NAMED.getOrDefault(match.group(3), match.group());
    }
    int code =
        match.group(1) != null
            ? Integer.parseInt(match.group(1))
            : Integer.parseInt(match.group(2), 16);
    return Character.isValidCodePoint(code) && code != 0 ? Character.toString(code) : match.group();
  }
}
