package uk.carecontracts.contracts.pipeline;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.forwardplan.BackSchedule;
import uk.carecontracts.contracts.forwardplan.Decision;
import uk.carecontracts.contracts.forwardplan.Intention;
import uk.carecontracts.contracts.forwardplan.PlanEntry;
import uk.carecontracts.contracts.forwardplan.PlanRecord;
import uk.carecontracts.contracts.forwardplan.PlannedContract;
import uk.carecontracts.contracts.options.DecisionKind;
import uk.carecontracts.contracts.projects.Announcement;
import uk.carecontracts.contracts.projects.Project;
import uk.carecontracts.contracts.projects.ProjectTerms;
import uk.carecontracts.contracts.spend.FinancialYear;
import uk.carecontracts.kit.money.Money;

/** A project's need as the pipeline shows it: scheduled as if a contract ended before it begins. */
final class NewNeed {
  private NewNeed() {}

  static PipelineItem item(Project project, BackSchedule schedule) {
    ProjectTerms terms = project.terms();
    Announcement said = Objects.requireNonNull(project.announcement());
    LocalDate start = Objects.requireNonNull(terms.start());
    PlannedContract need = planned(project);
    PlanEntry plan =
        schedule.entry(
            need,
            new Decision(DecisionKind.END, start.minusDays(1)),
            PlanRecord.untouched(project.authority(), project.id()));
    return new PipelineItem(
        project.id(),
        project.authority(),
        need.reference(),
        need.title(),
        said.summary() == null ? terms.description() : said.summary(),
        need.department(),
        need.categories(),
        need.serviceType(),
        need.clientGroups(),
        need.area(),
        null,
        Intention.UNDECIDED,
        ValueBand.of(need.total()),
        terms.estimatedTotal(),
        terms.estimatedAnnual(),
        said.lots(),
        null,
        Pipeline.due(plan, "MARKET_ASSESSMENT"),
        Pipeline.due(plan, TenderDays.STEP),
        Pipeline.due(plan, "AWARD"),
        start,
        true,
        said.on().atStartOfDay(ZoneOffset.UTC).toInstant());
  }

  private static PlannedContract planned(Project project) {
    ProjectTerms terms = project.terms();
    List<String> categories = new ArrayList<>();
    if (terms.categories().proclass() != null) {
      categories.add(terms.categories().proclass());
    }
    categories.addAll(terms.categories().cpv());
    return new PlannedContract(
        project.id(),
        project.authority(),
        project.id().toString(),
        terms.title(),
        terms.department() == null ? terms.directorate() : terms.department(),
        null,
        terms.serviceType(),
        terms.clientGroups(),
        categories,
        terms.area(),
        amount(terms.estimatedTotal()),
        amount(terms.estimatedAnnual()));
  }

  /** What it adds to the spend of the year in which it begins. */
  static ForwardSpend.Line line(Project project) {
    PlannedContract need = planned(project);
    String category =
        need.serviceType() != null
            ? need.serviceType()
            : need.categories().isEmpty() ? "OTHER" : need.categories().get(0);
    return new ForwardSpend.Line(
        FinancialYear.of(Objects.requireNonNull(project.terms().start())).label(),
        category,
        1,
        Money.gbp(need.annual()),
        Money.gbp(need.total()));
  }

  private static BigDecimal amount(@Nullable Money money) {
    return money == null ? BigDecimal.ZERO : money.amount();
  }
}
