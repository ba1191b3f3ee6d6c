package uk.carecontracts.contracts.register;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import uk.carecontracts.contracts.terms.ContractDates;
import uk.carecontracts.contracts.terms.ContractStatus;
import uk.carecontracts.contracts.terms.DecommissioningPlan;
import uk.carecontracts.kit.problem.RuleViolation;
import uk.carecontracts.kit.time.Clocks;

/** When in its life a contract may take a step. */
final class StepTiming {
  private StepTiming() {}

  /** Refuses a step that is out of turn, with the status and those that would allow it. */
  static void requireStatus(String verb, ContractStatus status, ContractStatus... allowed) {
    if (!Set.of(allowed).contains(status)) {
      throw new RuleViolation(
          "WRONG_STATUS",
          "One cannot "
              + verb
              + " a contract that is "
              + status
              + "; it must be "
              + String.join(" or ", Set.of(allowed).stream().map(Enum::name).sorted().toList())
              + ".");
    }
  }

  /** Refuses an award that is still to be decided. */
  static void requireDecided(LocalDate awardDate, Instant now) {
    if (awardDate.isAfter(now.atZone(Clocks.LONDON).toLocalDate())) {
      throw new RuleViolation(
          "NOT_AWARDED_YET", "An award is recorded once it is decided.", "/awardDate");
    }
  }

  /** Refuses a day outside the term. */
  static void requireWithinTerm(ContractDates term, LocalDate day, String pointer) {
    LocalDate start = term.start();
    LocalDate end = term.end();
    if ((start != null && day.isBefore(start)) || (end != null && day.isAfter(end))) {
      throw new RuleViolation(
          "OUTSIDE_TERM", day + " is not in the term from " + start + " to " + end + ".", pointer);
    }
  }

  /** Refuses to wind a service down that people were told of only after its last day. */
  static void requireNotice(DecommissioningPlan plan) {
    if (plan.noticeGiven().isAfter(plan.lastDay())) {
      throw new RuleViolation(
          "NOTICE_TOO_LATE",
          "Notice must be given before the last day of the service.",
          "/plan/noticeGiven");
    }
  }
}
