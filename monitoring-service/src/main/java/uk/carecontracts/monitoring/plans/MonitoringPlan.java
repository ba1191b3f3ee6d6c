package uk.carecontracts.monitoring.plans;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.ids.Ids;
import uk.carecontracts.kit.problem.RuleViolation;
import uk.carecontracts.monitoring.contracts.KnownContract;
import uk.carecontracts.monitoring.risk.RiskTier;

/**
 * What is asked of a contract, and when. Opened once the contract is active, it follows the
 * contract's parties and dates and closes with it. Every change raises the version by one.
 */
@Entity
@Table(name = "monitoring_plan")
public class MonitoringPlan {
  @Id private UUID id;

  @Column(updatable = false)
  private String authority;

  @Column(name = "contract_id", updatable = false)
  private UUID contractId;

  @Embedded private PlannedContract contract;

  @Enumerated(EnumType.STRING)
  private PlanStatus status;

  @Column(name = "starts_on")
  private LocalDate startsOn;

  @Column(name = "ends_on")
  private LocalDate endsOn;

  @Column(name = "frequency_months")
  private int frequencyMonths;

  @Enumerated(EnumType.STRING)
  private @Nullable RiskTier tier;

  @Column(name = "frequency_since")
  private @Nullable LocalDate frequencySince;

  @Convert(converter = AssuranceText.class)
  private List<Assurance> assurance = new ArrayList<>();

  @Column(name = "opened_on", updatable = false)
  private LocalDate openedOn;

  @Column(name = "closed_on")
  private @Nullable LocalDate closedOn;

  @Column(name = "closed_reason")
  private @Nullable String closedReason;

  private long version;

  @OneToMany(mappedBy = "plan", cascade = CascadeType.ALL, orphanRemoval = true)
  @OrderBy("code")
  private List<PlannedIndicator> indicators = new ArrayList<>();

  @OneToMany(mappedBy = "plan", cascade = CascadeType.ALL, orphanRemoval = true)
  @OrderBy("periodStart")
  private List<ReturnPeriod> periods = new ArrayList<>();

  /** For the persistence provider. */
  protected MonitoringPlan() {}

  private MonitoringPlan(KnownContract contract, PlanRules rules, LocalDate today) {
    this.id = Ids.next();
    this.authority = contract.authority();
    this.contractId = contract.id();
    this.status = PlanStatus.OPEN;
    this.openedOn = today;
    this.frequencyMonths = rules.frequencyMonths();
    this.version = 1;
    this.contract = PlannedContract.of(contract);
    this.startsOn = contract.startsOn() == null ? today : contract.startsOn();
    this.endsOn = lastDay(contract, rules);
  }

  /**
   * Opens the plan of an active contract with the indicators chosen for it. Periods that have begun
   * are laid out at the usual frequency, later ones at that of the risk tier, where it is known.
   */
  static MonitoringPlan open(
      KnownContract contract,
      List<IndicatorChoice> choices,
      PlanRules rules,
      LocalDate today,
      @Nullable RiskTier tier,
      List<Assurance> advice) {
    MonitoringPlan plan = new MonitoringPlan(contract, rules, today);
    plan.assurance = new ArrayList<>(advice);
    for (IndicatorChoice choice : choices) {
      plan.indicators.add(new PlannedIndicator(plan, plan.authority, choice, null));
    }
    plan.schedule(rules, null, List.of());
    if (tier != null) {
      plan.take(tier, rules, List.of(), today);
    }
    return plan;
  }

  /**
   * Asks as often as a risk tier demands; false when it does so already. Only periods that have not
   * begun change: whoever works on a return goes on with it.
   *
   * @param kept first days of periods that have a return and therefore stay
   */
  boolean keepPace(RiskTier wanted, PlanRules rules, Collection<LocalDate> kept, LocalDate today) {
    if (status == PlanStatus.CLOSED || wanted == tier) {
      return false;
    }
    take(wanted, rules, kept, today);
    version++;
    return true;
  }

  private void take(RiskTier wanted, PlanRules rules, Collection<LocalDate> kept, LocalDate today) {
    tier = wanted;
    if (wanted.frequencyMonths() == frequencyMonths) {
      return;
    }
    frequencyMonths = wanted.frequencyMonths();
    frequencySince = new Schedule(periods, kept).firstToChange(today);
    schedule(rules, frequencySince, kept);
  }

  /**
   * Follows a newer version of the contract; false when nothing that matters here changed.
   *
   * @param kept first days of periods that have a return and therefore stay
   */
  boolean follow(KnownContract now, PlanRules rules, Collection<LocalDate> kept, LocalDate today) {
    LocalDate start = now.startsOn() == null ? startsOn : now.startsOn();
    LocalDate end = lastDay(now, rules);
    PlannedContract facts = PlannedContract.of(now);
    boolean dates = !start.equals(startsOn) || !end.equals(endsOn);
    if (!dates && facts.equals(contract)) {
      return false;
    }
    contract = facts;
    if (dates) {
      LocalDate from = start.equals(startsOn) ? firstToChange(end, kept, today) : null;
      if (!start.equals(startsOn)) {
        frequencySince = null;
      }
      startsOn = start;
      endsOn = end;
      schedule(rules, from, kept);
    }
    version++;
    return true;
  }

