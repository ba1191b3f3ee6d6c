package uk.carecontracts.providers.market;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import uk.carecontracts.kit.tenancy.Acting;
import uk.carecontracts.kit.tenancy.Tenancy;
import uk.carecontracts.providers.locations.CareType;
import uk.carecontracts.providers.market.FailureImpact.Alternative;
import uk.carecontracts.providers.market.FailureRepository.Open;
import uk.carecontracts.providers.market.FailureRepository.Placed;
import uk.carecontracts.providers.ownership.Hierarchy;
import uk.carecontracts.providers.ownership.Owners;
import uk.carecontracts.providers.register.Provider;
import uk.carecontracts.providers.register.Providers;

/**
 * Works out what a provider's end would leave uncovered. It reads across authorities: a failure
 * hits all of them, and the others' contracts are public; of their people it gives numbers only.
 */
@ApplicationScoped
class FailureDesk {

  private static final BigDecimal KM_PER_DEGREE = BigDecimal.valueOf(111);

  private final FailureRepository figures;
  private final Owners owners;
  private final Providers providers;

  FailureDesk(FailureRepository figures, Owners owners, Providers providers) {
    this.figures = figures;
    this.owners = owners;
    this.providers = providers;
  }

  /**
   * What is asked.
   *
   * @param authority GSS code of the caller's authority, empty without
   * @param providerId the provider
   * @param wholeGroup whether everything its ultimate owner owns stops with it
   * @param day the day
   * @param radiusKm how far an alternative may be
   * @param most alternatives for each location
   */
  record Question(
      String authority,
      UUID providerId,
      boolean wholeGroup,
      LocalDate day,
      BigDecimal radiusKm,
      int most) {}

  /** What every authority's rows say. */
  private record Everywhere(
      List<Placed> placed, List<FailureImpact.ContractHit> contracts, Map<UUID, Long> taken) {}

  FailureImpact impact(Question asked) {
    UUID provider = providers.requireSurvivor(asked.providerId()).id();
    Set<UUID> stopping = stopping(provider, asked);
    Set<UUID> family = figures.family(stopping);
    List<Open> run = figures.run(family, asked.day());
    List<Open> others = run.isEmpty() ? List.of() : others(run, family, asked);
    SuspendedProviders suspended = figures.suspended(asked.day());
    Everywhere all =
        everywhere(
            () ->
                new Everywhere(
                    figures.placements(family, asked.day()),
                    figures.contracts(family, asked.day()),
                    taken(run, others, asked.day())));
    Alternatives alternatives = new Alternatives(others, all.taken(), suspended, asked);
    List<FailureImpact.LocationHit> locations =
        run.stream()
            .map(location -> alternatives.of(location, services(location, all.placed())))
            .toList();
    List<FailureImpact.AuthorityHit> authorities = authorities(all);
    return new FailureImpact(
        asked.day(),
        provider,
        asked.wholeGroup(),
        names(stopping),
        authorities.stream().mapToLong(FailureImpact.AuthorityHit::people).sum(),
        all.placed().size(),
        hours(all.placed()),
        run.stream().map(Open::beds).filter(Objects::nonNull).mapToLong(Integer::longValue).sum(),
        value(all.contracts()),
        authorities,
        locations,
        care(all.placed(), locations),
        all.contracts(),
        all.placed().stream()
            .filter(placed -> placed.authority().equals(asked.authority()))
            .map(Placed::id)
            .toList());
  }

  /** Services placed at a location; what names none is of the location's kind of care. */
  private static Set<String> services(Open location, List<Placed> placed) {
    String kind = location.careType().name();
    Set<String> services =
        placed.stream()
            .filter(each -> location.id().equals(each.locationId()))
            .map(each -> Objects.requireNonNullElse(each.serviceType(), kind))
            .collect(Collectors.toSet());
    return services.isEmpty() ? Set.of(kind) : services;
  }

  private static <T> T everywhere(Supplier<T> reading) {
    return Tenancy.callAs(
        Acting.system("market"), () -> QuarkusTransaction.requiringNew().call(reading::get));
  }

  private Map<UUID, Long> taken(List<Open> run, List<Open> others, LocalDate day) {
    List<UUID> ids = new ArrayList<>();
    run.forEach(location -> ids.add(location.id()));
    others.forEach(location -> ids.add(location.id()));
    return figures.taken(ids, day);
  }

  private Set<UUID> stopping(UUID provider, Question asked) {
    if (!asked.wholeGroup()) {
      return Set.of(provider);
    }
    Hierarchy hierarchy = owners.hierarchy();
    return hierarchy.group(hierarchy.top(provider, asked.day()), asked.day());
  }

  private List<FailureImpact.Stopping> names(Set<UUID> stopping) {
    List<FailureImpact.Stopping> names = new ArrayList<>();
    for (Provider provider : providers.list("id in ?1 order by sortName, id", stopping)) {
      names.add(new FailureImpact.Stopping(provider.id(), provider.legalName()));
    }
    return names;
  }

