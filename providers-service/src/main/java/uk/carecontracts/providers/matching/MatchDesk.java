package uk.carecontracts.providers.matching;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.journal.Entry;
import uk.carecontracts.kit.journal.Journal;
import uk.carecontracts.providers.identity.NotASupplier;
import uk.carecontracts.providers.matching.SupplierMatch.Conclusion;
import uk.carecontracts.providers.register.Provider;
import uk.carecontracts.providers.register.ProviderDesk;
import uk.carecontracts.providers.register.ProviderMatcher;
import uk.carecontracts.providers.register.Providers;

/** Matches what contracts say about suppliers to provider records, and takes people's decisions. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class MatchDesk {

  private final SupplierMatchRepository matches;
  private final ProviderDesk providerDesk;
  private final ProviderMatcher matcher;
  private final Providers providers;
  private final Journal journal;
  private final Clock clock;

  MatchDesk(
      SupplierMatchRepository matches,
      ProviderDesk providerDesk,
      ProviderMatcher matcher,
      Providers providers,
      Journal journal,
      Clock clock) {
    this.matches = matches;
    this.providerDesk = providerDesk;
    this.matcher = matcher;
    this.providers = providers;
    this.journal = journal;
    this.clock = clock;
  }

  /** Matches every supplier of a contract that names no provider record itself. */
  void matchAll(ContractSeen contract) {
    List<SuppliedParty> open =
        contract.parties().stream().filter(party -> party.providerId() == null).toList();
    providerDesk.lock(open.stream().map(SuppliedParty::candidate).toList());
    open.forEach(party -> match(contract, party));
  }

  private void match(ContractSeen contract, SuppliedParty party) {
    SupplierMatch known = matches.findById(SupplierMatch.idOf(contract.id(), party.id()));
    if (known != null && known.answers(party)) {
      return;
    }
    Conclusion conclusion = conclude(contract, party);
    SupplierMatch match =
        known == null ? SupplierMatch.of(contract.id(), contract.authority(), party) : known;
    match.conclude(party, conclusion, Instant.now(clock));
    if (known == null) {
      matches.persist(match);
    }
    record(match, Map.of("reason", "Named in contract " + contract.reference()));
  }

  private Conclusion conclude(ContractSeen contract, SuppliedParty party) {
    Optional<String> nobody = NotASupplier.reason(party.name());
    if (nobody.isPresent()) {
      return new Conclusion(
          MatchStatus.NOT_A_SUPPLIER, null, 0, "NOT_A_SUPPLIER", List.of(nobody.get()), List.of());
    }
    ProviderMatcher.Found found =
        matcher.matchOrCreate(
            contract.authority(),
            party.candidate(),
            party.sme(),
            party.vcse(),
            "contract " + contract.reference() + " of " + contract.authority());
    UUID provider = Optional.ofNullable(found.provider()).map(Provider::id).orElse(null);
    return new Conclusion(
        provider == null ? MatchStatus.REVIEW : MatchStatus.MATCHED,
        provider,
        found.points(),
        found.method(),
        found.explanation(),
        found.candidates());
  }

  /**
   * Takes a person's decision.
   *
   * @param match the match in review
   * @param provider the chosen provider, or null to register the supplier as a new one
   * @param person who decided
   * @param reason why
   */
  SupplierMatch decide(SupplierMatch match, @Nullable UUID provider, String person, String reason) {
    UUID chosen =
        provider == null
            ? matcher
                .create(
                    match.authority(),
                    match.supplied().candidate(),
                    match.supplied().sme(),
                    match.supplied().vcse(),
                    "contract " + match.contractId() + ", decided by " + person)
                .id()
            : providers.requireSurvivor(provider).id();
    match.decide(chosen, person, reason, Instant.now(clock));
    record(match, Map.of("reason", reason, "decidedBy", person));
    return match;
  }

  private void record(SupplierMatch match, Map<String, String> change) {
    matches.flush();
    journal.append(
        new Entry(
            "supplier-match",
            match.id(),
            match.version(),
            "supplier.matched.v1",
            match.authority(),
            state(match),
            change));
  }

  /** The match with the provider's name. */
  SupplierMatchState state(SupplierMatch match) {
    String name =
        Optional.ofNullable(match.providerId())
            .flatMap(providers::findByIdOptional)
            .map(Provider::legalName)
            .orElse(null);
    return match.state(name);
  }

  /** The provider each supplier of a contract is, as far as known. */
  Map<String, UUID> providersOf(ContractSeen contract) {
    Map<String, UUID> known = new java.util.TreeMap<>();
    for (SuppliedParty party : contract.parties()) {
      Optional.ofNullable(party.providerId())
          .filter(id -> providers.findByIdOptional(id).isPresent())
          .or(
              () ->
                  matches
                      .findByIdOptional(SupplierMatch.idOf(contract.id(), party.id()))
                      .map(SupplierMatch::providerId))
          .ifPresent(provider -> known.put(party.id(), provider));
    }
    return known;
  }
}
