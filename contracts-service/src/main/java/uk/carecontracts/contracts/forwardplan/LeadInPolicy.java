package uk.carecontracts.contracts.forwardplan;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import uk.carecontracts.contracts.planning.PlanningRecord;
import uk.carecontracts.kit.ids.Ids;
import uk.carecontracts.kit.problem.RuleViolation;

/**
 * The policy of an authority.
 *
 * @param id identity, the same for ever for an authority
 * @param authority GSS code
 * @param terms what it says
 * @param version 0 for the default that nobody has changed
 */
public record LeadInPolicy(UUID id, String authority, PolicyTerms terms, long version)
    implements PlanningRecord {

  /** The default as it holds for an authority. */
  static LeadInPolicy standard(String authority, PolicyTerms terms) {
    return new LeadInPolicy(Ids.named("lead-in-policy:" + authority), authority, terms, 0);
  }

  /** The policy that says this from now on. */
  LeadInPolicy saying(PolicyTerms changed) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < changed.milestones().size(); i++) {
      MilestoneRule rule = changed.milestones().get(i);
      if (!seen.add(rule.decision() + " " + rule.code())) {
        throw new RuleViolation(
            "MILESTONE_TWICE",
            rule.code() + " stands twice for " + rule.decision() + ".",
            "/milestones/" + i + "/code");
      }
    }
    if (changed.otherMonths() > changed.majorMonths()) {
      throw new RuleViolation(
          "LEAD_IN_UPSIDE_DOWN",
          "A major contract needs at least the lead-in of another one.",
          "/majorMonths");
    }
    return new LeadInPolicy(id, authority, changed, version + 1);
  }
}
