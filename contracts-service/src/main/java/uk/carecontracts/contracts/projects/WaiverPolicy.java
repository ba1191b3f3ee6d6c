package uk.carecontracts.contracts.projects;

import java.util.List;
import uk.carecontracts.kit.problem.RuleViolation;

/** What it takes to leave something out (DOMAIN.md, S5). */
final class WaiverPolicy {
  /** Shorter than this is no full explanation. */
  static final int FULL_EXPLANATION = 100;

  private WaiverPolicy() {}

  /**
   * A reason always; for leaving out people who use the service, a full explanation and the lesser
   * steps that would not do.
   */
  static void check(ChecklistItem item, String reason, List<ChecklistItem.LesserStep> lesser) {
    if (!item.serviceUsers()) {
      return;
    }
    if (reason.strip().length() < FULL_EXPLANATION) {
      throw new RuleViolation(
          "SERVICE_USERS_LEFT_OUT",
          "Leaving out people who use the service needs a full explanation, of at least "
              + FULL_EXPLANATION
              + " characters.",
          "/reason");
    }
    if (lesser.isEmpty()) {
      throw new RuleViolation(
          "SERVICE_USERS_LEFT_OUT",
          "Say which lesser steps were looked at, such as asking a few people or an advocate, and"
              + " why each would not do.",
          "/lesserSteps");
    }
  }
}
