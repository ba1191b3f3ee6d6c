package uk.carecontracts.contracts.pipeline;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.calendar.EnglishCalendar;
import uk.carecontracts.contracts.calendar.WorkingDays;
import uk.carecontracts.contracts.forwardplan.BackSchedule;
import uk.carecontracts.contracts.forwardplan.Decision;
import uk.carecontracts.contracts.forwardplan.Intention;
import uk.carecontracts.contracts.forwardplan.PlanEntry;
import uk.carecontracts.contracts.forwardplan.PlanRecord;
import uk.carecontracts.contracts.forwardplan.PlannedContract;
import uk.carecontracts.contracts.forwardplan.Policies;
import uk.carecontracts.contracts.forwardplan.PolicyTerms;
import uk.carecontracts.contracts.options.DecisionKind;
import uk.carecontracts.kit.http.Cursor;
import uk.carecontracts.kit.money.Money;

/**
 * The public pipeline: every contract that ends, with when its successor is expected, and the new
 * needs that councils announced.
 */
@ApplicationScoped
class Pipeline {
  private static final int MOST_NEEDS = 5000;

  private final PipelineRepository endings;
  private final AnnouncedNeeds needs;
  private final Policies policies;
  private final EnglishCalendar calendar;
  private final Clock clock;

  Pipeline(
      PipelineRepository endings,
      AnnouncedNeeds needs,
      Policies policies,
      EnglishCalendar calendar,
      Clock clock) {
    this.endings = endings;
    this.needs = needs;
    this.policies = policies;
    this.calendar = calendar;
    this.clock = clock;
  }

  /** A stretch of the pipeline, in the order the filter asks for. */
  List<PipelineItem> items(PipelineFilter filter, @Nullable Cursor after, int limit) {
    LocalDate day = after == null ? null : after.day(0);
    return filter.byTender()
        ? byTender(filter, after, day, limit)
        : byEnd(filter, after, day, limit);
  }

  /** By the day the tender is expected; the few announced needs come among the contracts. */
  private List<PipelineItem> byTender(
      PipelineFilter filter, @Nullable Cursor after, @Nullable LocalDate day, int limit) {
    LocalDate today = LocalDate.now(clock);
    Function<String, BackSchedule> schedules = schedules(today);
    LocalDate from = filter.endsFrom(today);
    LocalDate lastEnd = lastEnd(filter, from);
    TenderDays days =
        new TenderDays(policies.standard(), policies.own(), calendar.workingDays(), from, lastEnd);
    Stream<PipelineItem> ending =
        walk(
            days.first(day),
            lastEnd,
            limit,
            schedules,
            (stretch, left) -> endings.tenders(filter, today, days, stretch, after, left));
    String place = after == null ? "" : String.join(" ", after.values());
    Stream<PipelineItem> announced =
        needs.find(filter, today, null, MOST_NEEDS).stream()
            .map(each -> NewNeed.item(each, schedules.apply(each.authority())))
            .filter(item -> place(item).compareTo(place) > 0);
    return Stream.concat(ending, announced)
        .sorted(Comparator.comparing(Pipeline::place))
        .limit(limit)
        .toList();
  }

  private LocalDate lastEnd(PipelineFilter filter, LocalDate from) {
    LocalDate last = endings.lastEnd().orElse(from);
    return filter.endTo != null && filter.endTo.isBefore(last) ? filter.endTo : last;
  }

  /** Stretch by stretch, until there are enough. */
  private static Stream<PipelineItem> walk(
      Stretch first,
      LocalDate lastEnd,
      int limit,
      Function<String, BackSchedule> schedules,
      BiFunction<Stretch, Integer, List<Ending>> read) {
    List<Ending> found = new ArrayList<>();
    Optional<Stretch> next = Optional.of(first);
    while (next.isPresent() && found.size() < limit) {
      found.addAll(read.apply(next.get(), limit - found.size()));
      next = next.get().next(lastEnd);
    }
    return found.stream().map(each -> item(each, schedules.apply(each.contract().authority())));
  }

