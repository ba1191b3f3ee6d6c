package uk.carecontracts.contracts.options;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.register.Contract;
import uk.carecontracts.contracts.terms.ContractStatus;
import uk.carecontracts.kit.money.Money;
import uk.carecontracts.kit.problem.Problem.Violation;
import uk.carecontracts.kit.problem.RuleViolation;

/** A rule that must hold before an extension option is taken, with its human reason. */
interface ExtensionPolicy {
  /** The reason why the option cannot be taken like this. */
  Optional<Violation> objection(Taking taking);

  /**
   * An option about to be taken.
   *
   * @param open the contract's open options in their order
   */
  record Taking(
      Contract contract,
      ExtensionOption option,
      List<ExtensionOption> open,
      ExtensionDecision decision,
      LocalDate today) {
    @Nullable LocalDate deadline() {
      return option.noticeDeadline(contract, open);
    }
  }

  ExtensionPolicy STILL_OPEN =
      taking ->
          taking.option().canBeTaken()
              ? Optional.empty()
              : no(null, "The option is " + taking.option().status() + " already.");
  ExtensionPolicy CONTRACT_RUNS =
      taking ->
          Set.of(ContractStatus.AWARDED, ContractStatus.ACTIVE).contains(taking.contract().status())
              ? Optional.empty()
              : no(
                  null,
                  "Only an awarded or active contract is extended; this one is "
                      + taking.contract().status()
                      + ".");
  ExtensionPolicy LAST_DAY_KNOWN =
      taking ->
          taking.contract().terms().dates().end() != null
              ? Optional.empty()
              : no(null, "The contract has no last day that could be moved.");
  ExtensionPolicy EARLIER_OPTIONS_FIRST =
      taking ->
          taking.open().stream().noneMatch(o -> o.position() < taking.option().position())
              ? Optional.empty()
              : no(null, "Options are taken in their order, and an earlier one is still open.");
  ExtensionPolicy NOTICE_IN_TIME =
      taking -> {
        LocalDate deadline = taking.deadline();
        return deadline == null || !taking.decision().noticeGiven().isAfter(deadline)
            ? Optional.empty()
            : no(
                "/noticeGiven",
                "Notice was due by " + deadline + "; without it the option has lapsed.");
      };
  ExtensionPolicy NOTICE_WAS_GIVEN =
      taking ->
          taking.decision().noticeGiven().isAfter(taking.today())
              ? no("/noticeGiven", "Notice that is still to be given takes no option.")
              : Optional.empty();
  ExtensionPolicy WITHIN_MAXIMUM =
      taking -> {
        Money most = taking.contract().terms().values().maximumWithExtensions();
        if (most == null || taking.contract().terms().dates().end() == null) {
          return Optional.empty();
        }
        Money total = LongerTerm.of(taking.contract().terms(), taking.option()).newTotal();
        return total == null || total.amount().compareTo(most.amount()) <= 0
            ? Optional.empty()
            : no(
                null,
                "The contract would be worth "
                    + total.amount()
                    + ", more than the "
                    + most.amount()
                    + " it was advertised to reach with every extension.");
      };

  /** Everything an extension must obey. */
  List<ExtensionPolicy> ALL =
      List.of(
          STILL_OPEN,
          CONTRACT_RUNS,
          LAST_DAY_KNOWN,
          EARLIER_OPTIONS_FIRST,
          NOTICE_IN_TIME,
          NOTICE_WAS_GIVEN,
          WITHIN_MAXIMUM);

  private static Optional<Violation> no(@Nullable String pointer, String reason) {
    return Optional.of(new Violation(pointer, reason));
  }

  /** Refuses with every reason at once. */
  static void check(Taking taking) {
    List<Violation> objections =
        ALL.stream().flatMap(each -> each.objection(taking).stream()).toList();
    if (!objections.isEmpty()) {
      throw new RuleViolation("EXTENSION_NOT_POSSIBLE", objections);
    }
  }
}
