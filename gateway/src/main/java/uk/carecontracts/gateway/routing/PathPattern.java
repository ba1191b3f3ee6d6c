package uk.carecontracts.gateway.routing;

import java.util.List;

/** A path with wildcards: {@code *} is one segment, a final {@code **} any number of them. */
public final class PathPattern {
  private static final String ANY_REST = "**";
  private final String text;
  private final List<String> segments;

  private PathPattern(String text) {
    this.text = text;
    this.segments = List.of(text.substring(1).split("/", -1));
  }

  /**
   * Reads a pattern.
   *
   * @throws IllegalArgumentException when it does not begin with a slash, or has {@code **} before
   *     its end
   */
  public static PathPattern of(String text) {
    String trimmed = text.trim();
    if (!trimmed.startsWith("/")) {
      throw new IllegalArgumentException("A path pattern begins with '/': '" + text + "'");
    }
    int rest = trimmed.indexOf(ANY_REST);
    if (rest >= 0 && (rest != trimmed.length() - 2 || trimmed.charAt(rest - 1) != '/')) {
      throw new IllegalArgumentException("'**' stands only as the last segment: '" + text + "'");
    }
    return new PathPattern(trimmed);
  }

  /** Whether the path fits. {@code /a/**} fits {@code /a}, {@code /a/} and everything below. */
  public boolean matches(String path) {
    String[] asked = path.substring(1).split("/", -1);
    for (int i = 0; i < segments.size(); i++) {
      String wanted = segments.get(i);
      if (wanted.equals(ANY_REST)) {
        return true;
      }
      if (i >= asked.length || !(wanted.equals("*") || wanted.equals(asked[i]))) {
        return false;
      }
    }
    return asked.length == segments.size();
  }

  /** How much the pattern says: of two that match, the one that says more wins. */
  public int weight() {
    return text.replace("*", "").length();
  }

  @Override
  public String toString() {
    return text;
  }
}
