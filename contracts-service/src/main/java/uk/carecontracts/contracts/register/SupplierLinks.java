package uk.carecontracts.contracts.register;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.register.ProviderRedirects.Affected;

/**
 * Keeps parties of contracts linked to the provider record that speaks for them: when records are
 * merged the links follow, and go back when a merge is taken back.
 */
@ApplicationScoped
class SupplierLinks {
  private final Contracts contracts;
  private final ContractRegister register;
  private final ProviderRedirects redirects;
  private final Event<ProviderSpokenFor> spokenFor;

  SupplierLinks(
      Contracts contracts,
      ContractRegister register,
      ProviderRedirects redirects,
      Event<ProviderSpokenFor> spokenFor) {
    this.contracts = contracts;
    this.register = register;
    this.redirects = redirects;
    this.spokenFor = spokenFor;
  }

  /** Links a party to the record that speaks for its provider; nothing happens when it is. */
  void identify(UUID contractId, UUID partyId, UUID providerId, String reason) {
    redirects.lock();
    UUID shown = redirects.survivor(providerId);
    Optional<Contract> found =
        contracts.find(contractId).filter(contract -> contract.wouldIdentify(partyId, shown));
    found.ifPresent(
        contract ->
            link(
                contract,
                List.of(new Affected(contractId, partyId, contract.authority(), providerId)),
                shown,
                reason));
  }

  /** Takes note of what a provider record says of itself; its parties and placements follow. */
  void follow(UUID provider, long version, @Nullable UUID mergedInto, String reason) {
    redirects.lock();
    UUID before = redirects.survivor(provider);
    if (!redirects.learn(provider, version, mergedInto)) {
      return;
    }
    UUID shown = redirects.survivor(provider);
    if (!shown.equals(before)) {
      spokenFor.fire(new ProviderSpokenFor(provider, shown, reason));
    }
    Map<UUID, List<Affected>> affected =
        redirects.notShowing(provider, shown).stream()
            .collect(
                Collectors.groupingBy(Affected::contractId, TreeMap::new, Collectors.toList()));
    Map<UUID, Contract> found = contracts.findAll(affected.keySet());
    affected.forEach(
        (id, parties) ->
            Optional.ofNullable(found.get(id))
                .ifPresent(contract -> link(contract, parties, shown, reason)));
  }

  private void link(Contract contract, List<Affected> parties, UUID shown, String reason) {
    register.apply(
        contract,
        ContractEvent.SUPPLIER_IDENTIFIED,
        reason,
        (each, now) ->
            parties.forEach(party -> each.identifySupplier(party.partyId(), shown, now)));
    parties.forEach(party -> redirects.remember(party, shown));
  }
}