  private @Nullable LocalDate firstToChange(
      LocalDate end, Collection<LocalDate> kept, LocalDate today) {
    Schedule schedule = new Schedule(periods, kept);
    return end.isAfter(endsOn)
        ? schedule.firstToChangeWhenExtended(today, frequencySince)
        : schedule.firstToChange(today);
  }

  private LocalDate lastDay(KnownContract known, PlanRules rules) {
    LocalDate first = known.startsOn() == null ? openedOn : known.startsOn();
    LocalDate horizon = first.plusYears(rules.horizonYears());
    LocalDate last = known.endsOn() == null ? horizon : known.endsOn();
    return last.isBefore(first) ? first : last;
  }

  private void schedule(PlanRules rules, @Nullable LocalDate from, Collection<LocalDate> kept) {
    new Schedule(periods, kept)
        .layOut(timetable(rules), from, period -> new ReturnPeriod(this, authority, period));
  }

  private Timetable timetable(PlanRules rules) {
    return new Timetable(
        startsOn,
        endsOn,
        frequencySince,
        frequencyMonths,
        indicators.stream()
            .map(PlannedIndicator::pace)
            .sorted(Comparator.comparing(Timetable.Pace::indicator))
            .toList(),
        rules.daysToHandIn(),
        openedOn);
  }

  /** What is measured, by code. */
  List<String> indicatorCodes() {
    return indicators.stream().map(PlannedIndicator::code).sorted().toList();
  }

  /**
   * Agrees which indicators are measured, how often and on which terms. Returns that were begun
   * keep their questions; an indicator that is new is asked about the days after them.
   *
   * @param kept first days of periods that have a return and therefore stay
   * @throws RuleViolation when none is left or the plan is closed
   */
  void choose(
      List<IndicatorChoice> choices, PlanRules rules, Collection<LocalDate> kept, LocalDate today) {
    if (status == PlanStatus.CLOSED) {
      throw new RuleViolation("PLAN_CLOSED", "A closed plan no longer changes", "/indicators");
    }
    if (choices.isEmpty()) {
      throw new RuleViolation(
          "PLAN_NEEDS_INDICATORS", "A plan needs at least one indicator", "/indicators");
    }
    Schedule schedule = new Schedule(periods, kept);
    schedule.keepQuestions();
    Map<String, IndicatorChoice> wanted = new LinkedHashMap<>();
    choices.forEach(choice -> wanted.put(choice.code(), choice));
    indicators.removeIf(indicator -> !wanted.containsKey(indicator.code()));
    for (PlannedIndicator indicator : indicators) {
      IndicatorChoice choice = wanted.remove(indicator.code());
      if (choice != null) {
        indicator.take(choice);
      }
    }
    LocalDate since = schedule.afterReturns();
    wanted
        .values()
        .forEach(choice -> indicators.add(new PlannedIndicator(this, authority, choice, since)));
    schedule(rules, schedule.firstToChange(today), kept);
    version++;
  }

  /** Takes over which domains an inspection is relied on for; false when nothing changed. */
  boolean assure(List<Assurance> advice) {
    if (status == PlanStatus.CLOSED || advice.equals(assurance)) {
      return false;
    }
    assurance = new ArrayList<>(advice);
    version++;
    return true;
  }

  /** Marks periods as overdue; false when all were marked before. */
  boolean markOverdue(Collection<LocalDate> periodStarts, LocalDate today) {
    boolean changed = false;
    for (ReturnPeriod period : periods) {
      if (periodStarts.contains(period.periodStart()) && period.period().overdueSince() == null) {
        period.markOverdue(today);
        changed = true;
      }
    }
    if (changed) {
      version++;
    }
    return changed;
  }

  /** Closes the plan with its contract; false when it was closed before. */
  boolean close(String reason, LocalDate today) {
    if (status == PlanStatus.CLOSED) {
      return false;
    }
    status = PlanStatus.CLOSED;
    closedOn = today;
    closedReason = reason;
    version++;
    return true;
  }

  /** Opens a closed plan again, for a contract that turned out to go on; false when it is open. */
  boolean reopen() {
    if (status == PlanStatus.OPEN) {
      return false;
    }
    status = PlanStatus.OPEN;
    closedOn = null;
    closedReason = null;
    version++;
    return true;
  }

  /** Months of the periods that have not begun. */
  int frequencyMonths() {
    return frequencyMonths;
  }

  /** The plan. */
  public UUID id() {
    return id;
  }

  /** Raised by every change. */
  public long version() {
    return version;
  }

  /** The public state. */
  public PlanState state() {
    return new PlanState(
        id,
        authority,
        contractId,
        contract.reference(),
        contract.title(),
        contract.providerId(),
        contract.providerName(),
        contract.serviceType(),
        status,
        startsOn,
        endsOn,
        frequencyMonths,
        tier,
        frequencySince,
        openedOn,
        closedOn,
        closedReason,
        indicators.stream()
            .map(PlannedIndicator::choice)
            .sorted(Comparator.comparing(IndicatorChoice::code))
            .toList(),
        Schedule.periods(periods),
        List.copyOf(assurance),
        version);
  }
}
