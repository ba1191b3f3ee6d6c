package uk.carecontracts.contracts.opportunities;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.money.Money;

/**
 * Contracts that could be bought together.
 *
 * @param id the same for the same contracts
 * @param kind JOINT, MERGE or VCS_OVERLAP
 * @param title what it is about
 * @param category where in the category tree they meet
 * @param clientGroup group they share, where one is stated
 * @param lead the authority with the greatest share, which might lead
 * @param partners the other authorities
 * @param combinedAnnual pounds a year together; frameworks, whose values are ceilings, count
 *     nothing
 * @param firstDecision earliest decision date
 * @param lastDecision latest decision date
 * @param earliestLeadIn the first day work has to begin, by the authorities' own policies
 * @param fit how well they go together, explained
 * @param contracts the contracts and why each is in
 */
public record Opportunity(
    UUID id,
    Match.Kind kind,
    String title,
    String category,
    @Nullable String clientGroup,
    Council lead,
    List<Council> partners,
    Money combinedAnnual,
    LocalDate firstDecision,
    LocalDate lastDecision,
    LocalDate earliestLeadIn,
    Fit fit,
    List<Member> contracts) {

  /** An authority by its code and name. */
  public record Council(String code, String name) {}

  /**
   * A contract that is in.
   *
   * @param contractId the contract
   * @param authority whose it is
   * @param reference its reference
   * @param title its title
   * @param annual pounds a year
   * @param decisionDate by when it must be decided what follows
   * @param dateKind END, or the notice of the caller's own options and clauses
   * @param why why it is in
   */
  public record Member(
      UUID contractId,
      String authority,
      String reference,
      String title,
      Money annual,
      LocalDate decisionDate,
      String dateKind,
      List<String> why) {}
}
