package uk.carecontracts.contracts.register;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.risk.ContractRisk;
import uk.carecontracts.contracts.terms.ContractState;

/**
 * A contract as its resource shows it.
 *
 * @param contract its full public state
 * @param risk what monitoring says of it, where known
 */
public record ContractView(@JsonUnwrapped ContractState contract, @Nullable ContractRisk risk) {}
