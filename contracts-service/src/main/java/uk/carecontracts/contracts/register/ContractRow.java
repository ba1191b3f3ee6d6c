package uk.carecontracts.contracts.register;

import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.risk.ContractRisk;
import uk.carecontracts.contracts.terms.ContractState;

/**
 * A contract found by a search.
 *
 * @param state its full public state
 * @param risk what monitoring says of it, where known and visible
 * @param sortKey where it stands in the order of the list
 */
public record ContractRow(ContractState state, @Nullable ContractRisk risk, String sortKey) {}
