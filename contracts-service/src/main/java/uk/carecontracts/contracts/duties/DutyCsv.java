package uk.carecontracts.contracts.duties;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.csv.SpreadsheetText;
import uk.carecontracts.kit.http.Cursor;

/** Duties as a spreadsheet. */
@ApplicationScoped
class DutyCsv {
  private static final int PAGE = 500;
  private static final List<String> HEADER =
      List.of(
          "reference",
          "title",
          "duty",
          "notice",
          "name",
          "regime",
          "status",
          "dueOn",
          "doneOn",
          "link",
          "reason",
          "source",
          "contractId",
          "id");

  private final DutyRepository duties;

  DutyCsv(DutyRepository duties) {
    this.duties = duties;
  }

  /** Every duty that matches, read a page at a time. */
  String write(String authority, DutyFilter filter) {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      csv.writeRecord(HEADER);
      Cursor after = null;
      List<DutyView> rows;
      do {
        rows = duties.search(authority, filter, after, PAGE);
        rows.forEach(row -> csv.writeRecord(line(row)));
        after = rows.isEmpty() ? null : DutyResource.after("", rows.get(rows.size() - 1));
      } while (rows.size() == PAGE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static List<String> line(DutyView duty) {
    return List.of(
        SpreadsheetText.safe(duty.reference()),
        SpreadsheetText.safe(duty.title()),
        duty.code(),
        text(duty.notice()),
        duty.name(),
        text(duty.regime()),
        duty.status().name(),
        text(duty.dueOn()),
        text(duty.doneOn()),
        SpreadsheetText.safe(duty.link()),
        duty.reason(),
        duty.source(),
        text(duty.contractId()),
        duty.id().toString());
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }
}
