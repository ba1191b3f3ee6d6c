package uk.carecontracts.stack.demo;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import uk.carecontracts.stack.demo.Progress.Outcome;
import uk.carecontracts.stack.infrastructure.Role;

/** Sends each council's placements that are not on record yet, as one file. */
final class PlacementLoader {
  private static final List<String> HEADER =
      List.of(
          "reference",
          "contractReference",
          "providerId",
          "provider",
          "locationId",
          "kind",
          "careType",
          "serviceType",
          "clientGroup",
          "area",
          "personReference",
          "weeklyPrice",
          "hoursPerWeek",
          "startDate",
          "endDate");

  private final PlacementGenerator generator;
  private final Map<String, UUID> providers;
  private final Map<String, UUID> locations;
  private final ApiClient api;
  private final Tokens tokens;

  PlacementLoader(
      PlacementGenerator generator,
      Map<String, UUID> providers,
      Map<String, UUID> locations,
      ApiClient api,
      Tokens tokens) {
    this.generator = generator;
    this.providers = providers;
    this.locations = locations;
    this.api = api;
    this.tokens = tokens;
  }

  /** Sends what is missing. */
  void load(List<DemoAuthority> authorities, Crew crew, Progress progress) {
    List<Outcome> outcomes = new ArrayList<>();
    crew.each(authorities, this::load).forEach(outcomes::addAll);
    progress.done("placements", outcomes);
  }

  private List<Outcome> load(DemoAuthority authority) {
    String token = tokens.officer(Role.CONTRACTS, authority);
    Set<String> held =
        api.list("/v1/placements", token).stream()
            .map(each -> each.path("reference").asText())
            .collect(Collectors.toSet());
    List<DemoPlacement> all = generator.of(authority);
    List<DemoPlacement> missing =
        all.stream().filter(each -> !held.contains(each.reference())).toList();
    if (!missing.isEmpty()) {
      new ImportWatch(api)
          .send("/v1/placement-imports", "?format=PLACEMENTS_CSV", file(missing), token);
    }
    return all.stream()
        .map(each -> held.contains(each.reference()) ? Outcome.UNCHANGED : Outcome.CREATED)
        .toList();
  }

  private String file(List<DemoPlacement> placements) {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      csv.writeRecord(HEADER);
      placements.forEach(each -> csv.writeRecord(fields(each)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private List<String> fields(DemoPlacement each) {
    return List.of(
        each.reference(),
        Objects.requireNonNullElse(each.contract(), ""),
        providers.get(each.provider().key()).toString(),
        each.provider().legalName(),
        each.location() == null ? "" : locations.get(each.location()).toString(),
        each.contract() == null ? "SPOT" : "BLOCK",
        each.care().careType(),
        each.service().serviceType(),
        each.care().clientGroup(),
        each.authority().code(),
        each.person(),
        each.weeklyPrice().toPlainString(),
        each.hours() == null ? "" : each.hours().toString(),
        each.start().toString(),
        each.end() == null ? "" : each.end().toString());
  }
}
