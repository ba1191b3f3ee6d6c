package uk.carecontracts.contracts.opportunities;

import java.util.List;

/**
 * How well contracts go together, with every point explained.
 *
 * @param score 0 to 100
 * @param parts what it is made of
 */
public record Fit(int score, List<Part> parts) {
  /**
   * One part of the score.
   *
   * @param name CATEGORY, CLIENT_GROUP, AREA or TIMING
   * @param points given
   * @param of the most it could be
   * @param why in words
   */
  public record Part(String name, int points, int of, String why) {}

  static Fit of(List<Part> parts) {
    return new Fit(parts.stream().mapToInt(Part::points).sum(), parts);
  }
}
