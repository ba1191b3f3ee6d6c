package uk.carecontracts.contracts.cycle;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.cycle.CycleView.ContractLine;
import uk.carecontracts.contracts.cycle.CycleView.CycleStage;
import uk.carecontracts.contracts.cycle.CycleView.DecisionDue;
import uk.carecontracts.contracts.cycle.CycleView.Finance;
import uk.carecontracts.contracts.cycle.CycleView.Lesson;
import uk.carecontracts.contracts.cycle.CycleView.Market;
import uk.carecontracts.contracts.cycle.CycleView.Scope;
import uk.carecontracts.contracts.cycle.CycleView.Share;
import uk.carecontracts.contracts.forwardplan.ForwardPlans;
import uk.carecontracts.contracts.forwardplan.PlanEntry;
import uk.carecontracts.contracts.forwardplan.PlanScope;
import uk.carecontracts.contracts.projects.ChecklistItem;
import uk.carecontracts.contracts.projects.Project;
import uk.carecontracts.contracts.projects.Projects;
import uk.carecontracts.contracts.projects.Stage;
import uk.carecontracts.kit.money.Money;

/** Brings together what is known of a category or client group. */
@ApplicationScoped
class Cycles {
  private static final int MOST_PROJECTS = 500;
  private static final int MOST_DECISIONS = 100;
  private static final int MONTHS = 24;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final CycleRepository facts;
  private final ForwardPlans plans;
  private final Projects projects;
  private final Clock clock;

  Cycles(CycleRepository facts, ForwardPlans plans, Projects projects, Clock clock) {
    this.facts = facts;
    this.plans = plans;
    this.projects = projects;
    this.clock = clock;
  }

  /** The view of a scope today. */
  CycleView of(Scope scope) {
    LocalDate today = LocalDate.now(clock);
    List<ContractLine> contracts = facts.contracts(scope);
    Set<String> references =
        contracts.stream().map(ContractLine::reference).collect(Collectors.toSet());
    List<PlanEntry> plan =
        plans
            .entries(
                new PlanScope(
                    scope.authority(),
                    null,
                    List.of(),
                    today,
                    null,
                    scope.category(),
                    scope.clientGroup()))
            .stream()
            .filter(entry -> references.contains(entry.reference()))
            .toList();
    List<Project> own =
        projects.list(scope.authority(), null, null, MOST_PROJECTS).stream()
            .filter(project -> concerns(project, scope))
            .toList();
    return new CycleView(
        scope,
        today,
        stage(own, plan, contracts),
        contracts,
        new Finance(committed(contracts), facts.paid(scope)),
        facts.activity(scope, today.minusMonths(MONTHS).toString().substring(0, 7)),
        facts.outcomes(scope, today),
        facts.risk(scope),
        market(scope),
        plan.stream()
            .limit(MOST_DECISIONS)
            .map(
                entry ->
                    new DecisionDue(
                        entry.reference(),
                        entry.decision(),
                        entry.decisionDate(),
                        entry.rag(),
                        entry.explanation()))
            .toList(),
        facts.terms(scope),
        lessons(scope, own));
  }

  private static boolean concerns(Project project, Scope scope) {
    return (scope.serviceType() == null
            || scope.serviceType().equals(project.terms().serviceType()))
        && (scope.clientGroup() == null
            || project.terms().clientGroups().contains(scope.clientGroup()))
        && (scope.category() == null || hasCategory(project, scope.category()));
  }

  private static boolean hasCategory(Project project, String code) {
    String proclass = project.terms().categories().proclass();
    return (proclass != null && proclass.startsWith(code))
        || project.terms().categories().cpv().stream().anyMatch(cpv -> cpv.startsWith(code));
  }

  private static Money committed(List<ContractLine> contracts) {
    return Money.gbp(
        contracts.stream()
            .filter(each -> each.status().equals("ACTIVE") || each.status().equals("AWARDED"))
            .map(each -> each.annual().amount())
            .reduce(BigDecimal.ZERO, BigDecimal::add));
  }

  /** Projects under way say where it stands; else what the forward plan asks for next. */
  private static CycleStage stage(
      List<Project> own, List<PlanEntry> plan, List<ContractLine> contracts) {
    List<Project> open = own.stream().filter(p -> p.stage() != Stage.CLOSED).toList();
    List<String> names = open.stream().map(p -> p.terms().title() + ": " + p.stage()).toList();
    if (!open.isEmpty()) {
      Stage earliest =
          open.stream().map(Project::stage).min(Comparator.naturalOrder()).orElseThrow();
      return new CycleStage(
          earliest.name(),
          open.size() + " project(s) under way; the least advanced is in " + earliest + ".",
          names);
    }
    boolean late =
        plan.stream()
            .flatMap(entry -> entry.milestones().stream())
            .anyMatch(step -> step.workingDaysLate() > 0 && step.completedOn() == null);
    if (late) {
      return new CycleStage(
          "ANALYSE",
          "No project is under way, and the forward plan has steps that are late.",
          names);
    }
    boolean running = contracts.stream().anyMatch(each -> each.status().equals("ACTIVE"));
    return running
        ? new CycleStage("REVIEW", "Contracts run and no decision is due yet.", names)
        : new CycleStage("ANALYSE", "Nothing runs and no project is under way.", names);
  }

  private Market market(Scope scope) {
    List<Share> shares = facts.shares(scope);
    BigDecimal total =
        shares.stream()
            .map(each -> each.annual().amount())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    List<Share> largest =
        shares.stream()
            .limit(5)
            .map(each -> new Share(each.supplier(), each.annual(), percent(each, total)))
            .toList();
    return new Market(
        shares.size(), facts.vcseContracts(scope), largest, concentration(shares, total));
  }

  private static BigDecimal percent(Share share, BigDecimal total) {
    return total.signum() == 0
        ? BigDecimal.ZERO
        : share.annual().amount().multiply(HUNDRED).divide(total, 2, RoundingMode.HALF_UP);
  }

  private static @Nullable BigDecimal concentration(List<Share> shares, BigDecimal total) {
    if (total.signum() == 0) {
      return null;
    }
    BigDecimal squares =
        shares.stream()
            .map(each -> each.annual().amount().multiply(HUNDRED))
            .map(part -> part.multiply(part))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return squares.divide(total.multiply(total), 0, RoundingMode.HALF_UP);
  }

  private List<Lesson> lessons(Scope scope, List<Project> own) {
    List<Lesson> all = new ArrayList<>(facts.lessons(scope));
    for (Project project : own) {
      for (ChecklistItem item : project.items()) {
        ChecklistItem.Evidence evidence = item.evidence();
        if (evidence != null && item.code().startsWith("LESSONS")) {
          all.add(
              new Lesson("PROJECT", project.terms().title(), evidence.on(), evidence.summary()));
        }
      }
    }
    return all.stream()
        .filter(Objects::nonNull)
        .sorted(Comparator.comparing(Lesson::on).reversed())
        .toList();
  }
}
