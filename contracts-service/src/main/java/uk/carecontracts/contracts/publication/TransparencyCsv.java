package uk.carecontracts.contracts.publication;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.register.ContractFilter;
import uk.carecontracts.contracts.register.ContractRow;
import uk.carecontracts.contracts.register.ContractSearch;
import uk.carecontracts.kit.http.Cursor;
import uk.carecontracts.kit.tenancy.Acting;
import uk.carecontracts.kit.tenancy.Reach;
import uk.carecontracts.kit.tenancy.Tenancy;

/** Writes the whole public register as a spreadsheet, a page at a time, whatever its length. */
@ApplicationScoped
class TransparencyCsv {
  private static final int PAGE = 500;
  private static final Acting ANYONE = new Acting(Reach.PUBLIC, "", "anonymous", "public");

  private final ContractSearch search;
  private final PublicEntries entries;

  TransparencyCsv(ContractSearch search, PublicEntries entries) {
    this.search = search;
    this.entries = entries;
  }

  void write(ContractFilter filter, OutputStream out) throws IOException {
    String query = ContractSearch.fingerprint(filter);
    Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      csv.writeRecord(TransparencyEntry.HEADER);
      Cursor after = null;
      List<ContractRow> rows;
      do {
        rows = page(filter, after);
        List<ContractRow> page = rows;
        Tenancy.callAs(ANYONE, () -> QuarkusTransaction.requiringNew().call(() -> entries.of(page)))
            .forEach(entry -> csv.writeRecord(entry.line()));
        after = rows.isEmpty() ? null : ContractSearch.after(query, rows.get(rows.size() - 1));
      } while (rows.size() == PAGE);
    }
  }

  private List<ContractRow> page(ContractFilter filter, @Nullable Cursor after) {
    return Tenancy.callAs(
        ANYONE,
        () -> QuarkusTransaction.requiringNew().call(() -> search.search(filter, after, PAGE)));
  }
}
