package uk.carecontracts.contracts.register;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.terms.ContractDates;
import uk.carecontracts.contracts.terms.ContractStatus;
import uk.carecontracts.contracts.terms.Ending;
import uk.carecontracts.kit.problem.RuleViolation;

/**
 * What holds between the announcement of an ending and its day: the contract runs on, and no longer
 * than announced (decision 58).
 */
final class AnnouncedEnding {
  private AnnouncedEnding() {}

  /** Whether an ending with this last day is announced, and does not take effect at once. */
  static boolean isAhead(LocalDate lastDay, LocalDate today) {
    return lastDay.isAfter(today);
  }

  /** What a contract is once this ending is recorded: ACTIVE while its last day lies ahead. */
  static ContractStatus statusOn(LocalDate today, Ending ending) {
    return isAhead(ending.date(), today)
        ? ContractStatus.ACTIVE
        : Objects.requireNonNull(ending.kind()).status();
  }

  /** The ending that is announced of a running contract. */
  static Ending require(ContractStatus status, @Nullable Ending ending) {
    if (status != ContractStatus.ACTIVE || ending == null) {
      throw new RuleViolation(
          "NO_ENDING_ANNOUNCED",
          "The contract is " + status + ", and no ending of it is announced.");
    }
    return ending;
  }

  /** Refuses to end a contract that still runs. */
  static void requirePassed(Ending announced, LocalDate today) {
    if (!announced.date().isBefore(today)) {
      throw new RuleViolation(
          "NOT_YET_EXPIRED", "Its last day " + announced.date() + " has not passed.");
    }
  }

  /** Refuses to take back what has come about. */
  static void requireOpen(Ending announced, LocalDate today) {
    if (announced.date().isBefore(today)) {
      throw new RuleViolation(
          "NO_ENDING_ANNOUNCED", "The contract ended on " + announced.date() + ".");
    }
  }

  /** Refuses what would let the contract run to another day. */
  static void refuse(String what, @Nullable Ending ending) {
    if (ending != null) {
      throw new RuleViolation(
          "ENDING_ANNOUNCED",
          "A contract whose ending on "
              + ending.date()
              + " is announced is not "
              + what
              + "; withdraw the ending first.");
    }
  }

  /** Refuses terms with another last day than those held. */
  static void checkSameTerm(@Nullable Ending ending, ContractDates held, ContractDates changed) {
    if (!Objects.equals(held.end(), changed.end())) {
      refuse("given another last day", ending);
    }
  }
}
