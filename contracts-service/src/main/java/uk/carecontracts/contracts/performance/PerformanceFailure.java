package uk.carecontracts.contracts.performance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.planning.PlanningRecord;
import uk.carecontracts.contracts.register.Contract;
import uk.carecontracts.contracts.terms.Party;
import uk.carecontracts.contracts.terms.PartyRole;
import uk.carecontracts.contracts.terms.Regime;
import uk.carecontracts.kit.ids.Ids;
import uk.carecontracts.kit.problem.RuleViolation;

/**
 * A supplier breached a contract with consequences, or failed to improve (DOMAIN.md, S24).
 *
 * @param id identity
 * @param authority GSS code of the authority that records it
 * @param contractId the contract
 * @param status whether it stands
 * @param facts what is said of it: the body of a correction
 * @param suppliers who failed
 * @param appliesFrom the day from which a notice is owed, where it is
 * @param published whether it is open data as it stands
 * @param disclosed whether it is or once was open data
 * @param withdrawnBecause why it does not stand, when it does not
 * @param recordedAt when it was recorded
 * @param updatedAt when it last changed
 * @param version raised by each change
 */
public record PerformanceFailure(
    UUID id,
    String authority,
    UUID contractId,
    FailureStatus status,
    FailureFacts facts,
    List<FailureSupplier> suppliers,
    LocalDate appliesFrom,
    boolean published,
    boolean disclosed,
    @Nullable String withdrawnBecause,
    Instant recordedAt,
    Instant updatedAt,
    long version)
    implements PlanningRecord {

  /**
   * Records a failure under a contract.
   *
   * @throws RuleViolation PERFORMANCE_FAILURE_UNFOUNDED with every reason
   */
  static PerformanceFailure record(
      Contract contract, FailureFacts facts, LocalDate today, Instant now) {
    return of(contract, facts, null, today, now);
  }

  /**
   * Says it better.
   *
   * @throws RuleViolation PERFORMANCE_FAILURE_UNFOUNDED with every reason, WRONG_STATUS once it was
   *     withdrawn
   */
  PerformanceFailure corrected(
      Contract contract, FailureFacts better, LocalDate today, Instant now) {
    requireStanding();
    return of(contract, better, this, today, now);
  }

  private static PerformanceFailure of(
      Contract contract,
      FailureFacts facts,
      @Nullable PerformanceFailure before,
      LocalDate today,
      Instant now) {
    List<FailureSupplier> known = answerable(contract, before);
    FailurePolicy.check(new FailurePolicy.Recording(contract, facts, known, today));
    boolean published =
        facts.publish() == null ? contract.terms().regime() == Regime.FULL_ACT : facts.publish();
    return new PerformanceFailure(
        before == null ? Ids.next() : before.id(),
        contract.authority(),
        contract.id(),
        FailureStatus.RECORDED,
        facts,
        failed(facts, before, known),
        facts.appliesFrom().orElseThrow(),
        published,
        published || (before != null && before.disclosed()),
        null,
        before == null ? now : before.recordedAt(),
        now,
        before == null ? 1 : before.version() + 1);
  }

  /** Those that are named; a correction without names blames nobody who came later. */
  private static List<FailureSupplier> failed(
      FailureFacts facts, @Nullable PerformanceFailure before, List<FailureSupplier> known) {
    if (facts.suppliers().isEmpty()) {
      return before == null ? known : before.suppliers();
    }
    return known.stream().filter(each -> facts.suppliers().contains(each.partyId())).toList();
  }

  /** Who answers for the contract, and whom the record named when they still did. */
  private static List<FailureSupplier> answerable(
      Contract contract, @Nullable PerformanceFailure before) {
    Stream<FailureSupplier> now =
        contract.terms().parties().stream()
            .filter(party -> party.role() != PartyRole.SUBCONTRACTOR)
            .map(PerformanceFailure::supplier);
    Stream<FailureSupplier> then = before == null ? Stream.empty() : before.suppliers().stream();
    return List.copyOf(
        Stream.concat(then, now)
            .collect(
                Collectors.toMap(
                    FailureSupplier::partyId,
                    each -> each,
                    (first, second) -> first,
                    LinkedHashMap::new))
            .values());
  }

  private static FailureSupplier supplier(Party party) {
    return new FailureSupplier(
        Objects.requireNonNull(party.id()), party.name(), party.providerId());
  }

  /**
   * It was recorded wrongly.
   *
   * @throws RuleViolation WRONG_STATUS once it was withdrawn
   */
  PerformanceFailure withdrawn(String because, Instant now) {
    requireStanding();
    return new PerformanceFailure(
        id,
        authority,
        contractId,
        FailureStatus.WITHDRAWN,
        facts,
        suppliers,
        appliesFrom,
        false,
        disclosed,
        because,
        recordedAt,
        now,
        version + 1);
  }

  private void requireStanding() {
    if (status == FailureStatus.WITHDRAWN) {
      throw new RuleViolation("WRONG_STATUS", "It was withdrawn already.");
    }
  }
}
