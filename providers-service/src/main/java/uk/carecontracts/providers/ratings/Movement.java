package uk.carecontracts.providers.ratings;

import org.jspecify.annotations.Nullable;

/** Which way a rating went between two reports. */
public enum Movement {
  /** Better than before. */
  ROSE,
  /** Worse than before. */
  FELL,
  /** The same, or one of the two was no judgement. */
  UNCHANGED;

  /** The movement from an earlier rating to a later one. */
  public static Movement between(@Nullable Rating from, Rating to) {
    if (from == null || !from.judged() || !to.judged() || from.grade() == to.grade()) {
      return UNCHANGED;
    }
    return to.grade() > from.grade() ? ROSE : FELL;
  }
}
