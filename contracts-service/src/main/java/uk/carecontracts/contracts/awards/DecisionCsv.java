package uk.carecontracts.contracts.awards;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.csv.SpreadsheetText;

/** Decisions of a year as spreadsheets. */
final class DecisionCsv {
  private DecisionCsv() {}

  private interface Lines {
    void write(CsvWriter csv);
  }

  private static String csv(Lines lines) {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      lines.write(csv);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /** The report, one figure a line. */
  static String report(YearReport report) {
    return csv(
        csv -> {
          csv.writeRecord("section", "kind", "detail", "count", "value");
          report
              .decisions()
              .forEach(c -> csv.writeRecord("decisions", c.kind(), "", "" + c.count(), ""));
          report
              .awards()
              .forEach(
                  a ->
                      csv.writeRecord(
                          a.ceilings() ? "ceilings" : "awards",
                          a.regime(),
                          a.procedure() + (Boolean.TRUE.equals(a.competed()) ? " competed" : ""),
                          "" + a.contracts(),
                          a.value().amount().toPlainString()));
          YearReport.Evaluated judged = report.evaluation();
          csv.writeRecord("evaluation", "decided", "", "" + judged.decided(), "");
          csv.writeRecord(
              "evaluation", "meanQualityPercent", "", "", text(judged.meanQualityPercent()));
          csv.writeRecord(
              "evaluation", "meanPricePercent", "", "", text(judged.meanPricePercent()));
          csv.writeRecord(
              "evaluation",
              "withPeopleWhoUseServices",
              "",
              "" + judged.withPeopleWhoUseServices(),
              "");
          csv.writeRecord("evaluation", "departures", "", "" + judged.departures(), "");
          report.duties().forEach(c -> csv.writeRecord("duties", c.kind(), "", "" + c.count(), ""));
        });
  }

  /** The decisions, one a line. */
  static String register(List<RecordedDecision> decisions) {
    return csv(
        csv -> {
          csv.writeRecord(
              "at", "decision", "reference", "title", "reason", "recordedBy", "contractId");
          decisions.forEach(
              d ->
                  csv.writeRecord(
                      d.at().toString(),
                      d.decision(),
                      SpreadsheetText.safe(d.reference()),
                      SpreadsheetText.safe(d.title()),
                      SpreadsheetText.safe(d.reason()),
                      d.recordedBy(),
                      d.contractId().toString()));
        });
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }
}
