package uk.carecontracts.contracts.forwardplan;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import uk.carecontracts.contracts.forwardplan.PlanEntry.Milestone;
import uk.carecontracts.kit.csv.SpreadsheetText;

/** The forward plan as a spreadsheet: a line for each step. */
final class PlanCsv {
  private static final List<String> HEADER =
      List.of(
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

  private PlanCsv() {}

  static String write(List<PlanEntry> plan) {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      csv.writeRecord(HEADER);
      for (PlanEntry entry : plan) {
        for (Milestone step : entry.milestones()) {
          csv.writeRecord(line(entry, step));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static List<String> line(PlanEntry entry, Milestone step) {
    return List.of(
        SpreadsheetText.safe(entry.reference()),
        SpreadsheetText.safe(entry.title()),
        SpreadsheetText.safe(entry.team()),
        entry.decision().name(),
        entry.decisionDate().toString(),
        entry.intention().name(),
        String.valueOf(entry.major()),
        entry.annual().amount().toPlainString(),
        entry.rag().name(),
        step.code(),
        SpreadsheetText.safe(step.title()),
        step.due().toString(),
        step.status().name(),
        step.completedOn() == null ? "" : step.completedOn().toString(),
        String.valueOf(step.workingDaysLate()),
        step.rag().name());
  }
}
