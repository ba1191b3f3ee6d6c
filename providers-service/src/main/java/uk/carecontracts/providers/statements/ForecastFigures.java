package uk.carecontracts.providers.statements;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.time.Clocks;
import uk.carecontracts.providers.demand.ForecastState;
import uk.carecontracts.providers.demand.VolumeUnit;

/** What a forecast says, as figures of a statement. */
final class ForecastFigures {

  private ForecastFigures() {}

  /** Demand over the years. */
  static Figure demand(ForecastState forecast) {
    return figure(
        forecast,
        "demand",
        "%s: %s needed".formatted(forecast.name(), unit(forecast.unit())),
        List.of(series("Needed", forecast, each -> each.demand())),
        Figure.Kind.LINES);
  }

  /** Demand against what there is, and what is missing of it. */
  static List<Figure> gaps(ForecastState forecast) {
    List<Figure.Series> compared = new ArrayList<>();
    compared.add(series("Needed", forecast, each -> each.demand()));
    compared.add(series("There is", forecast, each -> each.capacity()));
    compared.add(series("Contracted", forecast, each -> each.contracted()));
    compared.removeIf(each -> each.values().stream().allMatch(Objects::isNull));
    List<Figure.Series> missing = new ArrayList<>();
    missing.add(series("Missing against what there is", forecast, each -> each.capacityGap()));
    missing.add(
        series("Missing against what is contracted", forecast, each -> each.contractedGap()));
    missing.removeIf(each -> each.values().stream().allMatch(Objects::isNull));
    if (missing.isEmpty()) {
      return List.of();
    }
    String name = forecast.name() + ": " + unit(forecast.unit());
    return List.of(
        figure(
            forecast,
            "compared",
            name + " needed, and what there is to meet it",
            compared,
            Figure.Kind.LINES),
        figure(forecast, "missing", name + " missing; spare where negative", missing, null));
  }

  private static Figure figure(
      ForecastState forecast,
      String kind,
      String caption,
      List<Figure.Series> series,
      Figure.@Nullable Kind chart) {
    return new Figure(
        kind + "-" + forecast.id(),
        caption,
        "Year",
        forecast.totals().stream().map(each -> Integer.toString(each.year())).toList(),
        List.copyOf(series),
        chart,
        "Forecast version %d of %s, population: %s"
            .formatted(
                forecast.version(),
                Days.shown(forecast.savedAt().atZone(Clocks.LONDON).toLocalDate()),
                forecast.populationSource()));
  }

  private static Figure.Series series(
      String name,
      ForecastState forecast,
      Function<uk.carecontracts.providers.demand.Projection.Volume, @Nullable BigDecimal> value) {
    List<@Nullable BigDecimal> values = new ArrayList<>();
    forecast.totals().forEach(each -> values.add(value.apply(each)));
    return new Figure.Series(name, java.util.Collections.unmodifiableList(values));
  }

  private static String unit(VolumeUnit unit) {
    return switch (unit) {
      case PEOPLE -> "people";
      case HOURS_PER_WEEK -> "hours a week";
      case BEDS -> "beds";
    };
  }
}
