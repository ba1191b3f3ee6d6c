package uk.carecontracts.contracts.spend;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.csv.SpreadsheetText;
import uk.carecontracts.kit.money.Money;

/** Spend lists as spreadsheets, written a page at a time, whatever their length. */
final class SpendSheets {
  static final int PAGE = 2000;

  static final Sheet<SpendViews.Line> LINES =
      new Sheet<>(
          List.of(
              "id",
              "paidOn",
              "period",
              "transactionNumber",
              "supplier",
              "amount",
              "status",
              "reason",
              "contractReference",
              "contractId",
              "providerId",
              "unit",
              "purpose",
              "proclass",
              "proclassLabel",
              "invoice",
              "costCentre"),
          line ->
              List.of(
                  line.id().toString(),
                  line.paidOn().toString(),
                  line.period().toString(),
                  SpreadsheetText.safe(line.voucher()),
                  SpreadsheetText.safe(line.supplier()),
                  amount(line.amount()),
                  line.status().name(),
                  line.reason().name(),
                  SpreadsheetText.safe(line.contractReference()),
                  text(line.contractId()),
                  text(line.providerId()),
                  SpreadsheetText.safe(line.unit()),
                  SpreadsheetText.safe(line.purpose()),
                  text(line.proclass()),
                  SpreadsheetText.safe(line.proclassLabel()),
                  SpreadsheetText.safe(line.invoice()),
                  SpreadsheetText.safe(line.costCentre())));

  static final Sheet<SpendViews.ContractYear> CONTRACTS =
      new Sheet<>(
          List.of(
              "contractId",
              "reference",
              "title",
              "supplier",
              "status",
              "financialYear",
              "committed",
              "actual",
              "credits",
              "payments",
              "difference",
              "usedPercent"),
          row ->
              List.of(
                  row.contractId().toString(),
                  SpreadsheetText.safe(row.reference()),
                  SpreadsheetText.safe(row.title()),
                  SpreadsheetText.safe(row.supplier()),
                  row.status(),
                  row.financialYear(),
                  amount(row.committed()),
                  amount(row.actual()),
                  amount(row.credits()),
                  Long.toString(row.payments()),
                  amount(row.difference()),
                  text(row.usedPercent())));

  static final Sheet<SpendViews.OffContractSupplier> OFF_CONTRACT =
      new Sheet<>(
          List.of(
              "supplierId",
              "supplier",
              "providerId",
              "total",
              "credits",
              "payments",
              "firstPaidOn",
              "lastPaidOn",
              "reasons"),
          row ->
              List.of(
                  row.supplierId().toString(),
                  SpreadsheetText.safe(row.supplier()),
                  text(row.providerId()),
                  amount(row.total()),
                  amount(row.credits()),
                  Long.toString(row.payments()),
                  row.firstPaidOn().toString(),
                  row.lastPaidOn().toString(),
                  row.reasons().stream().map(Enum::name).collect(Collectors.joining(" "))));

  private SpendSheets() {}

  /** The columns of a list and the cells of a row. */
  record Sheet<T>(List<String> header, Function<T, List<String>> cells) {
    /** Writes all pages; the source gives the page after a row, null for the first. */
    void write(OutputStream out, Function<@Nullable T, List<T>> pages) throws IOException {
      BufferedWriter text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
      try (CsvWriter csv = CsvWriter.builder().build(text)) {
        csv.writeRecord(header);
        List<T> page = pages.apply(null);
        while (!page.isEmpty()) {
          page.forEach(row -> csv.writeRecord(cells.apply(row)));
          page = page.size() < PAGE ? List.of() : pages.apply(page.get(page.size() - 1));
        }
      }
    }
  }

  private static String amount(@Nullable Money money) {
    return money == null ? "" : money.amount().toPlainString();
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }
}
