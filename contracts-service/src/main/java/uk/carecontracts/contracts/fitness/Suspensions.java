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

  /** The policy as it stands today for these suppliers. */
  public NewWorkPolicy policyFor(List<Party> suppliers) {
    LocalDate today = LocalDate.now(clock);
    Set<UUID> providers =
        suppliers.stream()
            .map(Party::providerId)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    return providers.isEmpty()
        ? NewWorkPolicy.clear(today)
        : new NewWorkPolicy(held.notEnded(providers, today), today);
  }

  /**
   * Refuses a single piece of new work, such as a placement, to a provider suspended today.
   *
   * @param provider its record; nothing is known of one without
   * @param pointer where the request names the provider
   */
  public void refuseNewWork(
      @Nullable UUID provider, String name, @Nullable String serviceType, String pointer) {
    if (provider != null) {
      LocalDate today = LocalDate.now(clock);
      new NewWorkPolicy(held.notEnded(Set.of(provider), today), today)
          .checkWork(name, serviceType, pointer);
    }
  }
}
