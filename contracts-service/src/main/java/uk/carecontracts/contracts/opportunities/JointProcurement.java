package uk.carecontracts.contracts.opportunities;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.planning.PlanningRecord;
import uk.carecontracts.kit.ids.Ids;
import uk.carecontracts.kit.problem.RuleViolation;

/**
 * What an authority made of an opportunity.
 *
 * @param id identity
 * @param authority GSS code of the lead authority
 * @param title what it is about
 * @param contracts the contracts that are to be bought together
 * @param partners GSS codes of the other authorities
 * @param status ADOPTED, ABANDONED or DISMISSED
 * @param projectId the commissioning project that carries it out
 * @param reason why it was adopted, abandoned or dismissed
 * @param version raised by every change; also its entity tag
 */
public record JointProcurement(
    UUID id,
    String authority,
    String title,
    List<UUID> contracts,
    List<String> partners,
    Status status,
    @Nullable UUID projectId,
    @Nullable String reason,
    long version)
    implements PlanningRecord {
  /** What was made of an opportunity. */
  public enum Status {
    /** It is being bought together. */
    ADOPTED,
    /** It was, and was given up. */
    ABANDONED,
    /** It was put aside. */
    DISMISSED
  }

  /** Adopted by its lead authority. */
  static JointProcurement adopted(
      String lead,
      String title,
      List<UUID> contracts,
      List<String> partners,
      @Nullable String reason) {
    return new JointProcurement(
        Ids.next(), lead, title, contracts, partners, Status.ADOPTED, null, reason, 1);
  }

  /** Put aside by an authority. */
  static JointProcurement dismissed(
      String authority, String title, List<UUID> contracts, String reason) {
    return new JointProcurement(
        Ids.next(), authority, title, contracts, List.of(), Status.DISMISSED, null, reason, 1);
  }

  /** The same, carried out by a project; still the first version, not yet kept. */
  JointProcurement carriedOutBy(UUID project) {
    return new JointProcurement(
        id, authority, title, contracts, partners, status, project, reason, version);
  }

  /** Given up: its contracts can be suggested again. */
  JointProcurement abandoned(String why) {
    if (status != Status.ADOPTED) {
      throw new RuleViolation(
          "WRONG_STATUS", "Only an adopted one can be given up; it is " + status);
    }
    return new JointProcurement(
        id, authority, title, contracts, partners, Status.ABANDONED, projectId, why, version + 1);
  }
}
