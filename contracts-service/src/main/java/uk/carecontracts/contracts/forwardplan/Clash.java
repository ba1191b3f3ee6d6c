package uk.carecontracts.contracts.forwardplan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something in a plan that cannot work, or hardly.
 *
 * @param kind what clashes
 * @param team whose work it is, where it is about a team
 * @param month the month, as 2027-03, where it is about one
 * @param references the contracts
 * @param message for a person
 */
public record Clash(
    Kind kind,
    @Nullable String team,
    @Nullable String month,
    List<String> references,
    String message) {
  /** What can clash. */
  public enum Kind {
    /** A team has more steps in a month than it can take. */
    OVER_CAPACITY,
    /** Two tenders of the authority for one category ask the same suppliers at once. */
    SAME_MARKET,
    /** A step comes after one that builds on it. */
    OUT_OF_ORDER,
    /** A step comes after the day of the decision. */
    AFTER_DECISION,
    /** A step is due on a day in the past. */
    IN_THE_PAST,
    /** A step is due on a day that is not worked. */
    NOT_A_WORKING_DAY
  }
}
