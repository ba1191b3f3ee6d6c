package uk.carecontracts.contracts.register;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.terms.ContractState;
import uk.carecontracts.kit.http.Cursor;
import uk.carecontracts.kit.money.Money;

/** The authority's contracts as a spreadsheet. */
@ApplicationScoped
class ContractCsv {
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

  ContractCsv(ContractSearch search) {
    this.search = search;
  }

  /** Every contract that matches, read a page at a time. */
  String write(ContractFilter filter, int page) {
    StringWriter text = new StringWriter();
    String query = ContractSearch.fingerprint(filter);
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      csv.writeRecord(HEADER);
      Cursor after = null;
      List<ContractRow> rows;
      do {
        rows = search.search(filter, after, page);
        rows.forEach(row -> csv.writeRecord(line(row)));
        after = rows.isEmpty() ? null : ContractSearch.after(query, rows.get(rows.size() - 1));
      } while (rows.size() == page);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
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
