package uk.carecontracts.providers.directories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DirectoryClosuresTest extends DirectoryTest {

  DirectoryClosuresTest() {
    super("Halton", "E06000006");
  }

  @Test
  void whatALaterDirectoryMissesWasClosedAndBedsChangeInBetween() {
    String stays = cqcNumber();
    String goes = cqcNumber();
    String provider = cqcNumber();
    String owner = unique("Homes Limited");
    String before =
        LONG
            + longRow(stays, unique("Ash"), 30, "", "", "N", "", provider, owner)
            + longRow(goes, unique("Elm"), 20, "", "", "N", "", provider, owner);
    String after = LONG + longRow(stays, unique("Ash"), 36, "", "", "N", "", provider, owner);
    // The later file first: the order must not matter.
    finished(submit("CQC_DIRECTORY", "2022-05-01", "", after));
    finished(submit("CQC_DIRECTORY", "2021-05-01", "", before));
    Map<String, Object> closed = location(goes);
    assertEquals("CLOSED", closed.get("status"));
    assertEquals(Map.of("after", "2021-05-01", "until", "2022-05-01"), closed.get("closedBetween"));
    assertEquals(36, location(stays).get("beds"));
    JsonPath supply =
        reader()
            .get(
                "/v1/market/supply?from=2021-05-01&to=2022-05-01&careType=NURSING_HOME&area="
                    + area)
            .jsonPath();
    assertTrue(supply.getList("points[0].counted").contains(closed.get("id")));
    assertTrue(!supply.getList("points[1].counted").contains(closed.get("id")));
    assertTrue(supply.getInt("points[1].closures") >= 1);
    String unreadable = LONG + "1-999,short,row\n";
    JsonPath job = finished(submit("CQC_DIRECTORY", "2023-05-01", "", unreadable));
    assertEquals(List.of(1, 0, 0, 0, 1), rows(job));
    assertEquals("OPEN", location(stays).get("status"));
  }
}
