package uk.carecontracts.monitoring.providers;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A regulator's overall rating, best first. */
public enum RegulatorRating {
  OUTSTANDING,
  GOOD,
  REQUIRES_IMPROVEMENT,
  INADEQUATE;

  /**
   * Reads a regulator's words or code ({@code Requires improvement}, {@code REQUIRES_IMPROVEMENT},
   * Ofsted's {@code Requires improvement to be good}); empty for not rated and anything else.
   */
  public static Optional<RegulatorRating> read(@Nullable String text) {
    if (text == null) {
      return Optional.empty();
    }
    String code = text.strip().toUpperCase(Locale.ROOT).replaceAll("[^A-Z]+", "_");
    for (RegulatorRating rating : values()) {
      if (code.equals(rating.name()) || code.equals(rating.name() + "_TO_BE_GOOD")) {
        return Optional.of(rating);
      }
    }
    return Optional.empty();
  }

  /** Whether this rating is worse than another. */
  public boolean worseThan(RegulatorRating other) {
    return compareTo(other) > 0;
  }
}