  private List<Open> others(List<Open> run, Set<UUID> family, Question asked) {
    Set<CareType> kinds = EnumSet.noneOf(CareType.class);
    Set<String> areas = new TreeSet<>();
    run.forEach(
        location -> {
          kinds.add(location.careType());
          areas.add(location.area());
        });
    return figures.near(kinds, areas, asked.day(), box(run, asked.radiusKm())).stream()
        .filter(other -> other.providerId() == null || !family.contains(other.providerId()))
        .toList();
  }

  /** Least and greatest latitude and longitude that may be near enough; degrees of 60° north. */
  private static BigDecimal[] box(List<Open> run, BigDecimal radiusKm) {
    BigDecimal high = radiusKm.divide(KM_PER_DEGREE, 6, RoundingMode.UP);
    BigDecimal wide = high.multiply(BigDecimal.valueOf(2));
    List<BigDecimal> north =
        run.stream().map(Open::latitude).filter(Objects::nonNull).sorted().toList();
    List<BigDecimal> east =
        run.stream().map(Open::longitude).filter(Objects::nonNull).sorted().toList();
    if (north.isEmpty() || east.isEmpty()) {
      BigDecimal nowhere = BigDecimal.valueOf(999);
      return new BigDecimal[] {nowhere, nowhere, nowhere, nowhere};
    }
    return new BigDecimal[] {
      north.get(0).subtract(high),
      north.get(north.size() - 1).add(high),
      east.get(0).subtract(wide),
      east.get(east.size() - 1).add(wide)
    };
  }

  private static List<FailureImpact.AuthorityHit> authorities(Everywhere all) {
    Set<String> codes = new TreeSet<>();
    all.placed().forEach(placed -> codes.add(placed.authority()));
    all.contracts().forEach(contract -> codes.add(contract.authority()));
    List<FailureImpact.AuthorityHit> hits = new ArrayList<>();
    for (String code : codes) {
      List<Placed> placed = all.placed().stream().filter(p -> p.authority().equals(code)).toList();
      List<FailureImpact.ContractHit> contracts =
          all.contracts().stream().filter(c -> c.authority().equals(code)).toList();
      hits.add(
          new FailureImpact.AuthorityHit(
              code,
              people(placed),
              placed.size(),
              hours(placed),
              contracts.stream().map(FailureImpact.ContractHit::contractId).distinct().count(),
              value(contracts)));
    }
    hits.sort(
        Comparator.comparing(FailureImpact.AuthorityHit::people)
            .thenComparing(FailureImpact.AuthorityHit::annualValue)
            .reversed()
            .thenComparing(FailureImpact.AuthorityHit::authority));
    return hits;
  }

  private static long people(Collection<Placed> placed) {
    return placed.stream().map(p -> p.authority() + "|" + p.person()).distinct().count();
  }

  private static BigDecimal hours(Collection<Placed> placed) {
    return placed.stream()
        .map(Placed::hours)
        .filter(Objects::nonNull)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** The value of a contract is that of its lead: partners and subcontractors add none. */
  private static BigDecimal value(Collection<FailureImpact.ContractHit> contracts) {
    return contracts.stream()
        .filter(contract -> contract.role().equals("LEAD_SUPPLIER"))
        .map(FailureImpact.ContractHit::annualValue)
        .filter(Objects::nonNull)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static List<FailureImpact.CareHit> care(
      List<Placed> placed, List<FailureImpact.LocationHit> locations) {
    Map<String, List<Placed>> byCare = new TreeMap<>();
    placed.forEach(
        p ->
            byCare
                .computeIfAbsent(
                    Objects.requireNonNullElse(p.careType(), "UNKNOWN"), key -> new ArrayList<>())
                .add(p));
    return byCare.entrySet().stream()
        .map(entry -> careHit(entry.getKey(), entry.getValue(), locations))
        .toList();
  }

  /** An alternative that is suspended for the people of one location may be room for another's. */
  private static Alternative theFreer(Alternative one, Alternative other) {
    return one.suspended() ? other : one;
  }

  private static FailureImpact.CareHit careHit(
      String care, List<Placed> placed, List<FailureImpact.LocationHit> locations) {
    Map<UUID, Alternative> near = new HashMap<>();
    locations.stream()
        .filter(location -> location.careType().name().equals(care))
        .flatMap(location -> location.alternatives().stream())
        .forEach(other -> near.merge(other.locationId(), other, FailureDesk::theFreer));
    Set<String> homes = new HashSet<>();
    for (CareType type : CareType.values()) {
      if (type.home()) {
        homes.add(type.name());
      }
    }
    long room = Alternatives.room(near.values());
    long people = people(placed);
    return new FailureImpact.CareHit(
        care,
        people,
        hours(placed),
        room,
        homes.contains(care) ? Long.valueOf(Math.max(0, people - room)) : null);
  }
}
