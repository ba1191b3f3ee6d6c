package uk.carecontracts.contracts.register;

import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.terms.ContractState;
import uk.carecontracts.kit.money.Money;
import uk.carecontracts.kit.problem.RuleViolation;

/** Limits that other contracts set to what a contract may be worth. */
public interface ValueLimits {
  /**
   * Checks the total value a contract is to have, and lets nobody else use up the same room until
   * the transaction ends.
   *
   * @param contract the contract as it was
   * @param total what it is to be worth, null when that is left open
   * @throws RuleViolation CEILING_EXCEEDED with the arithmetic
   */
  void check(ContractState contract, @Nullable Money total);
}
