package uk.carecontracts.monitoring.risk;

import java.time.LocalDate;
import uk.carecontracts.kit.problem.RuleViolation;

/**
 * An officer's decision to watch a contract more or less closely than its score says.
 *
 * @param tier the tier instead
 * @param reason why, for the next reader
 * @param expires last day it holds
 * @param decidedBy who decided
 */
public record TierOverride(RiskTier tier, String reason, LocalDate expires, String decidedBy) {

  /** Refuses an override without a reason. */
  public TierOverride {
    if (reason.isBlank()) {
      throw new RuleViolation("OVERRIDE_NEEDS_REASON", "An override needs a reason", "/reason");
    }
  }

  /** Whether the decision still holds on a day. */
  public boolean holdsOn(LocalDate day) {
    return !day.isAfter(expires);
  }
}
