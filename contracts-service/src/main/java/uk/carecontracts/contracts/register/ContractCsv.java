package uk.carecontracts.contracts.register;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.terms.ContractState;
import uk.carecontracts.kit.csv.SpreadsheetText;
import uk.carecontracts.kit.http.Cursor;
import uk.carecontracts.kit.money.Money;
import uk.carecontracts.kit.tenancy.Acting;
import uk.carecontracts.kit.tenancy.Tenancy;

/** The authority's contracts as a spreadsheet, streamed whatever their number. */
@ApplicationScoped
class ContractCsv {
  private static final int PAGE = 500;
  private static final List<String> HEADER =
      List.of(
          "id",
          "reference",
          "title",
          "status",
          "type",
          "directorate",
          "department",
          "suppliers",
          "totalValue",
          "annualValue",
          "currency",
          "start",
          "end",
          "review",
          "serviceType",
          "clientGroups",
          "area",
          "riskTier",
          "riskFlagged");

  private final ContractSearch search;
  private final RegisterAsOf asOfDay;

  ContractCsv(ContractSearch search, RegisterAsOf asOfDay) {
    this.search = search;
    this.asOfDay = asOfDay;
  }

  /**
   * Writes every contract that matches; each page is read in a transaction of its own.
   *
   * @param asOf day at whose end the register is read; today's register when null
   */
  void write(Acting reader, ContractFilter filter, @Nullable LocalDate asOf, OutputStream out)
      throws IOException {
    String query = ContractSearch.fingerprint(filter);
    Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      csv.writeRecord(HEADER);
      Cursor after = null;
      List<ContractRow> rows;
      do {
        rows = page(reader, filter, asOf, after);
        rows.forEach(row -> csv.writeRecord(line(row)));
        after = rows.isEmpty() ? null : ContractSearch.after(query, rows.get(rows.size() - 1));
      } while (rows.size() == PAGE);
    }
  }

  private List<ContractRow> page(
      Acting reader, ContractFilter filter, @Nullable LocalDate asOf, @Nullable Cursor after) {
    return Tenancy.callAs(
        reader,
        () ->
            QuarkusTransaction.requiringNew()
                .call(
                    () ->
                        asOf == null
                            ? search.search(filter, after, PAGE)
                            : asOfDay.search(filter, asOf, after, PAGE)));
  }

  private static List<String> line(ContractRow row) {
    ContractState state = row.state();
    Money total = state.values().total();
    return List.of(
        state.id().toString(),
        state.reference(),
        SpreadsheetText.safe(state.title()),
        state.status().name(),
        text(state.type()),
        SpreadsheetText.safe(state.directorate()),
        SpreadsheetText.safe(state.department()),
        SpreadsheetText.safe(
            state.parties().stream().map(party -> party.name()).collect(Collectors.joining("; "))),
        amount(total),
        amount(state.values().annual()),
        total == null ? "" : total.currency(),
        text(state.dates().start()),
        text(state.dates().end()),
        text(state.dates().review()),
        text(state.serviceType()),
        String.join(" ", state.clientGroups()),
        SpreadsheetText.safe(state.area()),
        row.risk() == null ? "" : row.risk().tier(),
        row.risk() == null ? "" : String.valueOf(row.risk().flagged()));
  }

  private static String amount(@Nullable Money money) {
    return money == null ? "" : money.amount().toPlainString();
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }
}
