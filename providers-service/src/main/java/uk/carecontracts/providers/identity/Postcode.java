package uk.carecontracts.providers.identity;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A United Kingdom postcode in its usual spelling, outward and inward part with one space.
 *
 * @param value the postcode, such as {@code M33 4RZ}
 */
public record Postcode(String value) {

  private static final Pattern SHAPE =
      Pattern.compile("(GIR0AA|[A-Z]{1,2}\\d[A-Z0-9]?\\d[A-Z]{2})");

  /** The postcode in a text, or empty when the text is none. */
  public static Optional<Postcode> parse(String text) {
    String compact = text.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    if (!SHAPE.matcher(compact).matches()) {
      return Optional.empty();
    }
    int inward = compact.length() - 3;
    return Optional.of(
        new Postcode(compact.substring(0, inward) + " " + compact.substring(inward)));
  }
}
