package uk.carecontracts.stack.demo;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One report of the regulator.
 *
 * @param overall rating as the API names it
 * @param inadequate key question rated Inadequate beside a better overall rating, or empty
 * @param monthsAgo months since its publication
 */
record DemoRating(String overall, String inadequate, int monthsAgo) {
  private static final Pattern NOTATION = Pattern.compile("([A-Z_]+)(?:!(\\w+))?@(\\d+)");
  private static final List<String> QUESTIONS =
      List.of("safe", "effective", "caring", "responsive", "wellLed");

  /** Reads the catalogue's notation, {@code GOOD@40 REQUIRES_IMPROVEMENT!safe@9}. */
  static List<DemoRating> parse(String notation) {
    return notation.isBlank()
        ? List.of()
        : Arrays.stream(notation.strip().split(" +")).map(DemoRating::one).toList();
  }

  private static DemoRating one(String word) {
    Matcher matcher = NOTATION.matcher(word);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("not a rating: " + word + "; write GOOD@40");
    }
    String question = matcher.group(2);
    return new DemoRating(
        matcher.group(1), question == null ? "" : question, Integer.parseInt(matcher.group(3)));
  }

  /** Ratings of the key questions that fit the overall one. */
  Map<String, String> keyQuestions() {
    Map<String, String> ratings = new TreeMap<>();
    QUESTIONS.forEach(question -> ratings.put(question, usual(question)));
    if (!inadequate.isEmpty()) {
      ratings.put(inadequate, "INADEQUATE");
    }
    return ratings;
  }

  private String usual(String question) {
    boolean leads = question.equals("safe") || question.equals("wellLed");
    return switch (overall) {
      case "OUTSTANDING" -> leads || question.equals("caring") ? "OUTSTANDING" : "GOOD";
      case "REQUIRES_IMPROVEMENT" -> leads ? "REQUIRES_IMPROVEMENT" : "GOOD";
      case "INADEQUATE" -> leads ? "INADEQUATE" : "REQUIRES_IMPROVEMENT";
      default -> overall;
    };
  }
}
