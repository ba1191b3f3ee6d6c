package uk.carecontracts.contracts.register;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.http.Cursor;

/** Finding contracts, within the reach of who asks. */
public interface ContractSearch {
  /** Contracts that match, in order, after a place. */
  List<ContractRow> search(ContractFilter filter, @Nullable Cursor after, int limit);

  /** One contract as a search shows it. */
  Optional<ContractRow> find(UUID id);

  /** How many of the contracts that match have each status, type and so on. */
  Map<String, List<Facet>> facets(ContractFilter filter);

  /** How many contracts share a value. */
  record Facet(String value, long contracts) {}

  /** The fingerprint that binds cursors to a filter. */
  static String fingerprint(ContractFilter filter) {
    return Cursor.fingerprint(filter.parts());
  }

  /** The place after a contract in a filtered list. */
  static Cursor after(String fingerprint, ContractRow row) {
    return Cursor.after(fingerprint, row.sortKey(), row.state().id());
  }
}
