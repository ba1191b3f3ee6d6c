package uk.carecontracts.contracts.fitness;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.terms.ContractTerms;
import uk.carecontracts.contracts.terms.Party;

/** What the caller's authority must know of suspensions before it gives new work. */
@ApplicationScoped
public class Suspensions {
  private final SuspensionRepository held;
  private final Clock clock;

  Suspensions(SuspensionRepository held, Clock clock) {
    this.held = held;
    this.clock = clock;
  }

  /**
   * The policy as it stands today for these suppliers.
   *
   * @param authority whose suspensions count: the one that gives the work, whoever asks
   */
  public NewWorkPolicy policyFor(String authority, List<Party> suppliers) {
    LocalDate today = LocalDate.now(clock);
    Set<UUID> providers =
        suppliers.stream()
            .map(Party::providerId)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    return providers.isEmpty()
        ? NewWorkPolicy.clear(today)
        : new NewWorkPolicy(of(authority, providers, today), today);
  }

  private List<ProviderSuspension> of(String authority, Set<UUID> providers, LocalDate today) {
    return held.notEnded(providers, today).stream()
        .filter(each -> each.authority().equals(authority))
        .toList();
  }

  /**
   * Refuses to let a suspended provider become party to a contract that was awarded.
   *
   * @param held the parties it has
   * @param changed what it is to say
   */
  public void refuseJoining(String authority, List<Party> held, ContractTerms changed) {
    List<Party> joining =
        changed.parties().stream()
            .filter(each -> each.providerId() != null && held.stream().noneMatch(each::isAlso))
            .toList();
    policyFor(authority, joining).checkIncoming(joining, changed.serviceType(), "/parties/");
  }

  /**
   * Refuses a single piece of new work, such as a placement, to a provider suspended today.
   *
   * @param authority the one that gives the work
   * @param provider its record; nothing is known of one without
   * @param pointer where the request names the provider
   */
  public void refuseNewWork(
      String authority,
      @Nullable UUID provider,
      String name,
      @Nullable String serviceType,
      String pointer) {
    if (provider != null) {
      LocalDate today = LocalDate.now(clock);
      new NewWorkPolicy(of(authority, Set.of(provider), today), today)
          .checkWork(name, serviceType, pointer);
    }
  }
}
