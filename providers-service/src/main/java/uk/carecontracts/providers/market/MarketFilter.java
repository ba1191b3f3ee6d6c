package uk.carecontracts.providers.market;

import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.problem.ProblemException;
import uk.carecontracts.providers.locations.CareType;

/** Which market, and which time of it. */
public class MarketFilter {

  private static final int MOST_DATES = 200;
  private static final Period USUAL = Period.ofYears(5);

  @QueryParam("area")
  @Parameter(description = "GSS code of the council area", required = true)
  @Nullable String area;

  @QueryParam("careType")
  @Parameter(description = "Kind of care; absent: every kind")
  @Nullable CareType careType;

  @QueryParam("from")
  @Parameter(description = "First day; absent: five years before the last")
  @Nullable LocalDate from;

  @QueryParam("to")
  @Parameter(description = "Last day; absent: today in London")
  @Nullable LocalDate to;

  @QueryParam("step")
  @Parameter(description = "Time between dates: MONTH, QUARTER or YEAR (default)")
  @Nullable Step step;

  /** The time between two dates. */
  public enum Step {
    /** A month. */
    MONTH(1),
    /** Three months. */
    QUARTER(3),
    /** Twelve months. */
    YEAR(12);

    private final int months;

    Step(int months) {
      this.months = months;
    }
  }

  String requireArea() {
    if (area == null || area.isBlank()) {
      throw ProblemException.badRequest("area", "Name the area by its GSS code.");
    }
    return area;
  }

  LocalDate to(LocalDate today) {
    return to == null ? today : to;
  }

  LocalDate from(LocalDate today) {
    LocalDate first = from == null ? to(today).minus(USUAL) : from;
    if (first.isAfter(to(today))) {
      throw ProblemException.badRequest("from", "The time ends before it begins.");
    }
    return first;
  }

  /** From the first day in steps, and the last day in any case. */
  List<LocalDate> dates(LocalDate today) {
    LocalDate first = from(today);
    LocalDate last = to(today);
    int months = Objects.requireNonNullElse(step, Step.YEAR).months;
    List<LocalDate> dates = new ArrayList<>();
    for (LocalDate day = first;
        day.isBefore(last);
        day = first.plusMonths((long) months * dates.size())) {
      dates.add(day);
      if (dates.size() > MOST_DATES) {
        throw ProblemException.badRequest(
            "step", "That is more than " + MOST_DATES + " dates; take a longer step.");
      }
    }
    dates.add(last);
    return dates;
  }
}
