package uk.carecontracts.contracts.forwardplan;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.options.DecisionKind;

/**
 * Which decisions are wanted; those given must all hold.
 *
 * @param authority GSS code
 * @param contractId one contract
 * @param kinds kinds of decision, none for every kind
 * @param from first decision day; overdue reviews of the year before it come along
 * @param to last decision day
 * @param category ProClass or CPV code, or its beginning
 * @param clientGroup client group
 */
public record PlanScope(
    String authority,
    @Nullable UUID contractId,
    List<DecisionKind> kinds,
    LocalDate from,
    @Nullable LocalDate to,
    @Nullable String category,
    @Nullable String clientGroup) {

  /** Everything that is to be decided about an authority's contracts from a day on. */
  public static PlanScope all(String authority, LocalDate from) {
    return new PlanScope(authority, null, List.of(), from, null, null, null);
  }

  /** Everything that is to be decided about one contract from a day on. */
  static PlanScope of(String authority, UUID contractId, LocalDate from) {
    return new PlanScope(authority, contractId, List.of(), from, null, null, null);
  }
}
