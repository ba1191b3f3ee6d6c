package uk.carecontracts.stack.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Makes the contracts of the programme: the same ones in every run, dated around a day. */
final class ContractGenerator {
  private static final int CEILING = 4;
  private static final double SHARE_OF_CALL_OFF = 0.4;
  private static final double SHARE_OF_GRANT = 0.25;

  private final Catalogue catalogue;
  private final LocalDate today;
  private final Map<String, DemoAuthority> authorities;
  private final Map<String, DemoService> services;
  private final Map<String, Integer> numbers = new HashMap<>();

  private ContractGenerator(Catalogue catalogue, LocalDate today) {
    this.catalogue = catalogue;
    this.today = today;
    this.authorities = catalogue.authoritiesByName();
    this.services = catalogue.servicesByCode();
  }

  /** The contracts as they stand on a day. */
  static List<DemoContract> contracts(Catalogue catalogue, LocalDate today) {
    return new ContractGenerator(catalogue, today).all();
  }

  private List<DemoContract> all() {
    List<DemoContract> contracts = new ArrayList<>();
    for (ProgrammeLine line : catalogue.programme()) {
      List<DemoProvider> candidates = candidates(line);
      for (int position = 0; position < line.count(); position++) {
        contracts.add(contract(line, position, candidates));
      }
    }
    return List.copyOf(contracts);
  }

  private List<DemoProvider> candidates(ProgrammeLine line) {
    List<DemoProvider> eligible =
        new ArrayList<>(
            catalogue.providers().stream()
                .filter(provider -> provider.areas().contains(line.authority()))
                .filter(provider -> provider.services().contains(line.service()))
                .filter(line.pool()::admits)
                .toList());
    Collections.shuffle(eligible, Seed.of(line.authority(), line.service(), line.type()));
    if (eligible.size() < line.suppliers()) {
      throw new IllegalStateException(
          "the catalogue has %d of the %d providers that %s needs"
              .formatted(eligible.size(), line.suppliers(), line));
    }
    return eligible;
  }

  private DemoContract contract(ProgrammeLine line, int position, List<DemoProvider> candidates) {
    DemoAuthority authority = authorities.get(line.authority());
    DemoService service = services.get(line.service());
    String prefix = line.authority() + "-" + line.service();
    String reference = "%s-%03d".formatted(prefix, numbers.merge(prefix, 1, Integer::sum));
    String area = area(authority, line, position);
    return new DemoContract(
        reference,
        authority,
        service,
        line,
        title(service, line, area),
        area,
        suppliers(line, position, candidates),
        annual(service, line, Seed.of(reference, "value")),
        dates(line, position));
  }

  private static String area(DemoAuthority authority, ProgrammeLine line, int position) {
    return line.count() == 1
        ? authority.name()
        : authority.zones().get(position % authority.zones().size());
  }

  private static String title(DemoService service, ProgrammeLine line, String area) {
    String form =
        switch (line.type()) {
          case "FRAMEWORK" -> "framework agreement";
          case "DYNAMIC_MARKET" -> "dynamic market";
          case "CALL_OFF" -> "call-off";
          case "SPOT" -> "spot purchases";
          case "SLA" -> "agreement with the in-house service";
          case "ALLIANCE" -> "alliance";
          case "GRANT" -> "grant";
          default -> "contract";
        };
    return service.title() + ", " + area + ": " + form;
  }

  private static List<DemoProvider> suppliers(
      ProgrammeLine line, int position, List<DemoProvider> candidates) {
    List<DemoProvider> chosen = new ArrayList<>();
    for (int i = 0; i < line.suppliers(); i++) {
      chosen.add(candidates.get((position + i) % candidates.size()));
    }
    return List.copyOf(chosen);
  }

  private static BigDecimal annual(DemoService service, ProgrammeLine line, Random chance) {
    double range = service.annualTo() - service.annualFrom();
    double pounds = service.annualFrom() + range * chance.nextDouble();
    double scaled =
        switch (line.type()) {
          case "FRAMEWORK", "DYNAMIC_MARKET" -> pounds * CEILING;
          case "CALL_OFF", "SPOT" -> pounds * SHARE_OF_CALL_OFF;
          case "GRANT" -> pounds * SHARE_OF_GRANT;
          default -> pounds;
        };
    return BigDecimal.valueOf(Math.round(scaled / 500) * 500).setScale(2);
  }

  /** Contracts end with a month, as most of a council's do. */
  private DemoContract.Dates dates(ProgrammeLine line, int position) {
    LocalDate end = today.withDayOfMonth(1).plusMonths(line.endsIn(position) + 1L).minusDays(1);
    LocalDate start = end.plusDays(1).minusYears(line.years());
    LocalDate award = earlier(start.minusMonths(3), today.minusDays(20));
    LocalDate review = end.minusYears(1).isAfter(today) ? end.minusYears(1) : end.minusMonths(3);
    return new DemoContract.Dates(
        award,
        earlier(award.plusDays(14), today.minusDays(6)),
        start,
        end,
        review,
        earlier(today.minusMonths(2), end),
        line.years() > 2 ? 6 : 3);
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }
}
