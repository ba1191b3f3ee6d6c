package uk.carecontracts.providers.statements;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.providers.locations.Capacities;
import uk.carecontracts.providers.locations.CareType;

/** What care there is in the areas of a statement, and how that came about. */
@ApplicationScoped
class SupplyFigures {

  private static final int YEARS_BACK = 5;

  private final Capacities capacities;
  private final MarketFactsRepository facts;

  SupplyFigures(Capacities capacities, MarketFactsRepository facts) {
    this.capacities = capacities;
    this.facts = facts;
  }

  /** One kind of care over all areas. */
  private record Kind(CareType type, long services, long beds) {}

  List<Figure> of(List<String> areas, LocalDate today) {
    String source = "Register of locations, " + Days.shown(today);
    List<Kind> kinds = on(today, areas);
    List<Kind> homes = kinds.stream().filter(each -> each.type().home()).toList();
    List<MarketFactsRepository.Rated> ratings = facts.ratings(areas);
    List<LocalDate> days = new ArrayList<>();
    for (int back = YEARS_BACK; back >= 0; back--) {
      days.add(today.minusYears(back));
    }
    return Stream.of(
            figure(
                "beds",
                "Registered beds in care homes by kind",
                "Kind of home",
                homes.stream().map(each -> each.type().wording()).toList(),
                "Beds",
                homes.stream().map(Kind::beds).toList(),
                Figure.Kind.BARS,
                source),
            figure(
                "beds-over-time",
                "Registered beds in care homes over five years",
                "Month",
                days.stream().map(Days::month).toList(),
                "Beds",
                homes.isEmpty()
                    ? List.of()
                    : days.stream().map(day -> bedsOfHomes(day, areas)).toList(),
                Figure.Kind.LINES,
                source),
            figure(
                "services",
                "Registered services by kind",
                "Kind of service",
                kinds.stream().map(each -> each.type().wording()).toList(),
                "Services",
                kinds.stream().map(Kind::services).toList(),
                null,
                source),
            figure(
                "ratings",
                "Open care homes by overall rating",
                "Rating",
                ratings.stream().map(each -> StatementAssembly.words(each.rating())).toList(),
                "Homes",
                ratings.stream().map(each -> (long) each.homes()).toList(),
                Figure.Kind.BARS,
                source))
        .filter(each -> !each.series().get(0).values().isEmpty())
        .toList();
  }

  private List<Kind> on(LocalDate day, List<String> areas) {
    Map<CareType, Kind> kinds = new TreeMap<>();
    for (String area : areas) {
      for (Capacities.Capacity each : capacities.on(day, area, null)) {
        kinds.merge(
            each.careType(),
            new Kind(each.careType(), each.locations(), each.beds()),
            (a, b) -> new Kind(a.type(), a.services() + b.services(), a.beds() + b.beds()));
      }
    }
    return List.copyOf(kinds.values());
  }

  private long bedsOfHomes(LocalDate day, List<String> areas) {
    return on(day, areas).stream().filter(each -> each.type().home()).mapToLong(Kind::beds).sum();
  }

  private static Figure figure(
      String id,
      String caption,
      String axis,
      List<String> categories,
      String series,
      List<Long> values,
      Figure.@Nullable Kind chart,
      String source) {
    List<@Nullable BigDecimal> numbers = new ArrayList<>();
    values.forEach(each -> numbers.add(BigDecimal.valueOf(each)));
    return new Figure(
        id, caption, axis, categories, List.of(new Figure.Series(series, numbers)), chart, source);
  }

  /** The kinds of care that are homes, as codes. */
  static List<String> homes() {
    return Arrays.stream(CareType.values()).filter(CareType::home).map(Enum::name).toList();
  }
}
