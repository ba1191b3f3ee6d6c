package uk.carecontracts.contracts.options;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.register.Contract;
import uk.carecontracts.contracts.terms.ContractDates;
import uk.carecontracts.contracts.terms.ContractStatus;
import uk.carecontracts.kit.money.Money;
import uk.carecontracts.kit.problem.Problem.Violation;
import uk.carecontracts.kit.problem.RuleViolation;

/**
 * Options and clauses are defined up front, where every tenderer sees them. What is entered after
 * the award records what the signed contract says, and so names its clause.
 */
final class DefinitionPolicy {
  private DefinitionPolicy() {}

  static void checkExtension(Contract contract, ExtensionRequest request) {
    List<Violation> objections = upFront(contract, request.clause());
    Money more = request.additionalValue();
    if (more != null && more.amount().signum() < 0) {
      objections.add(
          new Violation("/additionalValue", "A longer term cannot be worth less than nothing."));
    }
    Money total = contract.terms().values().total();
    if (more != null && total != null && !more.currency().equals(total.currency())) {
      objections.add(
          new Violation(
              "/additionalValue/currency", "The contract is in " + total.currency() + "."));
    }
    refuse(objections);
  }

  static void checkBreak(Contract contract, BreakRequest request) {
    List<Violation> objections = upFront(contract, request.clause());
    if (request.windowTo().isBefore(request.windowFrom())) {
      objections.add(new Violation("/windowTo", "The window ends before it begins."));
    }
    ContractDates dates = contract.terms().dates();
    LocalDate start = dates.start();
    LocalDate end = dates.end();
    if (start != null && request.windowFrom().isBefore(start)) {
      objections.add(new Violation("/windowFrom", "The contract starts on " + start + "."));
    }
    if (end != null && !request.windowTo().isBefore(end)) {
      objections.add(
          new Violation("/windowTo", "The contract ends on " + end + " without a break."));
    }
    refuse(objections);
  }

  private static List<Violation> upFront(Contract contract, @Nullable String clause) {
    List<Violation> objections = new ArrayList<>();
    ContractStatus status = contract.status();
    if (status.isEnded()) {
      objections.add(new Violation(null, "The contract is " + status + "."));
    } else if (status.isAwarded() && clause == null) {
      objections.add(
          new Violation(
              "/clause",
              "The contract is awarded: what is entered now names the clause of the signed"
                  + " contract that provides for it."));
    }
    return objections;
  }

  private static void refuse(List<Violation> objections) {
    if (!objections.isEmpty()) {
      throw new RuleViolation("OPTION_NOT_DEFINABLE", objections);
    }
  }
}
