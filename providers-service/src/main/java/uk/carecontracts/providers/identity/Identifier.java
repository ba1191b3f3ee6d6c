package uk.carecontracts.providers.identity;

import java.util.Optional;

/**
 * One organisation identifier in normal form. It cannot exist invalid.
 *
 * @param scheme the register that issued it
 * @param value the normalised, checked value
 */
public record Identifier(Scheme scheme, String value) implements Comparable<Identifier> {

  /** Normalises and checks. */
  public Identifier {
    value = scheme.normalise(value);
    if (!scheme.accepts(value)) {
      throw new IllegalArgumentException(
          "'" + value + "' is not a valid " + scheme.code() + " identifier");
    }
  }

  /** The identifier, or empty when the scheme is unknown or the value fails its format or check. */
  public static Optional<Identifier> parse(String schemeCode, String value) {
    return Scheme.of(schemeCode)
        .filter(scheme -> scheme.accepts(scheme.normalise(value)))
        .map(scheme -> new Identifier(scheme, value));
  }

  /** {@code GB-COH:01234567}, as the API's filters write it. */
  public String key() {
    return scheme.code() + ":" + value;
  }

  @Override
  public int compareTo(Identifier other) {
    return key().compareTo(other.key());
  }

  @Override
  public String toString() {
    return key();
  }
}
