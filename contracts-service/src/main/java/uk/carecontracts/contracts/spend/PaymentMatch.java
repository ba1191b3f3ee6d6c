package uk.carecontracts.contracts.spend;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Under which contract a payment is.
 *
 * @param status matched, ambiguous or off contract
 * @param reason by what, or why not
 * @param contractId the contract, when matched
 */
record PaymentMatch(PaymentStatus status, MatchReason reason, @Nullable UUID contractId) {
  /** A payment whose supplier is withheld. */
  static final PaymentMatch WITHHELD =
      new PaymentMatch(PaymentStatus.REDACTED, MatchReason.SUPPLIER_WITHHELD, null);

  /**
   * A contract with the supplier.
   *
   * @param contractId the contract
   * @param start its first day
   * @param end its last day
   * @param settledBy the last day on which its invoices fall due
   * @param proclass its ProClass code
   * @param identified found by identifier or provider record rather than by name alone
   * @param assigned a keeper said that the supplier is paid under it
   */
  record Candidate(
      UUID contractId,
      @Nullable LocalDate start,
      @Nullable LocalDate end,
      @Nullable LocalDate settledBy,
      @Nullable String proclass,
      boolean identified,
      boolean assigned) {
    boolean covers(LocalDate day) {
      return !beforeStart(day) && (end == null || !day.isAfter(end));
    }

    boolean settles(LocalDate day) {
      return !beforeStart(day) && (settledBy == null || !day.isAfter(settledBy));
    }

    private boolean beforeStart(LocalDate day) {
      return start != null && day.isBefore(start);
    }
  }

  /**
   * Decides by what a keeper assigned, then identifiers, then names, each within the contract's
   * dates; a contract that has just ended takes payments for as long as its invoices may fall due,
   * unless another covers the day. Between several the category of the line tells.
   */
  static PaymentMatch decide(
      LocalDate paidOn, @Nullable String proclass, List<Candidate> candidates) {
    List<Candidate> open = inDate(paidOn, candidates);
    if (open.isEmpty()) {
      return new PaymentMatch(
          PaymentStatus.OFF_CONTRACT,
          candidates.isEmpty() ? MatchReason.NO_CONTRACT : MatchReason.OUTSIDE_CONTRACT_DATES,
          null);
    }
    List<UUID> assigned = contracts(open, Candidate::assigned);
    if (assigned.size() == 1) {
      return matched(MatchReason.ASSIGNED, assigned);
    }
    boolean identified = open.stream().anyMatch(Candidate::identified);
    List<Candidate> best = open.stream().filter(each -> each.identified() == identified).toList();
    List<UUID> all = contracts(best, each -> true);
    if (all.size() == 1) {
      return matched(identified ? MatchReason.IDENTIFIER : MatchReason.NAME, all);
    }
    List<UUID> ofCategory =
        contracts(best, each -> proclass != null && proclass.equals(each.proclass()));
    return ofCategory.size() == 1
        ? matched(
            identified ? MatchReason.IDENTIFIER_AND_CATEGORY : MatchReason.NAME_AND_CATEGORY,
            ofCategory)
        : new PaymentMatch(PaymentStatus.AMBIGUOUS, MatchReason.SEVERAL_CONTRACTS, null);
  }

  private static List<Candidate> inDate(LocalDate paidOn, List<Candidate> candidates) {
    List<Candidate> covering = candidates.stream().filter(each -> each.covers(paidOn)).toList();
    return covering.isEmpty()
        ? candidates.stream().filter(each -> each.settles(paidOn)).toList()
        : covering;
  }

  private static List<UUID> contracts(List<Candidate> candidates, Predicate<Candidate> which) {
    return candidates.stream().filter(which).map(Candidate::contractId).distinct().toList();
  }

  private static PaymentMatch matched(MatchReason reason, List<UUID> one) {
    return new PaymentMatch(PaymentStatus.MATCHED, reason, one.get(0));
  }
}
