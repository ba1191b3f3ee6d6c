package uk.carecontracts.monitoring.plans;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.monitoring.indicators.Frequency;

/**
 * Lays out the returns of a plan and what each of them asks. An indicator with a frequency of its
 * own is asked once for each whole step of it from the plan's first day on; every other one at the
 * plan's pace. A return is due wherever a stretch of any indicator ends, and asks what ends there.
 *
 * @param first first day monitored
 * @param last last day monitored
 * @param paceSince first day at the present pace; from the beginning when absent
 * @param paceMonths months of the present pace
 * @param paces what is asked how often
 * @param daysToHandIn days from the end of a period to its due day
 * @param openedOn day on which the plan was opened
 */
record Timetable(
    LocalDate first,
    LocalDate last,
    @Nullable LocalDate paceSince,
    int paceMonths,
    List<Pace> paces,
    int daysToHandIn,
    LocalDate openedOn) {

  /**
   * How often an indicator is asked.
   *
   * @param since first day it is asked about; from the beginning when absent
   */
  record Pace(String indicator, Frequency frequency, @Nullable LocalDate since) {}

  /**
   * The periods in turn, with what their returns ask.
   *
   * @param standing the periods as they are
   * @param from first day whose periods are laid out anew; all of them when absent
   * @param kept first days of periods that have a return: neither they nor what they ask change
   */
  List<Period> layOut(List<Period> standing, @Nullable LocalDate from, Collection<LocalDate> kept) {
    List<Period> staying = new ArrayList<>();
    for (Period period : standing) {
      if (kept.contains(period.periodStart())) {
        staying.add(period);
      } else if (from != null && period.periodStart().isBefore(from) && within(period)) {
        staying.add(period.until(last, daysToHandIn));
      }
    }
    List<Period> whole = new ArrayList<>(staying);
    whole.addAll(between(resume(staying, from), staying));
    whole.sort(Comparator.comparing(Period::periodStart));
    return new Asking(staying, whole, kept).periods();
  }

  private boolean within(Period period) {
    return !period.periodStart().isBefore(first) && !period.periodStart().isAfter(last);
  }

  private LocalDate resume(List<Period> staying, @Nullable LocalDate from) {
    return staying.stream()
        .filter(period -> from != null && period.periodStart().isBefore(from))
        .map(period -> period.periodEnd().plusDays(1))
        .filter(day -> day.isAfter(first))
        .max(Comparator.naturalOrder())
        .orElse(first);
  }

  /** New periods from a day on, wherever none stays. */
  private List<Period> between(LocalDate resume, List<Period> staying) {
    NavigableSet<LocalDate> marks = new TreeSet<>();
    for (Frequency frequency : Frequency.values()) {
      if (inUse(frequency)) {
        marks.addAll(marks(frequency));
      }
    }
    staying.forEach(period -> marks.add(period.periodStart()));
    staying.forEach(period -> marks.add(period.periodEnd().plusDays(1)));
    marks.add(resume);
    marks.add(end());
    List<Period> periods = new ArrayList<>();
    for (LocalDate start : marks.subSet(resume, true, end(), false)) {
      LocalDate next = Objects.requireNonNull(marks.higher(start));
      if (staying.stream().noneMatch(period -> period.holds(start))) {
        periods.add(Period.of(start, next.minusDays(1), daysToHandIn, openedOn));
      }
    }
    return periods;
  }

  private boolean inUse(Frequency frequency) {
    return paces.stream().anyMatch(pace -> pace.frequency() == frequency)
        || (paces.isEmpty() && frequency == Frequency.BY_TIER);
  }

  /** The days after those on which stretches end. */
  private NavigableSet<LocalDate> marks(Frequency frequency) {
    LocalDate anchor = frequency.own() || paceSince == null ? first : paceSince;
    int months = frequency.own() ? frequency.months() : paceMonths;
    NavigableSet<LocalDate> marks = new TreeSet<>();
    LocalDate mark = anchor;
    for (int step = 1; mark.isBefore(end()); step++) {
      mark = anchor.plusMonths((long) months * step);
      marks.add(mark);
    }
    return marks;
  }

  private LocalDate end() {
    return last.plusDays(1);
  }

  /** Goes through the periods and lets each ask what has come to its end. */
  private final class Asking {
    private final List<Period> whole;
    private final Collection<LocalDate> kept;
    private final List<Period> keptPeriods;
    private final Map<String, LocalDate> next = new HashMap<>();
    private final Map<String, NavigableSet<LocalDate>> marks = new HashMap<>();
    private final Map<LocalDate, Integer> formerPace = new HashMap<>();

    Asking(List<Period> staying, List<Period> whole, Collection<LocalDate> kept) {
      this.whole = whole;
      this.kept = kept;
      keptPeriods = whole.stream().filter(period -> kept.contains(period.periodStart())).toList();
      NavigableSet<LocalDate> former = new TreeSet<>();
      for (Period period : staying) {
        boolean before = paceSince != null && period.periodStart().isBefore(paceSince);
        if (before) {
          period.pace().ifPresent(months -> formerPace.put(period.periodStart(), months));
        }
        if (before && (period.asks().isEmpty() || period.pace().isPresent())) {
          former.add(period.periodEnd().plusDays(1));
        }
      }
      for (Pace pace : paces) {
        NavigableSet<LocalDate> own = new TreeSet<>(marks(pace.frequency()));
        if (!pace.frequency().own()) {
          own.addAll(former);
        }
        own.add(end());
        keptPeriods.stream()
            .flatMap(period -> period.question(pace.indicator()).stream())
            .forEach(question -> own.add(question.from()));
        marks.put(pace.indicator(), own);
        LocalDate since = pace.since();
        next.put(pace.indicator(), since == null || since.isBefore(first) ? first : since);
      }
    }

    List<Period> periods() {
      List<Period> periods = new ArrayList<>();
      for (Period period : whole) {
        if (kept.contains(period.periodStart())) {
          paces.stream()
              .map(Pace::indicator)
              .filter(code -> period.question(code).isPresent())
              .forEach(code -> next.put(code, period.periodEnd().plusDays(1)));
          periods.add(period);
        } else {
          Period asking = period.asking(questions(period));
          if (!asking.asks().isEmpty() || paces.isEmpty()) {
            periods.add(asking);
          }
        }
      }
      return periods;
    }

    private List<Question> questions(Period period) {
      Map<Question, List<String>> asked =
          new TreeMap<>(
              Comparator.comparing(Question::from)
                  .thenComparing(Question::everyMonths)
                  .thenComparing(Question::ownFrequency));
      for (Pace pace : paces) {
        LocalDate from = next.getOrDefault(pace.indicator(), first);
        if (endsIn(period, pace.indicator(), from)) {
          Question group =
              Question.of(from, months(pace, period), pace.frequency().own(), List.of());
          asked.computeIfAbsent(group, key -> new ArrayList<>()).add(pace.indicator());
          next.put(pace.indicator(), period.periodEnd().plusDays(1));
        }
      }
      return asked.entrySet().stream().map(each -> each.getKey().with(each.getValue())).toList();
    }

    /** Whether a stretch that begins on a day comes to its end in a period. */
    private boolean endsIn(Period period, String indicator, LocalDate from) {
      LocalDate mark = marks.getOrDefault(indicator, new TreeSet<>()).higher(from);
      return mark != null
          && !from.isAfter(period.periodEnd())
          && !mark.isAfter(period.periodEnd().plusDays(1))
          && !askedElsewhere(period.periodEnd(), indicator);
    }

    /** Whether a return that stays as it is asks about a day. */
    private boolean askedElsewhere(LocalDate day, String indicator) {
      return keptPeriods.stream()
          .filter(period -> !period.periodEnd().isBefore(day))
          .flatMap(period -> period.question(indicator).stream())
          .anyMatch(question -> !question.from().isAfter(day));
    }

    private int months(Pace pace, Period period) {
      return pace.frequency().own()
          ? pace.frequency().months()
          : formerPace.getOrDefault(period.periodStart(), paceMonths);
    }
  }
}
