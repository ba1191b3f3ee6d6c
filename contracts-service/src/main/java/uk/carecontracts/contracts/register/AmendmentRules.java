package uk.carecontracts.contracts.register;

import java.util.List;
import uk.carecontracts.contracts.terms.ContractStatus;
import uk.carecontracts.contracts.terms.ContractTerms;
import uk.carecontracts.contracts.terms.Party;
import uk.carecontracts.contracts.terms.PartyRole;
import uk.carecontracts.kit.problem.RuleViolation;

/** What a contract can come to say, by where it stands in its life. */
final class AmendmentRules {
  private AmendmentRules() {}

  /** Refuses terms the contract cannot say, however they are agreed. */
  static void check(ContractStatus status, ContractTerms held, ContractTerms changed) {
    if (status.isEnded()) {
      throw new RuleViolation(
          "CONTRACT_ENDED", "The contract is " + status + "; what it said no longer changes.");
    }
    if (status.isAwarded() && !changed.permittedVariations().equals(held.permittedVariations())) {
      throw new RuleViolation(
          "PERMITTED_VARIATIONS_FROZEN",
          "The reasons for which a contract may be varied are settled at its award.",
          "/permittedVariations");
    }
    ContractGuard.check("TERMS_CONTRADICT", ContractGuard.ALWAYS, changed);
    if (status == ContractStatus.ACTIVE) {
      ContractGuard.check("ACTIVE_CONTRACT_INCOMPLETE", ContractGuard.TO_ACTIVATE, changed);
    }
  }

  /** Refuses to swap the supplier of an awarded contract by a mere correction. */
  static void checkSameLeads(ContractStatus status, List<Party> held, List<Party> changed) {
    List<Party> before = leads(held);
    List<Party> after = leads(changed);
    boolean same =
        before.stream().allMatch(each -> isAmong(each, after))
            && after.stream().allMatch(each -> isAmong(each, before));
    if (status.isAwarded() && !before.isEmpty() && !same) {
      throw new RuleViolation(
          "NOVATION_NEEDED",
          "The lead supplier of an awarded contract changes by a variation for SUPPLIER_NOVATION"
              + " only, which both suppliers agree; one whose entry is corrected keeps its id.",
          "/parties");
    }
  }

  private static List<Party> leads(List<Party> parties) {
    return parties.stream().filter(each -> each.role() == PartyRole.LEAD_SUPPLIER).toList();
  }

  private static boolean isAmong(Party party, List<Party> others) {
    return others.stream().anyMatch(other -> isSame(party, other));
  }

  /** Whether two entries are of the same party, also where it is known by its name only. */
  static boolean isSame(Party party, Party other) {
    return party.isAlso(other) || party.name().strip().equalsIgnoreCase(other.name().strip());
  }
}
