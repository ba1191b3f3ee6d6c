package uk.carecontracts.providers.matching;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.journal.Entry;
import uk.carecontracts.kit.journal.Journal;
import uk.carecontracts.providers.register.OrganisationDecided;
import uk.carecontracts.providers.register.OrganisationFacts;
import uk.carecontracts.providers.register.OrganisationReviews;
import uk.carecontracts.providers.register.ProviderMatcher;
import uk.carecontracts.providers.register.Providers;

/** Keeps the questions about organisations that registers name, and takes people's answers. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class NamedOrganisationDesk implements OrganisationReviews {

  private final NamedOrganisationRepository organisations;
  private final ProviderMatcher matcher;
  private final Providers providers;
  private final Event<OrganisationDecided> decided;
  private final Journal journal;
  private final Clock clock;

  NamedOrganisationDesk(
      NamedOrganisationRepository organisations,
      ProviderMatcher matcher,
      Providers providers,
      Event<OrganisationDecided> decided,
      Journal journal,
      Clock clock) {
    this.organisations = organisations;
    this.matcher = matcher;
    this.providers = providers;
    this.decided = decided;
    this.journal = journal;
    this.clock = clock;
  }

  @Override
  public Map<OrganisationFacts, UUID> decided(Collection<OrganisationFacts> named) {
    Map<UUID, UUID> known = new HashMap<>();
    Set<UUID> ids =
        named.stream().map(NamedOrganisation::idOf).collect(Collectors.toUnmodifiableSet());
    if (!ids.isEmpty()) {
      organisations
          .list("id in ?1 and status = ?2", ids, MatchStatus.MATCHED)
          .forEach(each -> known.put(each.id(), Objects.requireNonNull(each.providerId())));
    }
    Map<OrganisationFacts, UUID> answers = new HashMap<>();
    for (OrganisationFacts facts : named) {
      UUID provider = known.get(NamedOrganisation.idOf(facts));
      if (provider != null) {
        answers.put(facts, provider);
      }
    }
    return answers;
  }

  @Override
  public UUID ask(
      String authority,
      OrganisationFacts facts,
      String source,
      List<String> why,
      List<UUID> candidates) {
    UUID id = NamedOrganisation.idOf(facts);
    if (organisations.findById(id) == null) {
      NamedOrganisation asked =
          NamedOrganisation.ask(authority, facts, source, why, candidates, Instant.now(clock));
      organisations.persist(asked);
      record(asked, authority, Map.of("reason", "Named by " + source));
    }
    return id;
  }

  @Override
  public void concerns(Map<UUID, Set<UUID>> locations) {
    locations.forEach(
        (id, run) -> {
          NamedOrganisation asked = organisations.require(id);
          if (asked.runs(run)) {
            record(asked, asked.authority(), Map.of("reason", "Runs " + run.size() + " locations"));
          }
        });
  }

  /**
   * Takes a person's decision; what the organisation runs follows.
   *
   * @param authority GSS code of who decides
   * @param asked the question
   * @param provider the chosen provider, or null to register the organisation as a new one
   * @param person who decided
   * @param reason why
   */
  void decide(
      String authority,
      NamedOrganisation asked,
      @Nullable UUID provider,
      String person,
      String reason) {
    asked.requireOpen();
    UUID chosen =
        provider == null
            ? matcher
                .createApart(
                    authority,
                    asked.named().candidate(),
                    asked.named().vcse(),
                    "a register, decided by " + person)
                .id()
            : providers.requireSurvivor(provider).id();
    asked.decide(chosen, person, reason, Instant.now(clock));
    record(asked, authority, Map.of("reason", reason, "decidedBy", person));
    decided.fire(
        new OrganisationDecided(
            authority, chosen, asked.locations(), "Decided by " + person + ": " + reason));
  }

  private void record(NamedOrganisation asked, String authority, Map<String, String> change) {
    organisations.flush();
    journal.append(
        new Entry(
            "named-organisation",
            asked.id(),
            asked.version(),
            "organisation.matched.v1",
            authority,
            asked.state(),
            change));
  }
}
