package uk.carecontracts.contracts.agreements;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.agreements.AgreementTerms.AgreementLot;
import uk.carecontracts.contracts.agreements.AgreementTerms.Share;
import uk.carecontracts.contracts.terms.ContractState;
import uk.carecontracts.contracts.terms.ContractType;
import uk.carecontracts.kit.money.Money;
import uk.carecontracts.kit.problem.Problem.Violation;
import uk.carecontracts.kit.problem.RuleViolation;

/** What the terms of an agreement must obey, by the type of its contract. */
final class AgreementRules {
  private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

  private AgreementRules() {}

  /** Refuses terms that do not fit the contract or contradict themselves. */
  static void check(ContractState contract, AgreementTerms terms) {
    if (contract.status().isEnded()) {
      throw new RuleViolation(
          "CONTRACT_ENDED",
          "Contract " + contract.reference() + " is " + contract.status() + "; its terms stay.");
    }
    ContractType type = contract.type();
    if (type == null
        || !(type.onlyPromisesTerms()
            || type == ContractType.BLOCK
            || type == ContractType.ALLIANCE)) {
      throw new RuleViolation(
          "NOT_AN_AGREEMENT",
          "Contract "
              + contract.reference()
              + " is "
              + (type == null ? "of no stated type" : type)
              + "; terms of agreement belong to FRAMEWORK, DYNAMIC_MARKET, BLOCK and ALLIANCE.");
    }
    List<Violation> found = new ArrayList<>();
    if (type.onlyPromisesTerms()) {
      checkLots(contract, terms, found);
    } else {
      none(!terms.lots().isEmpty() || !terms.routes().isEmpty(), "/lots", type, found);
    }
    if (type == ContractType.ALLIANCE) {
      checkShares(terms.shares(), found);
    } else {
      none(!terms.shares().isEmpty(), "/shares", type, found);
    }
    if (type == ContractType.BLOCK && terms.volume() == null) {
      found.add(new Violation("/volume", "A block says how much it reserves."));
    }
    none(terms.volume() != null && type != ContractType.BLOCK, "/volume", type, found);
    if (!found.isEmpty()) {
      throw new RuleViolation("AGREEMENT_TERMS_INVALID", found);
    }
  }

  private static void none(
      boolean stated, String pointer, ContractType type, List<Violation> found) {
    if (stated) {
      found.add(new Violation(pointer, "A contract of type " + type + " has none."));
    }
  }

  private static void checkLots(
      ContractState contract, AgreementTerms terms, List<Violation> found) {
    if (terms.lots().isEmpty()) {
      found.add(new Violation("/lots", "A framework or dynamic market has at least one lot."));
    }
    if (terms.lots().stream().map(AgreementLot::id).distinct().count() < terms.lots().size()) {
      found.add(new Violation("/lots", "Two lots have the same id."));
    }
    Money total = contract.values().total();
    BigDecimal lots =
        terms.lots().stream()
            .map(AgreementLot::ceiling)
            .map(AgreementRules::amount)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    if (total != null && lots.compareTo(total.amount()) > 0) {
      found.add(
          new Violation(
              "/lots",
              "The ceilings of the lots total £"
                  + lots.toPlainString()
                  + ", more than the agreement's ceiling of £"
                  + total.amount().toPlainString()
                  + "."));
    }
  }

  private static BigDecimal amount(@Nullable Money money) {
    return money == null ? BigDecimal.ZERO : money.amount();
  }

  private static void checkShares(List<Share> shares, List<Violation> found) {
    if (shares.size() < 2) {
      found.add(new Violation("/shares", "An alliance has at least two partners with shares."));
    }
    if (shares.stream().map(each -> each.name().strip()).distinct().count() < shares.size()) {
      found.add(new Violation("/shares", "A partner has one share of risk and one of reward."));
    }
    total(shares, Share::riskPercent, "risk", found);
    total(shares, Share::rewardPercent, "reward", found);
  }

  private static void total(
      List<Share> shares, Function<Share, BigDecimal> part, String name, List<Violation> found) {
    BigDecimal total = shares.stream().map(part).reduce(BigDecimal.ZERO, BigDecimal::add);
    if (!shares.isEmpty() && total.compareTo(WHOLE) != 0) {
      found.add(
          new Violation(
              "/shares",
              "The shares of "
                  + name
                  + " must total 100; these total "
                  + total.toPlainString()
                  + "."));
    }
  }
}
