package uk.carecontracts.contracts.register;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A page of contracts.
 *
 * @param items the contracts
 * @param next cursor of the following page, absent on the last one
 * @param facets counts over the whole list, when asked for
 * @param facetsCounted how many contracts the facets count, the newest of the list
 * @param facetsComplete whether that is the whole list
 */
public record ContractList(
    List<ContractSummary> items,
    @Nullable String next,
    @Nullable Map<String, List<ContractSearch.Facet>> facets,
    @Nullable Long facetsCounted,
    @Nullable Boolean facetsComplete) {
  static ContractList of(
      List<ContractSummary> items, @Nullable String next, ContractSearch.@Nullable Facets facets) {
    return facets == null
        ? new ContractList(items, next, null, null, null)
        : new ContractList(items, next, facets.counts(), facets.counted(), facets.complete());
  }
}
