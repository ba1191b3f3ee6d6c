package uk.carecontracts.monitoring.actions;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.problem.ProblemException;
import uk.carecontracts.kit.problem.RuleViolation;
import uk.carecontracts.monitoring.documents.Aggregate;

/**
 * What must be put right on a contract, by whom and until when. It is completed when an officer has
 * seen that every action was done.
 *
 * @param id the plan
 * @param authority GSS code
 * @param contractId the contract
 * @param providerId the lead supplier's record
 * @param assessmentId the assessment whose shortfalls it answers
 * @param concernId the concern it answers
 * @param reviewId the contract review at which it was agreed
 * @param agreedOn day it was made
 * @param status OPEN or COMPLETED
 * @param actions what will be done
 * @param nextDue earliest last day of an action still open
 * @param version raised by every change
 */
@Schema(name = "ActionPlan")
public record ActionPlan(
    UUID id,
    String authority,
    UUID contractId,
    @Nullable UUID providerId,
    @Nullable UUID assessmentId,
    @Nullable UUID concernId,
    @Nullable UUID reviewId,
    LocalDate agreedOn,
    Status status,
    List<Action> actions,
    @Nullable LocalDate nextDue,
    long version)
    implements Aggregate {

  /** Where a plan stands. */
  public enum Status {
    OPEN,
    COMPLETED
  }

  ActionPlan done(UUID action, String evidence, LocalDate on, String by) {
    return change(
        action,
        found -> {
          if (found.status() == Action.Status.VERIFIED) {
            throw ProblemException.conflict("ACTION_VERIFIED", "The action was verified already.");
          }
          return found.done(evidence, on, by);
        });
  }

  ActionPlan verified(UUID action, boolean accepted, LocalDate on, String by) {
    return change(
        action,
        found -> {
          if (found.status() != Action.Status.DONE) {
            throw ProblemException.conflict(
                "ACTION_NOT_DONE", "Only an action that is done is looked at.");
          }
          if (by.equals(found.doneBy())) {
            throw new RuleViolation(
                "VERIFIER_INVOLVED", "Whoever reported an action done does not verify it.");
          }
          return accepted ? found.verified(on, by) : found.open();
        });
  }

  private ActionPlan change(UUID action, UnaryOperator<Action> verb) {
    if (actions.stream().noneMatch(each -> each.id().equals(action))) {
      throw ProblemException.notFound("action", action);
    }
    List<Action> next =
        actions.stream().map(each -> each.id().equals(action) ? verb.apply(each) : each).toList();
    return with(providerId, next);
  }

  /** What is open is for the supplier the contract has now. */
  ActionPlan suppliedBy(UUID provider) {
    return with(provider, actions);
  }

  private ActionPlan with(@Nullable UUID provider, List<Action> next) {
    boolean complete = next.stream().allMatch(each -> each.status() == Action.Status.VERIFIED);
    return new ActionPlan(
        id,
        authority,
        contractId,
        provider,
        assessmentId,
        concernId,
        reviewId,
        agreedOn,
        complete ? Status.COMPLETED : Status.OPEN,
        next,
        nextDue(next),
        version + 1);
  }

  static @Nullable LocalDate nextDue(List<Action> actions) {
    return actions.stream()
        .filter(each -> each.status() == Action.Status.OPEN)
        .map(Action::dueOn)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }
}
