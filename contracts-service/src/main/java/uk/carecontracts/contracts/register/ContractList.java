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
 */
public record ContractList(
    List<ContractSummary> items,
    @Nullable String next,
    @Nullable Map<String, List<ContractSearch.Facet>> facets) {}
