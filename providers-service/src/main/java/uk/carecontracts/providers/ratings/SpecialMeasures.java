package uk.carecontracts.providers.ratings;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Special measures by the rule that the Care Quality Commission publishes for adult social care.
 *
 * <p>Route 1: an overall rating of Inadequate places a service there at once. Route 2: a key
 * question rated Inadequate starts a period of six months from publication in which the service is
 * inspected again; if any key question is still Inadequate, it enters. It leaves with the first
 * report in which neither the overall rating nor any key question is Inadequate. Inspecting late is
 * the regulator's delay, not the service's progress: a later report counts the same.
 *
 * @param inForce whether the service is in special measures on the day asked about
 * @param since the publication that placed it there
 * @param route 1 or 2, the way it entered
 * @param reinspectionDue the latest day for the next inspection, when one is due by rule
 */
public record SpecialMeasures(
    boolean inForce,
    @Nullable LocalDate since,
    @Nullable Integer route,
    @Nullable LocalDate reinspectionDue) {

  private static final int REINSPECTION_MONTHS = 6;
  private static final SpecialMeasures CLEAR = new SpecialMeasures(false, null, null, null);

  /** The standing on a day, from every report published up to and including it. */
  public static SpecialMeasures asOf(LocalDate day, Collection<Report> reports) {
    List<Report> known =
        reports.stream()
            .filter(report -> !report.published().isAfter(day) && report.judged())
            .sorted(Comparator.comparing(Report::published))
            .toList();
    SpecialMeasures standing = CLEAR;
    for (Report report : known) {
      standing = standing.after(report);
    }
    return standing;
  }

  /** A service that no rule places in special measures. */
  public static SpecialMeasures none() {
    return CLEAR;
  }

  private SpecialMeasures after(Report report) {
    if (!report.anyInadequate()) {
      return CLEAR;
    }
    LocalDate due = report.published().plusMonths(REINSPECTION_MONTHS);
    if (inForce) {
      return new SpecialMeasures(true, since, route, due);
    }
    return enteredBy(report)
        .map(way -> new SpecialMeasures(true, report.published(), way, due))
        .orElseGet(() -> new SpecialMeasures(false, null, null, due));
  }

  private Optional<Integer> enteredBy(Report report) {
    if (report.overall() == Rating.INADEQUATE) {
      return Optional.of(1);
    }
    boolean secondTime = reinspectionDue != null;
    return secondTime ? Optional.of(2) : Optional.empty();
  }
}
