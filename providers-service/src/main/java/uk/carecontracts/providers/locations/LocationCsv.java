package uk.carecontracts.providers.locations;

import java.util.List;
import uk.carecontracts.kit.csv.CsvTable;

/** Locations as a table. */
final class LocationCsv {

  private LocationCsv() {}

  static String of(List<LocationState> locations) {
    CsvTable table =
        new CsvTable(
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
      table.line(
          l.id(),
          l.name(),
          l.cqcLocationId(),
          l.providerId(),
          l.careType(),
          l.beds(),
          l.area(),
          l.address(),
          l.postcode(),
          l.status(),
          l.currentRating() == null ? null : l.currentRating().overall(),
          l.currentRating() == null ? null : l.currentRating().reportDate(),
          l.specialMeasures().inForce());
    }
    return table.text();
  }
}
