package uk.carecontracts.contracts.awards;

import java.util.List;
import uk.carecontracts.kit.csv.CsvTable;

/** Decisions of a year as spreadsheets. */
final class DecisionCsv {
  private DecisionCsv() {}

  /** The report, one figure a line. */
  static String report(YearReport report) {
    CsvTable table = new CsvTable("section", "kind", "detail", "count", "value");
    report.decisions().forEach(c -> table.line("decisions", c.kind(), null, c.count(), null));
    report
        .awards()
        .forEach(
            a ->
                table.line(
                    a.ceilings() ? "ceilings" : "awards",
                    a.regime(),
                    a.procedure() + (Boolean.TRUE.equals(a.competed()) ? " competed" : ""),
                    a.contracts(),
                    a.value()));
    YearReport.Evaluated judged = report.evaluation();
    String section = "evaluation";
    table
        .line(section, "decided", null, judged.decided(), null)
        .line(section, "meanQualityPercent", null, null, judged.meanQualityPercent())
        .line(section, "meanPricePercent", null, null, judged.meanPricePercent())
        .line(section, "withPeopleWhoUseServices", null, judged.withPeopleWhoUseServices(), null)
        .line(section, "departures", null, judged.departures(), null);
    report.duties().forEach(c -> table.line("duties", c.kind(), null, c.count(), null));
    return table.text();
  }

  /** The decisions, one a line. */
  static String register(List<RecordedDecision> decisions) {
    CsvTable table =
        new CsvTable("at", "decision", "reference", "title", "reason", "recordedBy", "contractId");
    decisions.forEach(
        d ->
            table.line(
                d.at(),
                d.decision(),
                d.reference(),
                d.title(),
                d.reason(),
                d.recordedBy(),
                d.contractId()));
    return table.text();
  }
}
