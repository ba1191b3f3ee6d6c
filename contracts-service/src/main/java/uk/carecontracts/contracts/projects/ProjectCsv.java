package uk.carecontracts.contracts.projects;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.csv.CsvLists;
import uk.carecontracts.kit.money.Money;

/** Projects as a table, a line for each with where it stands. */
final class ProjectCsv {
  static final CsvLists.Sheet<Project> SHEET =
      new CsvLists.Sheet<>(
          "commissioning-projects",
          List.of(
              "id",
              "title",
              "stage",
              "openItems",
              "template",
              "valueTier",
              "directorate",
              "department",
              "serviceType",
              "clientGroups",
              "area",
              "estimatedTotal",
              "estimatedAnnual",
              "currency",
              "start",
              "end",
              "openedOn",
              "closedOn",
              "inPipeline",
              "contractId",
              "opportunityId"),
          project -> project.id(),
          ProjectCsv::cells);

  private ProjectCsv() {}

  private static List<@Nullable Object> cells(Project project) {
    ProjectTerms terms = project.terms();
    Money value = terms.estimatedTotal() == null ? terms.estimatedAnnual() : terms.estimatedTotal();
    return Arrays.asList(
        project.id(),
        terms.title(),
        project.stage(),
        project.openItems(),
        project.template(),
        project.valueTier(),
        terms.directorate(),
        terms.department(),
        terms.serviceType(),
        terms.clientGroups(),
        terms.area(),
        terms.estimatedTotal(),
        terms.estimatedAnnual(),
        value == null ? null : value.currency(),
        terms.start(),
        terms.end(),
        project.openedOn(),
        project.closedOn(),
        project.announcement() != null,
        project.contractId(),
        project.opportunityId());
  }
}
