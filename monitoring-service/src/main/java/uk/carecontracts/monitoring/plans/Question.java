package uk.carecontracts.monitoring.plans;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a return asks about one stretch of days, which ends with the return's own period.
 *
 * @param from first day the answers are about
 * @param everyMonths months from one answer to the next
 * @param ownFrequency whether that is the indicators' own frequency; else it is the plan's pace
 * @param indicators what is asked, by code
 * @param why the same in a sentence
 */
@Schema(name = "ReturnQuestion")
public record Question(
    LocalDate from, int everyMonths, boolean ownFrequency, List<String> indicators, String why) {

  static Question of(
      LocalDate from, int everyMonths, boolean ownFrequency, List<String> indicators) {
    return new Question(
        from, everyMonths, ownFrequency, List.copyOf(indicators), why(everyMonths, ownFrequency));
  }

  /** What was asked before returns kept it: everything, about the whole period. */
  static Question ofEverything(LocalDate start, LocalDate end, List<String> indicators) {
    long months = ChronoUnit.MONTHS.between(start, end.plusDays(1));
    return of(start, Math.max(1, (int) months), false, indicators);
  }

  private static String why(int months, boolean own) {
    String every = months == 1 ? "every month" : "every %d months".formatted(months);
    return own
        ? "Asked %s by its own frequency, whatever the risk tier".formatted(every)
        : "Asked at the pace of the plan, %s".formatted(every);
  }

  /** The same about other indicators. */
  Question with(List<String> others) {
    return of(from, everyMonths, ownFrequency, others);
  }
}
