package uk.carecontracts.providers.matching;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.providers.identity.Candidate;
import uk.carecontracts.providers.identity.NotASupplier;
import uk.carecontracts.providers.matching.SupplierMatch.Conclusion;
import uk.carecontracts.providers.register.Match;
import uk.carecontracts.providers.register.MatchingRound;
import uk.carecontracts.providers.register.ProviderDesk;
import uk.carecontracts.providers.register.ProviderMatcher;
import uk.carecontracts.providers.register.ProviderMatcher.Found;

/** Matches what contracts say about their suppliers to provider records, several at a time. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class ContractMatching {

  private final SupplierMatchRepository matches;
  private final MatchDesk desk;
  private final ProviderMatcher matcher;
  private final ProviderDesk providers;
  private final Clock clock;

  ContractMatching(
      SupplierMatchRepository matches,
      MatchDesk desk,
      ProviderMatcher matcher,
      ProviderDesk providers,
      Clock clock) {
    this.matches = matches;
    this.desk = desk;
    this.matcher = matcher;
    this.providers = providers;
    this.clock = clock;
  }

  /** Reads what all the contracts need, the first of its transaction that matches. */
  Round begin(List<ContractSeen> contracts) {
    Map<UUID, SupplierMatch> known = new HashMap<>();
    matches.of(partyIds(contracts)).forEach(match -> known.put(match.id(), match));
    List<Candidate> open = new ArrayList<>();
    for (ContractSeen contract : contracts) {
      for (SuppliedParty party : contract.unidentified()) {
        SupplierMatch match = known.get(SupplierMatch.idOf(contract.id(), party.id()));
        boolean answered = match != null && match.answers(party);
        if (!answered && NotASupplier.reason(party.name()).isEmpty()) {
          open.add(party.candidate());
        }
      }
    }
    Set<UUID> named =
        contracts.stream()
            .flatMap(contract -> contract.parties().stream())
            .map(SuppliedParty::providerId)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    return new Round(known, providers.onRecord(named), matcher.begin(open));
  }

  private static List<UUID> partyIds(List<ContractSeen> contracts) {
    return contracts.stream()
        .flatMap(
            contract ->
                contract.parties().stream()
                    .map(party -> SupplierMatch.idOf(contract.id(), party.id())))
        .toList();
  }

  /** The suppliers of several contracts, matched one after the other and written together. */
  final class Round {
    private final Map<UUID, SupplierMatch> known;
    private final Set<UUID> onRecord;
    private final MatchingRound records;
    private final List<SupplierMatch> fresh = new ArrayList<>();

    private Round(Map<UUID, SupplierMatch> known, Set<UUID> onRecord, MatchingRound records) {
      this.known = known;
      this.onRecord = onRecord;
      this.records = records;
    }

    /** Matches every supplier of a contract that names no provider record itself. */
    void match(ContractSeen contract) {
      contract.unidentified().forEach(party -> match(contract, party));
    }

    private void match(ContractSeen contract, SuppliedParty party) {
      UUID id = SupplierMatch.idOf(contract.id(), party.id());
      SupplierMatch match = known.get(id);
      if (match != null && match.answers(party)) {
        return;
      }
      Concluded concluded = conclude(contract, party);
      if (match == null) {
        match = SupplierMatch.of(contract.id(), contract.authority(), party);
        known.put(id, match);
        fresh.add(match);
        match.conclude(party, concluded.conclusion(), Instant.now(clock));
      } else {
        records.settle();
        match.conclude(party, concluded.conclusion(), Instant.now(clock));
        matches.flush();
      }
      desk.tell(
          match,
          concluded.providerName(),
          Map.of("reason", "Named in contract " + contract.reference()));
    }

    private Concluded conclude(ContractSeen contract, SuppliedParty party) {
      return NotASupplier.reason(party.name())
          .map(Concluded::nobody)
          .orElseGet(
              () ->
                  Concluded.of(
                      matcher.matchOrCreate(
                          records,
                          contract.authority(),
                          party.candidate(),
                          party.sme(),
                          party.vcse(),
                          "contract " + contract.reference() + " of " + contract.authority())));
    }

    /** Writes what was decided. */
    void write() {
      records.settle();
      matches.persist(fresh);
      matches.flush();
    }

    /** The provider each supplier of a contract is, as far as known. */
    Map<String, UUID> providersOf(ContractSeen contract) {
      Map<String, UUID> providers = new TreeMap<>();
      for (SuppliedParty party : contract.parties()) {
        UUID provider = providerOf(contract, party);
        if (provider != null) {
          providers.put(party.id(), provider);
        }
      }
      return providers;
    }

    private @Nullable UUID providerOf(ContractSeen contract, SuppliedParty party) {
      UUID named = party.providerId();
      if (named != null && onRecord.contains(named)) {
        return named;
      }
      SupplierMatch match = known.get(SupplierMatch.idOf(contract.id(), party.id()));
      return match == null ? null : match.providerId();
    }
  }

  /** What the rules came to, and what the provider found is called. */
  private record Concluded(Conclusion conclusion, @Nullable String providerName) {
    static Concluded nobody(String why) {
      return new Concluded(
          new Conclusion(
              MatchStatus.NOT_A_SUPPLIER, null, 0, "NOT_A_SUPPLIER", List.of(why), List.of()),
          null);
    }

    static Concluded of(Found found) {
      Match.Known provider = found.provider();
      return new Concluded(
          new Conclusion(
              provider == null ? MatchStatus.REVIEW : MatchStatus.MATCHED,
              provider == null ? null : provider.id(),
              found.points(),
              found.method(),
              found.explanation(),
              found.candidates()),
          provider == null ? null : provider.legalName());
    }
  }
}
