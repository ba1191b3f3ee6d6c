package uk.carecontracts.providers.directories;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CareDirectoryTest extends DirectoryTest {

  CareDirectoryTest() {
    super("Rutland", "E06000017");
  }

  @Test
  void bothLayoutsOfTheCareDirectoryFillOneRecord() {
    String number = cqcNumber();
    String provider = cqcNumber();
    String owner = unique("Care Limited");
    String company = companyNumber();
    String first =
        SHORT
            + shortRow(
                "Oak House", "LE15 6AA", "Homecare agencies|Nursing homes", owner, number, provider)
            + shortRow("Teeth", "LE15 6AB", "Dentist", owner, cqcNumber(), provider);
    JsonPath job = finished(submit("CQC_DIRECTORY", "2023-01-10", "", first));
    assertEquals(List.of(2, 1, 0, 0, 1), rows(job));
    String second =
        LONG
            + longRow(number, "Oak House", 40, "Good", "15/06/2022", "N", company, provider, owner);
    assertEquals(
        List.of(1, 0, 1, 0, 0), rows(finished(submit("CQC_DIRECTORY", "2024-01-10", "", second))));
    assertEquals(
        List.of(1, 0, 0, 1, 0), rows(finished(submit("CQC_DIRECTORY", "2024-01-10", "", second))));
    assertEquals(
        List.of(2, 0, 0, 1, 1), rows(finished(submit("CQC_DIRECTORY", "2023-01-10", "", first))));
    Map<String, Object> home = location(number);
    assertEquals("NURSING_HOME", home.get("careType"));
    assertEquals(40, home.get("beds"));
    assertEquals(area, home.get("area"));
    assertEquals("OPEN", home.get("status"));
    assertEquals("2011-03-01", ((Map<?, ?>) home.get("openedBetween")).get("until"));
    assertEquals("GOOD", ((Map<?, ?>) home.get("currentRating")).get("overall"));
    reader()
        .get("/v1/providers/" + home.get("providerId"))
        .then()
        .body("legalName", equalTo(owner))
        .body("brand", equalTo("BRAND Test"))
        .body("identifiers.id", equalTo(List.of(provider, company).stream().sorted().toList()));
  }
}
