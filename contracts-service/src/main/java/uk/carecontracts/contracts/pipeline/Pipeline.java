package uk.carecontracts.contracts.pipeline;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
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

/** The public pipeline: every contract that ends, with when its successor is expected. */
@ApplicationScoped
class Pipeline {
  private final PipelineRepository endings;
  private final Policies policies;
  private final EnglishCalendar calendar;
  private final Clock clock;

  Pipeline(PipelineRepository endings, Policies policies, EnglishCalendar calendar, Clock clock) {
    this.endings = endings;
    this.policies = policies;
    this.calendar = calendar;
    this.clock = clock;
  }

  /** A stretch of the pipeline, by the day the present contracts end. */
  List<PipelineItem> items(PipelineFilter filter, @Nullable Cursor after, int limit) {
    LocalDate today = LocalDate.now(clock);
    Function<String, PolicyTerms> policy = policies.all();
    WorkingDays days = calendar.workingDays();
    return endings.endings(filter, today, after, limit).stream()
        .map(
            each ->
                item(
                    each, new BackSchedule(policy.apply(each.contract().authority()), days, today)))
        .toList();
  }

  /** What is expected to be bought anew, by year and service. */
  ForwardSpend spend(PipelineFilter filter) {
    return new ForwardSpend(endings.spend(filter, LocalDate.now(clock)));
  }

  static Cursor after(String query, PipelineItem item) {
    return Cursor.after(query, item.presentEnd(), item.id());
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
        due(plan, "TENDER_NOTICE"),
        due(plan, "AWARD"),
        ending.end().plusDays(1),
        ending.updatedAt());
  }

  private static @Nullable LocalDate due(PlanEntry plan, String code) {
    return plan.milestones().stream()
        .filter(step -> step.code().equals(code))
        .map(PlanEntry.Milestone::due)
        .findFirst()
        .orElse(null);
  }
}
