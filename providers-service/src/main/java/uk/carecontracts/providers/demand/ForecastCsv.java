package uk.carecontracts.providers.demand;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Volumes as a table: every area in every year, then all areas together. */
final class ForecastCsv {

  private ForecastCsv() {}

  static String of(ForecastState forecast) {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      csv.writeRecord(
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
          csv.writeRecord(
              Integer.toString(volume.year()),
              Objects.toString(volume.area(), "ALL"),
              forecast.serviceType(),
              forecast.unit().name(),
              shown(volume.demand()),
              shown(volume.capacity()),
              shown(volume.contracted()),
              shown(volume.capacityGap()),
              shown(volume.contractedGap()));
        }
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }

  private static String shown(@Nullable BigDecimal number) {
    return number == null ? "" : number.toPlainString();
  }
}
