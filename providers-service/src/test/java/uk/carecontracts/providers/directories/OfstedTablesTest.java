package uk.carecontracts.providers.directories;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import uk.carecontracts.testkit.SharedFolder;

@QuarkusTest
class OfstedTablesTest extends DirectoryTest {

  OfstedTablesTest() {
    super("Darlington", "E06000005");
  }

  @Test
  void aTableOfOfstedsIsReadInTheCodePageOfASpreadsheet() {
    String urn = "SC" + (100000 + (int) (Math.random() * 800000));
    String owner = unique("O\u2019Brien Care Limited");
    String table =
        OFSTED
            + ofstedRow(
                urn, "Children's home", "REDACTED", owner + " 0" + companyNumber().substring(1))
            + ofstedRow("X", "Children's home", "", owner);
    byte[] bytes = table.getBytes(Charset.forName("windows-1252"));
    Response submitted =
        officer()
            .contentType("text/csv")
            .body(bytes)
            .post("/v1/provider-imports?format=OFSTED_PROVIDERS&snapshotDate=2019-03-31");
    JsonPath job = finished(submitted);
    assertEquals(List.of(2, 1, 0, 0, 1), rows(job));
    officer()
        .get("/v1/provider-imports/" + job.getString("id") + "/errors")
        .then()
        .body("items[0].pointer", equalTo("URN"));
    JsonPath found =
        reader()
            .get("/v1/locations?area=" + area + "&careType=CHILDRENS_HOME&limit=500")
            .jsonPath();
    Map<String, Object> home = found.getMap("items.find { it.ofstedUrn == '" + urn + "' }");
    assertEquals(4, home.get("beds"));
    assertEquals(null, home.get("postcode"));
    assertEquals("OFSTED", ((Map<?, ?>) home.get("currentRating")).get("regulator"));
    reader()
        .get("/v1/providers/" + home.get("providerId"))
        .then()
        .body("legalName", equalTo(owner))
        .body("identifiers[0].scheme", equalTo("GB-COH"));
  }

  /** Some councils' rows of the real tables; every row with -Dofsted.all=true (about a minute). */
  @Test
  void theRealTablesOfOfstedAreTakenToTheLastRow() throws IOException {
    Path folder = SharedFolder.require("data/ofsted");
    String march2019 = some(Files.readString(folder.resolve("provider_at_march_2019.csv")));
    String march2024 =
        some(
            Files.readString(
                folder.resolve("provider_at_march_2024.csv"), Charset.forName("windows-1252")));
    Set<String> before = urns(march2019);
    Set<String> after = urns(march2024);
    JsonPath first = finished(submit("OFSTED_PROVIDERS", "2019-03-31", "", march2019));
    System.out.println("Ofsted 2019 rows " + rows(first));
    assertEquals(List.of(before.size(), before.size(), 0, 0, 0), rows(first));
    JsonPath second = finished(submit("OFSTED_PROVIDERS", "2024-03-31", "", march2024));
    System.out.println("Ofsted 2024 rows " + rows(second));
    Set<String> both = new TreeSet<>(before);
    both.retainAll(after);
    assertEquals(
        List.of(after.size(), after.size() - both.size(), both.size(), 0, 0), rows(second));
    assertEquals(
        List.of(after.size(), 0, 0, after.size(), 0),
        rows(finished(submit("OFSTED_PROVIDERS", "2024-03-31", "", march2024))));
    assertEquals(
        List.of(before.size(), 0, 0, before.size(), 0),
        rows(finished(submit("OFSTED_PROVIDERS", "2019-03-31", "", march2019))));
    // Each council's settings that only the first table lists closed between the two, and only
    // they.
    for (String council : List.of("E08000009", "E08000001", "E10000017")) {
      JsonPath events =
          reader().get("/v1/market/exits?from=2019-03-31&to=2024-03-31&area=" + council).jsonPath();
      Set<String> exits = Set.copyOf(events.<String>getList("items.locationId"));
      JsonPath locations =
          reader().get("/v1/locations?limit=500&status=CLOSED&area=" + council).jsonPath();
      assertNull(locations.getString("next"), "one page holds them all");
      List<String> closed =
          locations.<Map<String, Object>>getList("items").stream()
              .filter(each -> exits.contains(each.get("id")) && each.get("ofstedUrn") != null)
              .map(each -> (String) each.get("ofstedUrn"))
              .toList();
      Set<String> gone = urns(march2019, COUNCILS.get(council));
      gone.removeAll(after);
      assertEquals(gone, new TreeSet<>(closed));
    }
  }

  private static final Map<String, String> COUNCILS =
      Map.of("E08000009", "Trafford", "E08000001", "Bolton", "E10000017", "Lancashire");

  private static String some(String table) {
    if (Boolean.getBoolean("ofsted.all")) {
      return table;
    }
    List<String> kept = new ArrayList<>();
    for (String line : table.split("\r?\n", -1)) {
      boolean row = line.startsWith("Ofsted Social Care");
      if (!row || COUNCILS.values().stream().anyMatch(name -> line.contains("," + name + ","))) {
        kept.add(line);
      }
    }
    return String.join("\n", kept);
  }

  /** Ofsted's numbers in a table, read without the importer. */
  private static Set<String> urns(String table, String... councils) {
    Set<String> urns = new TreeSet<>();
    for (String line : table.split("\r?\n", -1)) {
      String[] cells = line.split(",", -1);
      if (line.startsWith("Ofsted Social Care")
          && (councils.length == 0 || line.contains("," + councils[0] + ","))) {
        urns.add(cells[1]);
      }
    }
    return urns;
  }
}
