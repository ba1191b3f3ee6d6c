package uk.carecontracts.contracts.publication;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.register.ContractFilter;
import uk.carecontracts.contracts.register.ContractRow;
import uk.carecontracts.contracts.register.ContractSearch;
import uk.carecontracts.kit.http.Cursor;
import uk.carecontracts.kit.tenancy.Acting;
import uk.carecontracts.kit.tenancy.Reach;
import uk.carecontracts.kit.tenancy.Tenancy;

/** Writes everything published as packages of one, a line each, in constant memory. */
@ApplicationScoped
class OpenContractingBulk {
  private static final int PAGE = 200;
  private static final Acting ANYONE = new Acting(Reach.PUBLIC, "", "anonymous", "public");

  private final OpenContracting contracting;
  private final ContractSearch search;
  private final PackageFrame frame;
  private final ObjectMapper json;

  OpenContractingBulk(
      OpenContracting contracting, ContractSearch search, PackageFrame frame, ObjectMapper json) {
    this.contracting = contracting;
    this.search = search;
    this.frame = frame;
    this.json = json;
  }

  /** Every release in the order of publication. */
  void releases(URI uri, @Nullable String authority, OutputStream out) throws IOException {
    try (OutputStream lines = new BufferedOutputStream(out)) {
      long position = 0;
      List<OpenContracting.Placed> page;
      do {
        page = contracting.after(position, authority, PAGE);
        for (OpenContracting.Placed placed : page) {
          line(frame.ofReleases(uri, List.of(placed.release()), null), lines);
          position = placed.position();
        }
      } while (page.size() == PAGE);
    }
  }

  /** Every contract as a record, in the order of entry. */
  void records(URI uri, @Nullable String authority, OutputStream out) throws IOException {
    ContractFilter filter = ContractFilter.inOrderOfCreation(authority);
    String query = ContractSearch.fingerprint(filter);
    try (OutputStream lines = new BufferedOutputStream(out)) {
      Cursor after = null;
      List<ContractRow> rows;
      do {
        Cursor from = after;
        rows =
            Tenancy.callAs(
                ANYONE,
                () ->
                    QuarkusTransaction.requiringNew()
                        .call(() -> search.search(filter, from, PAGE)));
        for (List<ObjectNode> releases :
            contracting.of(rows.stream().map(row -> row.state().id()).toList()).values()) {
          line(frame.ofRecords(uri, List.of(releases), null), lines);
        }
        after = rows.isEmpty() ? null : ContractSearch.after(query, rows.get(rows.size() - 1));
      } while (rows.size() == PAGE);
    }
  }

  private void line(JsonNode each, OutputStream lines) throws IOException {
    lines.write(json.writeValueAsBytes(each));
    lines.write('\n');
  }
}
