package uk.carecontracts.contracts.terms;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How a contract ended, or is to end while it is still ACTIVE.
 *
 * @param date its last day
 * @param reason why
 * @param plan the plan of a decommissioning
 * @param kind in which way; absent in endings from before this was kept, whose status says it
 */
public record Ending(
    LocalDate date, String reason, @Nullable DecommissioningPlan plan, @Nullable EndingKind kind) {

  /** Ended by notice or for a reason. */
  public static Ending terminated(LocalDate date, String reason) {
    return new Ending(date, reason, null, EndingKind.TERMINATION);
  }

  /** Given up before it was active. */
  public static Ending cancelled(LocalDate date, String reason) {
    return new Ending(date, reason, null, EndingKind.CANCELLATION);
  }

  /** Wound down by a plan, whose last day is the contract's. */
  public static Ending decommissioned(DecommissioningPlan plan, String reason) {
    return new Ending(plan.lastDay(), reason, plan, EndingKind.DECOMMISSIONING);
  }

  /** The same without what must not be read. */
  public Ending saying(String publicReason) {
    return new Ending(date, publicReason, null, kind);
  }
}
