package uk.carecontracts.contracts.fitness;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.terms.ContractTerms;
import uk.carecontracts.contracts.terms.Party;
import uk.carecontracts.kit.problem.Problem.Violation;
import uk.carecontracts.kit.problem.RuleViolation;

/**
 * A suspended provider gets no new work: no award, no call-off, no placement. What it was awarded
 * before runs on (DOMAIN.md, S23).
 *
 * @param suspensions suspensions of the providers concerned
 * @param today the day it is judged on
 */
public record NewWorkPolicy(List<ProviderSuspension> suspensions, LocalDate today) {
  private static final String CODE = "PROVIDER_SUSPENDED";

  /** A policy that knows of no suspension. */
  public static NewWorkPolicy clear(LocalDate today) {
    return new NewWorkPolicy(List.of(), today);
  }

  /**
   * Refuses an award, and so a call-off, to a provider that is suspended today.
   *
   * @throws RuleViolation PROVIDER_SUSPENDED with a reason for each
   */
  public void checkAward(ContractTerms awarded) {
    refuse(awarded.parties(), awarded.serviceType(), "/suppliers/", suspension -> true);
  }

  /**
   * Refuses to start what was awarded to a provider while it was suspended: who a supplier is may
   * come to light only after its award. What was awarded before may start.
   *
   * @throws RuleViolation PROVIDER_SUSPENDED with a reason for each
   */
  public void checkActivation(ContractTerms terms) {
    LocalDate awarded = terms.dates().award();
    refuse(
        terms.parties(),
        terms.serviceType(),
        "/parties/",
        each -> awarded != null && !awarded.isBefore(each.startsOn()));
  }

  /**
   * Refuses to let a suspended provider become party to a running contract.
   *
   * @param place where the request lists the parties that come in
   * @throws RuleViolation PROVIDER_SUSPENDED with a reason for each
   */
  public void checkIncoming(List<Party> incoming, @Nullable String serviceType, String place) {
    refuse(incoming, serviceType, place, suspension -> true);
  }

  /** The parties suspended today for this service, as a reader is shown them. */
  public List<SuspendedParty> suspended(List<Party> parties, @Nullable String serviceType) {
    return parties.stream()
        .flatMap(party -> of(party, serviceType).map(each -> SuspendedParty.of(party, each)))
        .toList();
  }

  /**
   * Refuses a placement, or other single piece of work, to a provider that is suspended today.
   *
   * @param pointer where the request names the provider
   * @throws RuleViolation PROVIDER_SUSPENDED with a reason for each
   */
  public void checkWork(String name, @Nullable String serviceType, String pointer) {
    List<Violation> objections =
        suspensions.stream()
            .filter(each -> each.covers(serviceType) && each.inForceOn(today))
            .map(each -> new Violation(pointer, reason(name, each)))
            .toList();
    if (!objections.isEmpty()) {
      throw new RuleViolation(CODE, objections);
    }
  }

  private void refuse(
      List<Party> parties,
      @Nullable String serviceType,
      String place,
      Predicate<ProviderSuspension> counts) {
    List<Violation> objections = new ArrayList<>();
    for (int i = 0; i < parties.size(); i++) {
      Party party = parties.get(i);
      String pointer = place + i;
      of(party, serviceType)
          .filter(counts)
          .map(suspension -> new Violation(pointer, reason(party.name(), suspension)))
          .forEach(objections::add);
    }
    if (!objections.isEmpty()) {
      throw new RuleViolation(CODE, objections);
    }
  }

  private Stream<ProviderSuspension> of(Party party, @Nullable String service) {
    return suspensions.stream()
        .filter(each -> each.providerId().equals(party.providerId()))
        .filter(each -> each.covers(service) && each.inForceOn(today));
  }

  private static String reason(String name, ProviderSuspension suspension) {
    return name
        + " is suspended from new work"
        + (suspension.serviceType() == null ? "" : " in " + suspension.serviceType())
        + " from "
        + suspension.startsOn()
        + " to "
        + suspension.endsOn()
        + ": "
        + suspension.reason()
        + " It can be chosen again after that day, or once the suspension is lifted; see"
        + " /v1/providers/"
        + suspension.providerId()
        + "/suspensions.";
  }
}
