package uk.carecontracts.providers.market;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.providers.locations.CareType;

/**
 * Who gets no new work from an authority on a day, and for what. A suspension is for every service,
 * or for one by its code; the code of a kind of care stands for every service of that kind.
 */
final class SuspendedProviders {

  private final Map<UUID, List<Held>> byProvider;

  /**
   * A suspension in force.
   *
   * @param providerId the provider, or a record merged with it
   * @param suspensionId the suspension
   * @param serviceType code of the service; null: every service
   * @param endsOn last day
   */
  record Held(UUID providerId, UUID suspensionId, @Nullable String serviceType, LocalDate endsOn) {

    private boolean covers(String service, CareType care) {
      return serviceType == null || serviceType.equals(service) || serviceType.equals(care.name());
    }
  }

  SuspendedProviders(Collection<Held> held) {
    byProvider = held.stream().collect(Collectors.groupingBy(Held::providerId));
  }

  /** Whether a provider is suspended from each of some services of a kind of care. */
  boolean fromAll(@Nullable UUID provider, Set<String> services, CareType care) {
    List<Held> held = held(provider);
    return !held.isEmpty()
        && services.stream()
            .allMatch(service -> held.stream().anyMatch(each -> each.covers(service, care)));
  }

  /** Every suspension of a provider, with whether it is for one of some services. */
  List<FailureImpact.Suspended> of(@Nullable UUID provider, Set<String> services, CareType care) {
    return held(provider).stream()
        .map(
            each ->
                new FailureImpact.Suspended(
                    each.suspensionId(),
                    each.serviceType(),
                    each.endsOn(),
                    services.stream().anyMatch(service -> each.covers(service, care))))
        .toList();
  }

  private List<Held> held(@Nullable UUID provider) {
    return provider == null ? List.of() : byProvider.getOrDefault(provider, List.of());
  }
}
