package uk.carecontracts.providers.locations;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Locations as a table. */
final class LocationCsv {

  private LocationCsv() {}

  static String of(List<LocationState> locations) {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      csv.writeRecord(
          "id",
          "name",
          "cqcLocationId",
          "providerId",
          "careType",
          "beds",
          "area",
          "address",
          "postcode",
          "status",
          "rating",
          "reportDate",
          "specialMeasures");
      for (LocationState l : locations) {
        csv.writeRecord(
            l.id().toString(),
            safe(l.name()),
            shown(l.cqcLocationId()),
            shown(l.providerId()),
            l.careType().name(),
            shown(l.beds()),
            l.area(),
            safe(shown(l.address())),
            shown(l.postcode()),
            l.status().name(),
            l.currentRating() == null ? "" : l.currentRating().overall().name(),
            l.currentRating() == null ? "" : l.currentRating().reportDate().toString(),
            Boolean.toString(l.specialMeasures().inForce()));
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }

  private static String shown(@Nullable Object value) {
    return Objects.toString(value, "");
  }

  /** A spreadsheet would run a text that begins like a formula. */
  private static String safe(String text) {
    return text.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + text : text;
  }
}
