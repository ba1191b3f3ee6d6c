package uk.carecontracts.contracts.opportunities;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Contracts that meet.
 *
 * @param kind what could be done with them
 * @param node where in the category tree they meet
 * @param clientGroup the group they share, null when nobody stated one
 * @param lead the authority around which they lie
 * @param members the contracts by decision date
 */
record Match(
    Kind kind,
    CategoryTree.Node node,
    @Nullable String clientGroup,
    String lead,
    List<Candidate> members) {
  /** What could be done with contracts that meet. */
  public enum Kind {
    /** Two or more authorities could buy together. */
    JOINT,
    /** One authority could make one contract of several. */
    MERGE,
    /** Voluntary organisations do the same for the same people of one authority. */
    VCS_OVERLAP
  }

  /** Whether an authority has a contract in it. */
  boolean involves(String authority) {
    return members.stream().anyMatch(each -> each.authority().equals(authority));
  }
}
