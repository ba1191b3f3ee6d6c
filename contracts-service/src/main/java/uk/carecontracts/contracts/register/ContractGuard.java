package uk.carecontracts.contracts.register;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.terms.ContractDates;
import uk.carecontracts.contracts.terms.ContractTerms;
import uk.carecontracts.contracts.terms.ContractValues;
import uk.carecontracts.kit.money.Money;
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
  ContractGuard AWARD_WITHIN_REACH = withinReach("award", ContractDates::award);
  ContractGuard SIGNATURE_WITHIN_REACH = withinReach("signature", ContractDates::signature);
  ContractGuard START_WITHIN_REACH = withinReach("start", ContractDates::start);
  ContractGuard END_WITHIN_REACH = withinReach("end", ContractDates::end);
  ContractGuard REVIEW_WITHIN_REACH = withinReach("review", ContractDates::review);
  ContractGuard NO_NEGATIVE_VALUE = notNegative("total", ContractValues::total);
  ContractGuard NO_NEGATIVE_ANNUAL = notNegative("annual", ContractValues::annual);
  ContractGuard NO_NEGATIVE_MAXIMUM =
      notNegative("maximumWithExtensions", ContractValues::maximumWithExtensions);
  ContractGuard NO_NEGATIVE_VAT = notNegative("irrecoverableVat", ContractValues::irrecoverableVat);
  ContractGuard ONE_CURRENCY =
      guard(
          terms -> terms.values().currencies().size() <= 1,
          "/values",
          "The values of a contract are added up and compared, so they are in one currency.");
  ContractGuard SHARES_TOTAL_100 =
      guard(
          AllianceShares::areFair,
          "/parties",
          "The shares of an alliance must total 100 % when they are stated.");

  /** What every entry of the register must obey. */
  List<ContractGuard> ALWAYS =
      List.of(
          END_NOT_BEFORE_START,
          AWARD_WITHIN_REACH,
          SIGNATURE_WITHIN_REACH,
          START_WITHIN_REACH,
          END_WITHIN_REACH,
          REVIEW_WITHIN_REACH,
          NO_NEGATIVE_VALUE,
          NO_NEGATIVE_ANNUAL,
          NO_NEGATIVE_MAXIMUM,
          NO_NEGATIVE_VAT,
          ONE_CURRENCY,
          SHARES_TOTAL_100);

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

  private static ContractGuard withinReach(
      String place, Function<ContractDates, @Nullable LocalDate> day) {
    return guard(
        terms -> ContractDates.isWithinReach(day.apply(terms.dates())),
        "/dates/" + place,
        ContractDates.REACH);
  }

  private static ContractGuard notNegative(
      String place, Function<ContractValues, @Nullable Money> value) {
    return guard(
        terms -> {
          Money stated = value.apply(terms.values());
          return stated == null || stated.amount().signum() >= 0;
        },
        "/values/" + place,
        "A contract's value cannot be negative.");
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
