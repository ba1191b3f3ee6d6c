package uk.carecontracts.contracts.options;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.register.Contract;
import uk.carecontracts.contracts.terms.ContractStatus;
import uk.carecontracts.kit.problem.Problem.Violation;
import uk.carecontracts.kit.problem.RuleViolation;

/** A rule that must hold before a contract is broken off, with its human reason. */
interface BreakPolicy {
  /** The reason why the contract cannot be broken off like this. */
  Optional<Violation> objection(Breaking breaking);

  /** A clause about to be used. */
  record Breaking(Contract contract, BreakClause clause, BreakDecision decision, LocalDate today) {}

  /** What remains where one side alone cannot break off. */
  String BY_AGREEMENT =
      " By agreement of the parties a variation for TERM gives the contract an earlier last day"
          + " (POST …/variations).";

  BreakPolicy STILL_OPEN =
      breaking ->
          breaking.clause().canBeTaken()
              ? Optional.empty()
              : no(
                  null, "The clause is " + breaking.clause().status() + " already." + BY_AGREEMENT);
  BreakPolicy CONTRACT_RUNS =
      breaking ->
          Set.of(ContractStatus.AWARDED, ContractStatus.ACTIVE)
                  .contains(breaking.contract().status())
              ? Optional.empty()
              : no(
                  null,
                  "Only an awarded or active contract is broken off; this one is "
                      + breaking.contract().status()
                      + ".");
  BreakPolicy BY_ITS_HOLDER =
      breaking ->
          breaking.decision().by() != BreakHolder.EITHER
                  && breaking.clause().heldBy().allows(breaking.decision().by())
              ? Optional.empty()
              : no(
                  "/by",
                  "The clause is held by "
                      + breaking.clause().heldBy()
                      + "; say which side uses it, AUTHORITY or SUPPLIER.");
  BreakPolicy IN_THE_WINDOW =
      breaking ->
          breaking.clause().inWindow(breaking.decision().lastDay())
              ? Optional.empty()
              : no(
                  "/lastDay",
                  "The clause lets the contract end on a day from "
                      + breaking.clause().window()
                      + ".");
  BreakPolicy BEFORE_ITS_END =
      breaking -> {
        LocalDate end = breaking.contract().terms().dates().end();
        return end != null && breaking.decision().lastDay().isBefore(end)
            ? Optional.empty()
            : no("/lastDay", "The contract ends on " + end + " anyway.");
      };
  BreakPolicy NOTICE_IN_TIME =
      breaking -> {
        LocalDate due = breaking.clause().noticeBy(breaking.decision().lastDay());
        return breaking.decision().noticeGiven().isAfter(due)
            ? no(
                "/noticeGiven", "To end on that day, notice was due by " + due + "." + BY_AGREEMENT)
            : Optional.empty();
      };
  BreakPolicy NOTICE_WAS_GIVEN =
      breaking ->
          breaking.decision().noticeGiven().isAfter(breaking.today())
              ? no("/noticeGiven", "Notice that is still to be given breaks nothing off.")
              : Optional.empty();

  /** Everything a break must obey. */
  List<BreakPolicy> ALL =
      List.of(
          STILL_OPEN,
          CONTRACT_RUNS,
          BY_ITS_HOLDER,
          IN_THE_WINDOW,
          BEFORE_ITS_END,
          NOTICE_IN_TIME,
          NOTICE_WAS_GIVEN);

  private static Optional<Violation> no(@Nullable String pointer, String reason) {
    return Optional.of(new Violation(pointer, reason));
  }

  /** Refuses with every reason at once. */
  static void check(Breaking breaking) {
    List<Violation> objections =
        ALL.stream().flatMap(each -> each.objection(breaking).stream()).toList();
    if (!objections.isEmpty()) {
      throw new RuleViolation("BREAK_NOT_POSSIBLE", objections);
    }
  }
}
