package uk.carecontracts.providers.ratings;

import java.time.LocalDate;

/**
 * What one published inspection report concluded.
 *
 * @param published the day of publication, from which the regulator's time limits run
 * @param overall the overall rating
 * @param keyQuestions the five key questions
 */
public record Report(LocalDate published, Rating overall, KeyQuestions keyQuestions) {

  /** Whether anything at all was judged; a report that judged nothing changes no standing. */
  public boolean judged() {
    return overall.judged() || keyQuestions.anyJudged();
  }

  /** Whether the overall rating or any key question is Inadequate. */
  public boolean anyInadequate() {
    return overall == Rating.INADEQUATE || keyQuestions.anyInadequate();
  }
}
