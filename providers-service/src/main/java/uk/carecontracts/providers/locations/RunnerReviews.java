package uk.carecontracts.providers.locations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.providers.register.OrganisationDecided;
import uk.carecontracts.providers.register.OrganisationDesk;
import uk.carecontracts.providers.register.OrganisationReviews;

/** Who runs a location, where a register's name fits several providers and a person must say. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class RunnerReviews {
  private final LocationRepository locations;
  private final LocationDesk desk;
  private final OrganisationReviews reviews;

  RunnerReviews(LocationRepository locations, LocationDesk desk, OrganisationReviews reviews) {
    this.locations = locations;
    this.desk = desk;
    this.reviews = reviews;
  }

  /** Adds the locations without provider to the question about who runs them. */
  void ask(Map<Location, OrganisationDesk.@Nullable Taken> named) {
    Map<UUID, Set<UUID>> undecided = new LinkedHashMap<>();
    named.forEach(
        (location, taken) -> {
          if (taken != null && taken.review() != null && location.facts().providerId() == null) {
            undecided
                .computeIfAbsent(taken.review(), review -> new LinkedHashSet<>())
                .add(location.id());
          }
        });
    reviews.concerns(undecided);
  }

  /** A person said it: locations that still have no provider get it. */
  void follow(@Observes OrganisationDecided decided) {
    for (Location location : locations.withIds(decided.locations())) {
      if (location.facts().providerId() == null) {
        desk.change(
            decided.authority(),
            location,
            changed -> changed.runBy(decided.provider()),
            decided.reason());
      }
    }
  }
}
