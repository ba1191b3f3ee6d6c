package uk.carecontracts.providers.demand;

import java.util.List;
import java.util.Objects;
import uk.carecontracts.kit.csv.CsvLists;
import uk.carecontracts.kit.csv.CsvTable;

/**
 * Forecasts as tables: the volumes of one in every area and year, then all areas together; and
 * which there are.
 */
final class ForecastCsv {
  static final CsvLists.Sheet<ForecastState.Item> LIST =
      new CsvLists.Sheet<>(
          "demand-forecasts",
          List.of("id", "name", "serviceType", "unit", "savedAt", "version"),
          each -> each.id(),
          each ->
              List.of(
                  each.id(),
                  each.name(),
                  each.serviceType(),
                  each.unit(),
                  each.savedAt(),
                  each.version()));

  private ForecastCsv() {}

  static String of(ForecastState forecast) {
    CsvTable table =
        new CsvTable(
            "year",
            "area",
            "serviceType",
            "unit",
            "demand",
            "capacity",
            "contracted",
            "capacityGap",
            "contractedGap");
    for (List<Projection.Volume> volumes : List.of(forecast.volumes(), forecast.totals())) {
      for (Projection.Volume volume : volumes) {
        table.line(
            volume.year(),
            Objects.toString(volume.area(), "ALL"),
            forecast.serviceType(),
            forecast.unit(),
            volume.demand(),
            volume.capacity(),
            volume.contracted(),
            volume.capacityGap(),
            volume.contractedGap());
      }
    }
    return table.text();
  }
}
