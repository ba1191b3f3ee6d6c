package uk.carecontracts.contracts.forwardplan;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.options.DecisionKind;
import uk.carecontracts.kit.money.Money;

/**
 * One decision about one contract with the steps towards it.
 *
 * @param contractId the contract
 * @param reference its reference
 * @param title its title
 * @param team who does the work
 * @param intention what is meant to follow
 * @param total pounds over the term
 * @param annual pounds a year
 * @param decision what is decided
 * @param decisionDate the last day for it
 * @param major whether the policy counts it as a major contract
 * @param leadInMonths months before the end that work begins
 * @param leadInStarts the first step's day
 * @param rag the worst of its steps
 * @param workingDaysLate of the latest step that is open and late
 * @param explanation why it has its colour
 * @param milestones the steps in the order of their days
 */
public record PlanEntry(
    UUID contractId,
    String reference,
    String title,
    String team,
    Intention intention,
    Money total,
    Money annual,
    DecisionKind decision,
    LocalDate decisionDate,
    boolean major,
    int leadInMonths,
    LocalDate leadInStarts,
    Rag rag,
    int workingDaysLate,
    String explanation,
    List<Milestone> milestones) {

  /** Whether a step is taken and how its day compares. */
  public enum MilestoneStatus {
    /** Taken. */
    DONE,
    /** Not taken and its day has passed. */
    LATE,
    /** Its day is near. */
    DUE_SOON,
    /** Its day is far. */
    PLANNED
  }

  /**
   * A step towards the decision.
   *
   * @param code its code
   * @param title what is done by then
   * @param due the working day it is due
   * @param scheduled the day the policy gives, where it was moved
   * @param moveReason why it was moved
   * @param completedOn the day it was taken
   * @param evidence what shows it
   * @param status where it stands
   * @param workingDaysLate working days late, of a taken step at the time; 0 when in time
   * @param rag its colour
   */
  public record Milestone(
      String code,
      String title,
      LocalDate due,
      @Nullable LocalDate scheduled,
      @Nullable String moveReason,
      @Nullable LocalDate completedOn,
      @Nullable String evidence,
      MilestoneStatus status,
      int workingDaysLate,
      Rag rag) {

    boolean isOpen() {
      return status != MilestoneStatus.DONE;
    }
  }
}
