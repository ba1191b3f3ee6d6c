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
  default List<ContractRow> search(ContractFilter filter, @Nullable Cursor after, int limit) {
    return search(filter, after, limit, null);
  }

  /**
   * Contracts that match, in order, after a place.
   *
   * @param counted facets of the same list, if they were asked for: what they counted spares
   *     looking for what is not there
   */
  List<ContractRow> search(
      ContractFilter filter, @Nullable Cursor after, int limit, @Nullable Facets counted);

  /** One contract as a search shows it. */
  Optional<ContractRow> find(UUID id);

  /** How many of the contracts that match have each status, type and so on. */
  Facets facets(ContractFilter filter);

  /**
   * Counts over a list. However long it is, the newest {@value #MOST_COUNTED} are counted, so that
   * counting costs the same at a million contracts as at ten thousand.
   *
   * @param counts values and how many contracts have them, by facet
   * @param counted how many contracts were counted
   * @param complete whether these are all that match; false once as many were counted as ever are
   */
  record Facets(Map<String, List<Facet>> counts, long counted, boolean complete) {}

  /** The most contracts that facets count. */
  int MOST_COUNTED = 10_000;

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
