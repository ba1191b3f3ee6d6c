package uk.carecontracts.providers.matching;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.journal.Entry;
import uk.carecontracts.kit.journal.Journal;
import uk.carecontracts.providers.register.Provider;
import uk.carecontracts.providers.register.ProviderMatcher;
import uk.carecontracts.providers.register.Providers;

/** Takes people's decisions about suppliers, and tells of every match. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class MatchDesk {

  private final SupplierMatchRepository matches;
  private final ProviderMatcher matcher;
  private final Providers providers;
  private final Journal journal;
  private final Clock clock;

  MatchDesk(
      SupplierMatchRepository matches,
      ProviderMatcher matcher,
      Providers providers,
      Journal journal,
      Clock clock) {
    this.matches = matches;
    this.matcher = matcher;
    this.providers = providers;
    this.journal = journal;
    this.clock = clock;
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
    matches.flush();
    tell(match, providerName(match), Map.of("reason", reason, "decidedBy", person));
    return match;
  }

  /** Has the world know of a match that was written, or is new and going to be. */
  void tell(SupplierMatch match, @Nullable String providerName, Map<String, String> change) {
    journal.append(
        new Entry(
            "supplier-match",
            match.id(),
            match.version(),
            "supplier.matched.v1",
            match.authority(),
            match.state(providerName),
            change));
  }

  /** The match with the provider's name. */
  SupplierMatchState state(SupplierMatch match) {
    return match.state(providerName(match));
  }

  private @Nullable String providerName(SupplierMatch match) {
    return Optional.ofNullable(match.providerId())
        .flatMap(providers::findByIdOptional)
        .map(Provider::legalName)
        .orElse(null);
  }
}
