package uk.carecontracts.monitoring.actions;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Something that must be put right.
 *
 * @param id the action
 * @param shortfall what it answers: for an assessment the code of the standard, for a review the
 *     point of its agenda
 * @param action what will be done
 * @param owner who does it, by role
 * @param dueOn last day
 * @param status OPEN, DONE or VERIFIED
 * @param evidence what shows that it was done
 * @param doneOn day it was said to be done
 * @param doneBy who said so
 * @param verifiedOn day an officer saw that it was
 * @param verifiedBy who saw it
 */
@Schema(name = "Action")
public record Action(
    UUID id,
    String shortfall,
    String action,
    String owner,
    LocalDate dueOn,
    Status status,
    @Nullable String evidence,
    @Nullable LocalDate doneOn,
    @Nullable String doneBy,
    @Nullable LocalDate verifiedOn,
    @Nullable String verifiedBy) {

  /** Where an action stands. */
  public enum Status {
    OPEN,
    DONE,
    VERIFIED
  }

  /** Whether it is not done although its last day has passed. */
  public boolean late(LocalDate today) {
    return status == Status.OPEN && dueOn.isBefore(today);
  }

  Action done(String proof, LocalDate on, String by) {
    return new Action(id, shortfall, action, owner, dueOn, Status.DONE, proof, on, by, null, null);
  }

  Action verified(LocalDate on, String by) {
    return new Action(
        id, shortfall, action, owner, dueOn, Status.VERIFIED, evidence, doneOn, doneBy, on, by);
  }

  Action open() {
    return new Action(
        id, shortfall, action, owner, dueOn, Status.OPEN, evidence, null, null, null, null);
  }
}
