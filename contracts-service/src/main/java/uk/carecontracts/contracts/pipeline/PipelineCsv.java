package uk.carecontracts.contracts.pipeline;

import java.util.List;
import uk.carecontracts.kit.csv.CsvTable;

/** The pipeline as a spreadsheet. */
final class PipelineCsv {
  private PipelineCsv() {}

  static String write(List<PipelineItem> items) {
    CsvTable table =
        new CsvTable(
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
    items.forEach(item -> line(table, item));
    return table.text();
  }

  private static void line(CsvTable table, PipelineItem item) {
    table.line(
        item.id(),
        item.authority(),
        item.reference(),
        item.title(),
        item.summary(),
        item.department(),
        item.serviceType(),
        item.categories(),
        item.clientGroups(),
        item.area(),
        String.join("; ", item.lots()),
        item.valueBand(),
        item.total(),
        item.annual(),
        item.intention(),
        item.presentEnd(),
        item.marketEngagement(),
        item.tenderExpected(),
        item.awardExpected(),
        item.serviceStart(),
        item.newNeed());
  }
}
