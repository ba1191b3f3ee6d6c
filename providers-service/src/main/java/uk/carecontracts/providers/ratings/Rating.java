package uk.carecontracts.providers.ratings;

import java.util.Locale;
import java.util.Optional;

/**
 * A regulator's judgement, best first. Ofsted's third grade is "requires improvement to be good".
 */
public enum Rating {
  /** Exceptionally good. */
  OUTSTANDING(4),
  /** Meets what people should expect. */
  GOOD(3),
  /** Not always as it should be. */
  REQUIRES_IMPROVEMENT(2),
  /** Failing people. */
  INADEQUATE(1),
  /** Registered but not yet inspected. */
  NOT_RATED(0),
  /** Inspected, with too little seen for a judgement. */
  INSPECTED_BUT_NOT_RATED(0);

  private final int grade;

  Rating(int grade) {
    this.grade = grade;
  }

  /** Whether it is a judgement, so that a movement from or to it has a direction. */
  public boolean judged() {
    return grade > 0;
  }

  /** 4 for the best grade down to 1; 0 where nothing was judged. */
  public int grade() {
    return grade;
  }

  /** Reads the regulators' own spellings, in files and interfaces. */
  public static Optional<Rating> parse(String text) {
    String code = text.strip().toUpperCase(Locale.ROOT).replaceAll("[^A-Z]+", "_");
    return switch (code) {
      case "OUTSTANDING" -> Optional.of(OUTSTANDING);
      case "GOOD" -> Optional.of(GOOD);
      case "REQUIRES_IMPROVEMENT", "REQUIRES_IMPROVEMENT_TO_BE_GOOD" ->
          Optional.of(REQUIRES_IMPROVEMENT);
      case "INADEQUATE" -> Optional.of(INADEQUATE);
      case "NOT_RATED", "NOT_YET_RATED", "NO_PUBLISHED_RATING" -> Optional.of(NOT_RATED);
      case "INSPECTED_BUT_NOT_RATED", "INSUFFICIENT_EVIDENCE_TO_RATE" ->
          Optional.of(INSPECTED_BUT_NOT_RATED);
      default -> Optional.empty();
    };
  }
}
