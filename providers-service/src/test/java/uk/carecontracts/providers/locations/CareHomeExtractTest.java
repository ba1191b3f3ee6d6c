package uk.carecontracts.providers.locations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CareHomeExtractTest {

  private static final String SALE = "E08000009";

  @Test
  void aRowOfTheOldestLayoutNeedsTheAreaOfTheImport() throws Exception {
    CareHomeRow row = CareHomeExtract.read(oldest(), SALE);
    assertEquals(SALE, row.area());
    assertEquals(CareType.RESIDENTIAL_HOME, row.careType());
    assertEquals("1 Example Road, Sale", row.address());
    assertNull(row.cqcLocationId());
    assertEquals(new BigDecimal("-2.37"), row.longitude());
  }

  @Test
  void aRowOfTheNewestLayoutCarriesIdProviderAndInspection() throws Exception {
    Map<String, String> cells = oldest();
    cells.put("cqc_id", "1-466088203");
    cells.put("provider", "Oak &amp; Elm Ltd");
    cells.put("inspection_date", "2023-05-31");
    cells.put("area_code", "E0800009");
    cells.put("telephone", "NA");
    CareHomeRow row = CareHomeExtract.read(cells, null);
    assertEquals("1-466088203", row.cqcLocationId());
    assertEquals("Oak & Elm Ltd", row.providerName());
    assertEquals(LocalDate.of(2023, 5, 31), row.inspectionDate());
    assertEquals(SALE, row.area(), "the short code of the files is the council's code misspelt");
    assertNull(row.telephone());
  }

  @Test
  void nursingIsTheMainKindWhereAHomeIsRegisteredForBoth() {
    assertEquals(
        CareType.NURSING_HOME,
        CareType.mainOf("Residential homes|Nursing homes|Supported living").orElseThrow());
  }

  @Test
  void aBadRowNamesItsColumn() {
    assertBad("name", "NA");
    assertBad("postcode", "SALE");
    assertBad("type", "Castle");
    assertBad("cqc_id", "466088203x");
    assertBad("inspection_date", "31/05/2023");
    assertBad("lat", "north");
    assertBad("lon", "400");
    assertBad("area_code", "Trafford");
  }

  @Test
  void aFileWithoutTheColumnsIsNotAnExtract() {
    assertEquals(
        List.of("address", "postcode"), CareHomeExtract.missing(List.of("\ufeffName", "type")));
  }

  private static void assertBad(String column, String value) {
    Map<String, String> cells = oldest();
    cells.put(column, value);
    CareHomeExtract.BadRow bad =
        assertThrows(CareHomeExtract.BadRow.class, () -> CareHomeExtract.read(cells, SALE), column);
    assertEquals(column, bad.column());
  }

  private static Map<String, String> oldest() {
    Map<String, String> cells = new HashMap<>();
    cells.put("name", "Example House");
    cells.put("type", "Residential homes");
    cells.put("address", "1 Example Road,Sale");
    cells.put("postcode", "M33 4RZ");
    cells.put("area_name", "Trafford");
    cells.put("lon", "-2.37");
    cells.put("lat", "53.41");
    return cells;
  }
}
