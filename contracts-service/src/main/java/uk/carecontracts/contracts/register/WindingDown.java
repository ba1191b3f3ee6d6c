package uk.carecontracts.contracts.register;

import uk.carecontracts.contracts.terms.DecommissioningPlan;
import uk.carecontracts.kit.problem.RuleViolation;

/** What must be settled for the people of a service before its contract is decommissioned. */
public interface WindingDown {
  /**
   * The complete plan of a contract.
   *
   * @throws RuleViolation DECOMMISSIONING_PLAN_INCOMPLETE with everything that is missing
   */
  DecommissioningPlan completePlan(Contract contract);

  /**
   * Holds a short plan, where none is kept, against who is placed under the contract.
   *
   * @throws RuleViolation DECOMMISSIONING_PLAN_INCOMPLETE when it counts fewer people
   */
  void checkShort(Contract contract, DecommissioningPlan plan);

  /** Whether a plan is worked on; then none other counts. */
  boolean isPlanned(Contract contract);

  /** The contract was decommissioned. */
  void carriedOut(Contract contract);
}
