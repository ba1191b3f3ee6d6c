package uk.carecontracts.contracts.pipeline;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.csv.SpreadsheetText;
import uk.carecontracts.kit.money.Money;

/** The pipeline as a spreadsheet. */
final class PipelineCsv {
  private static final List<String> HEADER =
      List.of(
          "id",
          "authority",
          "reference",
          "title",
          "summary",
          "department",
          "serviceType",
          "categories",
          "clientGroups",
          "area",
          "lots",
          "valueBand",
          "total",
          "annual",
          "intention",
          "presentEnd",
          "marketEngagement",
          "tenderExpected",
          "awardExpected",
          "serviceStart",
          "newNeed");

  private PipelineCsv() {}

  static String write(List<PipelineItem> items) {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      csv.writeRecord(HEADER);
      items.forEach(item -> csv.writeRecord(line(item)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static List<String> line(PipelineItem item) {
    return List.of(
        item.id().toString(),
        item.authority(),
        SpreadsheetText.safe(item.reference()),
        SpreadsheetText.safe(item.title()),
        SpreadsheetText.safe(item.summary()),
        SpreadsheetText.safe(item.department()),
        SpreadsheetText.safe(item.serviceType()),
        String.join(" ", item.categories()),
        String.join(" ", item.clientGroups()),
        SpreadsheetText.safe(item.area()),
        SpreadsheetText.safe(String.join("; ", item.lots())),
        item.valueBand().name(),
        amount(item.total()),
        amount(item.annual()),
        item.intention().name(),
        day(item.presentEnd()),
        day(item.marketEngagement()),
        day(item.tenderExpected()),
        day(item.awardExpected()),
        item.serviceStart().toString(),
        String.valueOf(item.newNeed()));
  }

  private static String amount(@Nullable Money money) {
    return money == null ? "" : money.amount().toPlainString();
  }

  private static String day(@Nullable LocalDate day) {
    return day == null ? "" : day.toString();
  }
}
