package uk.carecontracts.providers.locations;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import uk.carecontracts.providers.identity.Candidate;
import uk.carecontracts.providers.identity.MatchScore.Method;
import uk.carecontracts.providers.register.Provider;
import uk.carecontracts.providers.register.ProviderDesk;
import uk.carecontracts.providers.register.ProviderMatcher;
import uk.carecontracts.providers.register.Providers;

/**
 * Finds or makes the provider records of the registered providers that a file names. One spelling
 * in one area is one provider: the regulator's register spells each alike on every row.
 */
@ApplicationScoped
class HomeProviders {

  private final ProviderDesk desk;
  private final ProviderMatcher matcher;
  private final Providers providers;

  HomeProviders(ProviderDesk desk, ProviderMatcher matcher, Providers providers) {
    this.desk = desk;
    this.matcher = matcher;
    this.providers = providers;
  }

  /** Provider records by the name as the files spell it. */
  Map<String, UUID> among(
      String authority, Collection<StoredSighting> sightings, Collection<Location> locations) {
    SortedSet<String> names = new TreeSet<>();
    sightings.stream()
        .map(sighting -> sighting.row().providerName())
        .filter(Objects::nonNull)
        .forEach(names::add);
    desk.lock(names.stream().map(Candidate::named).toList());
    Map<String, UUID> found = knownIn(locations);
    found.keySet().retainAll(names);
    for (String name : names) {
      if (!found.containsKey(name)) {
        match(authority, name, found);
      }
    }
    return found;
  }

  private Map<String, UUID> knownIn(Collection<Location> locations) {
    SortedSet<UUID> ids = new TreeSet<>();
    locations.stream()
        .map(location -> location.facts().providerId())
        .filter(Objects::nonNull)
        .forEach(ids::add);
    Map<String, UUID> known = new HashMap<>();
    if (!ids.isEmpty()) {
      for (Provider provider : providers.list("id in ?1", ids)) {
        known.put(provider.legalName(), provider.id());
      }
    }
    return known;
  }

  /** The register's spelling is exact: a merely similar name is another provider. */
  private void match(String authority, String name, Map<String, UUID> found) {
    Candidate candidate = Candidate.named(name);
    ProviderMatcher.Found match =
        matcher.matchOrCreate(authority, candidate, null, null, "the care-home directory");
    if (match.provider() != null) {
      found.put(name, match.provider().id());
    } else if (match.method().equals(Method.SIMILAR_NAME.name())) {
      found.put(
          name, matcher.create(authority, candidate, null, null, "the care-home directory").id());
    }
  }
}