  private Function<String, BackSchedule> schedules(LocalDate today) {
    Function<String, PolicyTerms> policy = policies.all();
    WorkingDays days = calendar.workingDays();
    return authority -> new BackSchedule(policy.apply(authority), days, today);
  }

  /** Contracts that end and needs without one, by the day before the new service begins. */
  private List<PipelineItem> byEnd(
      PipelineFilter filter, @Nullable Cursor after, @Nullable LocalDate day, int limit) {
    LocalDate today = LocalDate.now(clock);
    LocalDate from = filter.endsFrom(today);
    LocalDate first = day == null ? from : day;
    LocalDate lastEnd = lastEnd(filter, from);
    Function<String, BackSchedule> schedules = schedules(today);
    Stream<PipelineItem> ending =
        walk(
            Stretch.beginning(first, first, lastEnd),
            lastEnd,
            limit,
            schedules,
            (stretch, left) -> endings.endings(filter, today, stretch, after, left));
    Stream<PipelineItem> announced =
        needs.find(filter, today, after, limit).stream()
            .map(each -> NewNeed.item(each, schedules.apply(each.authority())));
    return Stream.concat(ending, announced)
        .sorted(
            Comparator.comparing(PipelineItem::lastDayBefore)
                .thenComparing(item -> item.id().toString()))
        .limit(limit)
        .toList();
  }

  /** What is expected to be bought anew, by year and service. */
  ForwardSpend spend(PipelineFilter filter) {
    LocalDate today = LocalDate.now(clock);
    return ForwardSpend.of(
        Stream.concat(
            endings.spend(filter, today).stream(),
            needs.find(filter, today, null, MOST_NEEDS).stream().map(NewNeed::line)));
  }

  /** The place after an item, in the order the filter asks for. */
  static Cursor after(String query, PipelineFilter filter, PipelineItem item) {
    return Cursor.after(query, filter.byTender() ? tender(item) : item.lastDayBefore(), item.id());
  }

  /** Sorts as text by the day of the tender and then by identity, as PostgreSQL sorts that. */
  private static String place(PipelineItem item) {
    return tender(item) + " " + item.id();
  }

  private static String tender(PipelineItem item) {
    return Objects.requireNonNullElse(item.tenderExpected(), TenderDays.NEVER).toString();
  }

  private static PipelineItem item(Ending ending, BackSchedule schedule) {
    PlannedContract contract = ending.contract();
    PlanRecord record =
        ending.record() == null
            ? PlanRecord.untouched(contract.authority(), contract.id())
            : ending.record();
    PlanEntry plan = schedule.entry(contract, new Decision(DecisionKind.END, ending.end()), record);
    List<String> lots = new ArrayList<>(ending.lots());
    lots.addAll(record.lots());
    boolean stated = contract.total().signum() > 0;
    Intention intention = record.intention();
    return new PipelineItem(
        contract.id(),
        contract.authority(),
        contract.reference(),
        contract.title(),
        record.summary(),
        contract.department(),
        contract.categories(),
        contract.serviceType(),
        contract.clientGroups(),
        contract.area(),
        contract.type(),
        intention,
        ValueBand.of(contract.total()),
        stated ? Money.gbp(contract.total()) : null,
        stated && !contract.promisesTermsOnly() ? Money.gbp(contract.annual()) : null,
        lots.stream().distinct().toList(),
        ending.end(),
        due(plan, "MARKET_ASSESSMENT"),
        due(plan, TenderDays.STEP),
        due(plan, "AWARD"),
        ending.end().plusDays(1),
        false,
        ending.updatedAt());
  }

  static @Nullable LocalDate due(PlanEntry plan, String code) {
    return plan.milestones().stream()
        .filter(step -> step.code().equals(code))
        .map(PlanEntry.Milestone::due)
        .findFirst()
        .orElse(null);
  }
}
