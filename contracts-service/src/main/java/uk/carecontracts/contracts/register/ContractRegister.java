package uk.carecontracts.contracts.register;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.register.ProviderRedirects.Affected;
import uk.carecontracts.contracts.terms.ContractState;
import uk.carecontracts.contracts.terms.ContractTerms;
import uk.carecontracts.contracts.terms.Party;
import uk.carecontracts.kit.journal.Entry;
import uk.carecontracts.kit.journal.Journal;
import uk.carecontracts.kit.problem.ProblemException;

/** Keeps the register: every change is a verb of a contract, recorded with what changed and why. */
@ApplicationScoped
public class ContractRegister {
  private final Contracts contracts;
  private final Ownership ownership;
  private final Journal journal;
  private final ProviderRedirects redirects;
  private final StateComparison comparison;
  private final ValueLimits limits;
  private final Clock clock;

  ContractRegister(
      Contracts contracts,
      Ownership ownership,
      Journal journal,
      ProviderRedirects redirects,
      StateComparison comparison,
      ValueLimits limits,
      Clock clock) {
    this.contracts = contracts;
    this.ownership = ownership;
    this.journal = journal;
    this.redirects = redirects;
    this.comparison = comparison;
    this.limits = limits;
    this.clock = clock;
  }

  /** A step in a contract's life, at an instant. */
  public interface Verb {
    /** Takes the step, or refuses it with its reasons. */
    void apply(Contract contract, Instant now);
  }

  /** Enters a new contract. */
  public ContractState draft(String authority, ContractTerms terms) {
    if (contracts.referencesTaken(authority, List.of(terms.reference())).size() > 0) {
      throw ProblemException.conflict(
          "REFERENCE_TAKEN",
          "The reference '" + terms.reference() + "' is another contract's of " + authority + ".");
    }
    Contract contract = Contract.draft(authority, terms, clock.instant());
    Map<Affected, UUID> merged = followMerges(contract, List.of());
    contracts.add(contract);
    contracts.flush();
    merged.forEach(redirects::remember);
    record(ContractEvent.DRAFTED, null, contract, null);
    return contract.state();
  }

  /** A contract of the caller's authority; 404, or 403 for a public one of another authority. */
  public Contract require(UUID id) {
    return contracts
        .find(id)
        .orElseThrow(
            () -> {
              ownership.refuseIfPublicElsewhere(id);
              return ProblemException.notFound("contract", id);
            });
  }

  /**
   * Takes a step in a contract's life.
   *
   * @param check refuses a version that is not the one the caller read
   * @param reason why, for the history
   */
  public ContractState change(
      UUID id, LongConsumer check, ContractEvent event, @Nullable String reason, Verb verb) {
    Contract contract = require(id);
    check.accept(contract.version());
    return apply(contract, event, reason, verb);
  }

  /** Takes a step in the life of a contract at hand and records it. */
  public ContractState apply(
      Contract contract, ContractEvent event, @Nullable String reason, Verb verb) {
    ContractState before = contract.state();
    verb.apply(contract, clock.instant());
    limits.check(before, contract.terms().values().total());
    Map<Affected, UUID> merged = followMerges(contract, before.parties());
    contracts.flush();
    merged.forEach(redirects::remember);
    record(event, before, contract, reason);
    return contract.state();
  }

  /** The provider record that speaks for one, after every merge known here. */
  public UUID speakerFor(UUID provider) {
    return redirects.survivor(provider);
  }

  /** Whoever is named by a merged provider record is linked to the one that speaks for it. */
  private Map<Affected, UUID> followMerges(Contract contract, List<Party> before) {
    List<Party> named =
        contract.terms().parties().stream()
            .filter(party -> party.providerId() != null && !before.contains(party))
            .toList();
    Map<UUID, UUID> survivors =
        redirects.merged(named.stream().map(Party::providerId).distinct().toList());
    Map<Affected, UUID> moved = new LinkedHashMap<>();
    for (Party party : named) {
      UUID stated = Objects.requireNonNull(party.providerId());
      UUID survivor = survivors.get(stated);
      if (survivor != null) {
        UUID id = Objects.requireNonNull(party.id());
        contract.identifySupplier(id, survivor, clock.instant());
        moved.put(new Affected(contract.id(), id, contract.authority(), stated), survivor);
      }
    }
    return moved;
  }

  private void record(
      ContractEvent event,
      @Nullable ContractState before,
      Contract contract,
      @Nullable String reason) {
    journal.append(entry(event, before, contract.state(), reason));
  }

  /** The journal entry of a change, for those who record many at once. */
  public Entry entry(
      ContractEvent event,
      @Nullable ContractState before,
      ContractState after,
      @Nullable String reason) {
    return new Entry(
        ContractEvent.AGGREGATE,
        after.id(),
        after.version(),
        event.type(),
        after.authority(),
        after,
        new ContractChange(comparison.between(before, after), reason));
  }
}
