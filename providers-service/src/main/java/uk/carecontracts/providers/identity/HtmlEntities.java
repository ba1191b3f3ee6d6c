package uk.carecontracts.providers.identity;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Undoes the HTML escaping that published notices carry in their plain-text fields. */
final class HtmlEntities {

  private static final Pattern ENTITY =
      Pattern.compile("&(#\\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,8});");
  private static final Map<String, String> NAMED =
      Map.of(
          "amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", " ", "pound", "£",
          "rsquo", "’", "ndash", "–", "eacute", "é");

  private HtmlEntities() {}

  /** Decodes until nothing changes: notices are often escaped twice. */
  static String decode(String text) {
    String current = text;
    for (int round = 0; round < 4; round++) {
      String next = ENTITY.matcher(current).replaceAll(HtmlEntities::replacement);
      if (next.equals(current)) {
        break;
      }
      current = next;
    }
    return current;
  }

  private static String replacement(java.util.regex.MatchResult match) {
    String name = match.group(1);
    if (!name.startsWith("#")) {
      return Matcher.quoteReplacement(NAMED.getOrDefault(name, match.group()));
    }
    boolean hex = name.length() > 1 && Character.toLowerCase(name.charAt(1)) == 'x';
    int code = Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10);
    boolean character = Character.isValidCodePoint(code) && code != 0;
    return Matcher.quoteReplacement(character ? Character.toString(code) : " ");
  }
}
