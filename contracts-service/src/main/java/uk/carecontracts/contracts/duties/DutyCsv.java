package uk.carecontracts.contracts.duties;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import uk.carecontracts.kit.csv.CsvTable;
import uk.carecontracts.kit.http.Cursor;

/** Duties as a spreadsheet. */
@ApplicationScoped
class DutyCsv {
  private static final int PAGE = 500;
  private final DutyRepository duties;

  DutyCsv(DutyRepository duties) {
    this.duties = duties;
  }

  /** Every duty that matches, read a page at a time. */
  String write(String authority, DutyFilter filter) {
    CsvTable table =
        new CsvTable(
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
    Cursor after = null;
    List<DutyView> rows;
    do {
      rows = duties.search(authority, filter, after, PAGE);
      rows.forEach(row -> line(table, row));
      after = rows.isEmpty() ? null : DutyResource.after("", rows.get(rows.size() - 1));
    } while (rows.size() == PAGE);
    return table.text();
  }

  private static void line(CsvTable table, DutyView duty) {
    table.line(
        duty.reference(),
        duty.title(),
        duty.code(),
        duty.notice(),
        duty.name(),
        duty.regime(),
        duty.status(),
        duty.dueOn(),
        duty.doneOn(),
        duty.link(),
        duty.reason(),
        duty.source(),
        duty.contractId(),
        duty.id());
  }
}
