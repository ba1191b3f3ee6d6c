package uk.carecontracts.contracts.variations;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import uk.carecontracts.contracts.register.Contract;
import uk.carecontracts.contracts.terms.ContractDates;
import uk.carecontracts.contracts.terms.ContractStatus;
import uk.carecontracts.contracts.terms.VariationReason;
import uk.carecontracts.kit.problem.Problem.Violation;
import uk.carecontracts.kit.problem.RuleViolation;

/** What a proposal must obey; every reason is given at once. */
final class VariationRules {
  private static final Set<ContractStatus> VARIABLE =
      Set.of(ContractStatus.AWARDED, ContractStatus.ACTIVE);

  private VariationRules() {}

  static void checkProposal(Contract contract, VariationRequest request, PartyChange parties) {
    List<Violation> objections = new ArrayList<>();
    if (!VARIABLE.contains(contract.status())) {
      objections.add(
          new Violation(
              null,
              "Only an awarded or active contract is varied; this one is "
                  + contract.status()
                  + "."));
    }
    List<VariationReason> permitted = contract.terms().permittedVariations();
    if (!permitted.isEmpty() && !permitted.contains(request.reason())) {
      objections.add(
          new Violation(
              "/reason",
              "The contract permits variations for "
                  + permitted
                  + " only; this was settled at"
                  + " its award."));
    }
    ContractDates dates = contract.terms().dates();
    LocalDate lastDay = contract.state().lastDay();
    LocalDate day = request.effectiveDate();
    boolean outside =
        (dates.start() != null && day.isBefore(dates.start()))
            || (lastDay != null && day.isAfter(lastDay));
    if (outside) {
      objections.add(
          new Violation(
              "/effectiveDate",
              "It must come into force in the term of the contract"
                  + (lastDay == null ? "." : ", up to " + lastDay + ".")));
    }
    if (request.change().isEmpty()) {
      objections.add(new Violation("/change", "A variation changes something."));
    }
    objections.addAll(NovationRules.objections(request.reason(), request.change(), parties));
    if (!objections.isEmpty()) {
      throw new RuleViolation("VARIATION_NOT_PERMITTED", objections);
    }
  }
}
