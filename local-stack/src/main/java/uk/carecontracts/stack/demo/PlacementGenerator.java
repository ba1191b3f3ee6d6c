package uk.carecontracts.stack.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Invents placements: some in every home and branch, and in the places that block contracts
 * reserve. Prices rise over the years and differ by provider; a few people need far more than most.
 */
final class PlacementGenerator {
  private static final int MOST_IN_A_HOME = 18;
  private static final int DAYS_BACK = 900;
  private static final double YEARLY_RISE = 0.045;
  private static final double ENDED_SHARE = 0.15;
  private static final double COMPLEX_SHARE = 0.03;
  private static final double SAME_PERSON_SHARE = 0.05;
  private static final int BLOCK_PLACES = 6;

  private final Catalogue catalogue;
  private final List<DemoContract> contracts;
  private final LocalDate today;
  private final Map<String, DemoCare> care;
  private final Map<String, DemoProvider> providers;
  private final Map<String, DemoService> services;

  PlacementGenerator(Catalogue catalogue, List<DemoContract> contracts, LocalDate today) {
    this.catalogue = catalogue;
    this.contracts = contracts;
    this.today = today;
    this.care = DemoCare.all().stream().collect(Collectors.toMap(DemoCare::careType, each -> each));
    this.providers =
        catalogue.providers().stream().collect(Collectors.toMap(DemoProvider::key, each -> each));
    this.services = catalogue.servicesByCode();
  }

  /** Every placement of a council, the same on every run of a day. */
  List<DemoPlacement> of(DemoAuthority authority) {
    List<DemoPlacement> made = new ArrayList<>();
    for (DemoLocation location : catalogue.locations()) {
      DemoCare kind = care.get(location.careType());
      if (kind != null && location.area().equals(authority.shortName())) {
        spot(authority, location, kind, made);
      }
    }
    for (DemoContract contract : contracts) {
      if (contract.authority().equals(authority) && reservesBeds(contract)) {
        block(contract, made);
      }
    }
    return made;
  }

  /** Whether a contract reserves places in care homes and runs. */
  static boolean reservesBeds(DemoContract contract) {
    return contract.line().stage() == Stage.ACTIVE
        && contract.line().type().equals("BLOCK")
        && List.of("RN", "NU").contains(contract.service().code());
  }

  private void spot(
      DemoAuthority authority, DemoLocation location, DemoCare kind, List<DemoPlacement> made) {
    Random chance = Seed.of(location.cqcLocation(), "placements");
    int count =
        location.beds() > 0
            ? Math.min(MOST_IN_A_HOME, (int) (location.beds() * (0.25 + chance.nextDouble() / 4)))
            : 6 + chance.nextInt(9);
    for (int i = 0; i < count; i++) {
      long open = Math.min(DAYS_BACK, location.openedMonthsAgo() * 28L);
      LocalDate start = today.minusDays(20 + chance.nextInt((int) open - 20));
      DemoProvider provider = providers.get(location.provider());
      made.add(
          placement(authority, null, provider, location.cqcLocation(), kind, start, chance, made));
    }
  }

  private void block(DemoContract contract, List<DemoPlacement> made) {
    Random chance = Seed.of(contract.reference(), "placements");
    String careType = contract.service().code().equals("NU") ? "NURSING_HOME" : "RESIDENTIAL_HOME";
    DemoProvider provider = contract.suppliers().get(0);
    String home =
        catalogue.locations().stream()
            .filter(each -> each.provider().equals(provider.key()))
            .filter(each -> each.careType().equals(careType))
            .filter(each -> each.area().equals(contract.authority().shortName()))
            .map(DemoLocation::cqcLocation)
            .findFirst()
            .orElse(null);
    int days = (int) ChronoUnit.DAYS.between(contract.dates().start(), today);
    for (int i = 0; i < BLOCK_PLACES && days > 1; i++) {
      LocalDate start = contract.dates().start().plusDays((long) (days * chance.nextDouble()));
      DemoCare kind = care.get(careType);
      made.add(
          placement(
              contract.authority(),
              contract.reference(),
              provider,
              home,
              kind,
              start,
              chance,
              made));
    }
  }

  private DemoPlacement placement(
      DemoAuthority authority,
      @Nullable String contract,
      DemoProvider provider,
      @Nullable String location,
      DemoCare kind,
      LocalDate start,
      Random chance,
      List<DemoPlacement> before) {
    int number = before.size() + 1;
    boolean same = chance.nextDouble() < SAME_PERSON_SHARE && number > 1;
    Integer hours =
        kind.hourly()
            ? kind.hoursFrom() + chance.nextInt(kind.hoursTo() - kind.hoursFrom() + 1)
            : null;
    long days = ChronoUnit.DAYS.between(start, today);
    boolean ended = chance.nextDouble() < ENDED_SHARE && days > 60;
    long lasted = 30 + (long) ((days - 45) * chance.nextDouble());
    return new DemoPlacement(
        "%s-PL-%04d".formatted(authority.shortName(), number),
        authority,
        contract,
        provider,
        location,
        kind,
        services.get(kind.service()),
        same
            ? before.get(number - 2).person()
            : "P-%s-%05d".formatted(authority.shortName(), number),
        price(kind, provider, days, hours, chance),
        hours,
        start,
        ended ? start.plusDays(lasted) : null);
  }

  private static BigDecimal price(
      DemoCare kind, DemoProvider provider, long daysAgo, @Nullable Integer hours, Random chance) {
    double dearer = 0.95 + 0.13 * Seed.of(provider.key(), "price").nextDouble();
    double need = 0.97 + 0.12 * chance.nextDouble();
    double more = chance.nextDouble() < COMPLEX_SHARE ? 1.8 + chance.nextDouble() : 1;
    double factor = dearer * need * more * Math.pow(1 + YEARLY_RISE, -daysAgo / 365.0);
    BigDecimal units = BigDecimal.valueOf(hours == null ? 1 : hours);
    return kind.price()
        .multiply(units)
        .multiply(BigDecimal.valueOf(factor))
        .setScale(2, RoundingMode.HALF_UP);
  }
}
