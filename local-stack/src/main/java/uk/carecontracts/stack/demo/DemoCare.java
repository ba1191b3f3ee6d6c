package uk.carecontracts.stack.demo;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import java.util.List;

/**
 * What one person's care of a kind costs in the demo.
 *
 * @param careType kind of care as the API names it
 * @param service code of the service that buys it
 * @param clientGroup for whom it mostly is
 * @param price pounds an hour where it is given by the hour, otherwise a week
 * @param hoursFrom least hours a week, 0 where it is not given by the hour
 * @param hoursTo most hours a week
 */
record DemoCare(
    String careType,
    String service,
    String clientGroup,
    BigDecimal price,
    int hoursFrom,
    int hoursTo) {

  /** Kinds of care that are placed. */
  static List<DemoCare> all() {
    return Fixture.rows("care.csv", DemoCare::read);
  }

  private static DemoCare read(NamedCsvRecord row) {
    return new DemoCare(
        row.getField("careType"),
        row.getField("service"),
        row.getField("clientGroup"),
        new BigDecimal(row.getField("price")),
        Integer.parseInt(row.getField("hoursFrom")),
        Integer.parseInt(row.getField("hoursTo")));
  }

  /** Whether it is given by the hour. */
  boolean hourly() {
    return hoursTo > 0;
  }
}
