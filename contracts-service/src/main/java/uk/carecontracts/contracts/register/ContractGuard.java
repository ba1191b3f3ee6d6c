package uk.carecontracts.contracts.register;

import java.util.List;
import java.util.Optional;
import uk.carecontracts.contracts.terms.ContractTerms;
import uk.carecontracts.kit.problem.Problem.Violation;
import uk.carecontracts.kit.problem.RuleViolation;

/** A rule that must hold before a contract may take a step; a few lines and a human reason each. */
interface ContractGuard {
  /** The reason why these terms do not allow the step. */
  Optional<Violation> objection(ContractTerms terms);

  ContractGuard LEAD_SUPPLIER =
      guard(
          terms -> terms.hasLeadSupplier(),
          "/parties",
          "A contract needs a lead supplier before it can be active.");
  ContractGuard START =
      guard(
          terms -> terms.dates().start() != null,
          "/dates/start",
          "A contract needs its first day before it can be active.");
  ContractGuard END =
      guard(
          terms -> terms.dates().end() != null,
          "/dates/end",
          "A contract needs its last day before it can be active.");
  ContractGuard VALUE =
      guard(
          terms -> terms.values().total() != null,
          "/values/total",
          "A contract needs its total value before it can be active.");
  ContractGuard DESCRIPTION =
      guard(
          terms -> terms.description() != null && !terms.description().isBlank(),
          "/description",
          "A tender needs a description of what is sought.");
  ContractGuard END_NOT_BEFORE_START =
      guard(
          terms -> !terms.dates().endBeforeStart(),
          "/dates/end",
          "A contract cannot end before it starts.");
  ContractGuard NO_NEGATIVE_VALUE =
      guard(
          terms -> terms.values().total() == null || terms.values().total().amount().signum() >= 0,
          "/values/total",
          "A contract's value cannot be negative.");
  ContractGuard SHARES_TOTAL_100 =
      guard(
          AllianceShares::areFair,
          "/parties",
          "The shares of an alliance must total 100 % when they are stated.");

  /** What every entry of the register must obey. */
  List<ContractGuard> ALWAYS = List.of(END_NOT_BEFORE_START, NO_NEGATIVE_VALUE, SHARES_TOTAL_100);

  /** What a tender needs. */
  List<ContractGuard> TO_TENDER = List.of(DESCRIPTION);

  /** What an award needs. */
  List<ContractGuard> TO_AWARD =
      List.of(
          guard(
              terms -> terms.hasLeadSupplier(),
              "/suppliers",
              "An award names at least one lead supplier."));

  /** What an active contract needs. */
  List<ContractGuard> TO_ACTIVATE = List.of(LEAD_SUPPLIER, START, END, VALUE);

  /** A rule about terms. */
  interface Rule {
    boolean holds(ContractTerms terms);
  }

  private static ContractGuard guard(Rule rule, String pointer, String reason) {
    return terms ->
        rule.holds(terms) ? Optional.empty() : Optional.of(new Violation(pointer, reason));
  }

  /** Refuses the step with every reason at once. */
  static void check(String code, List<ContractGuard> guards, ContractTerms terms) {
    List<Violation> objections =
        guards.stream().flatMap(each -> each.objection(terms).stream()).toList();
    if (!objections.isEmpty()) {
      throw new RuleViolation(code, objections);
    }
  }
}
