package uk.carecontracts.contracts.spend;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whom an authority pays, as matching sees it.
 *
 * @param id the supplier in the authority's ledger
 * @param keys identifiers and normalised names, and the provider record once known
 * @param assignedContractId the contract a keeper said it is paid under
 */
record Supplier(UUID id, List<String> keys, @Nullable UUID assignedContractId) {}
