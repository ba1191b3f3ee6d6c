package uk.carecontracts.providers.demand;

import java.util.List;
import java.util.Objects;
import uk.carecontracts.kit.csv.CsvTable;

/** Volumes as a table: every area in every year, then all areas together. */
final class ForecastCsv {

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
