package uk.carecontracts.contracts.forwardplan;

import java.util.List;
import uk.carecontracts.contracts.forwardplan.PlanEntry.Milestone;
import uk.carecontracts.kit.csv.CsvTable;

/** The forward plan as a spreadsheet: a line for each step. */
final class PlanCsv {
  private PlanCsv() {}

  static String write(List<PlanEntry> plan) {
    CsvTable table =
        new CsvTable(
            "reference",
            "title",
            "team",
            "decision",
            "decisionDate",
            "intention",
            "major",
            "annual",
            "rag",
            "milestone",
            "milestoneTitle",
            "due",
            "status",
            "completedOn",
            "workingDaysLate",
            "milestoneRag");
    for (PlanEntry entry : plan) {
      for (Milestone step : entry.milestones()) {
        line(table, entry, step);
      }
    }
    return table.text();
  }

  private static void line(CsvTable table, PlanEntry entry, Milestone step) {
    table.line(
        entry.reference(),
        entry.title(),
        entry.team(),
        entry.decision(),
        entry.decisionDate(),
        entry.intention(),
        entry.major(),
        entry.annual(),
        entry.rag(),
        step.code(),
        step.title(),
        step.due(),
        step.status(),
        step.completedOn(),
        step.workingDaysLate(),
        step.rag());
  }
}
