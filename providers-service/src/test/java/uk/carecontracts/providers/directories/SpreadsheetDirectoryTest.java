package uk.carecontracts.providers.directories;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static uk.carecontracts.testkit.Patience.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.carecontracts.providers.tables.Ods;

@QuarkusTest
class SpreadsheetDirectoryTest extends DirectoryTest {

  private static final String NOTES =
      Ods.sheet(
          "README",
          Ods.row(Ods.text("Care directory with filters")),
          Ods.row(Ods.text("Made for a test, with its own notes.")));

  SpreadsheetDirectoryTest() {
    super("Stockton-on-Tees", "E06000004");
  }

  @Test
  void theCareDirectoryIsTakenAsTheSpreadsheetThatIsPublished() {
    String number = cqcNumber();
    String owner = unique("Sheet Care Limited");
    String company = "0" + companyNumber().substring(1);
    byte[] file =
        Ods.file(
            NOTES, Ods.sheet("HSCA_Active_Locations", header(), home(number, owner, company, 40)));
    assertEquals(List.of(1, 1, 0, 0, 0), rows(finished(submit("2024-03-01", "", file))));
    assertEquals(List.of(1, 0, 0, 1, 0), rows(finished(submit("2024-03-01", "", file))));
    Map<String, Object> home = location(number);
    assertEquals("NURSING_HOME", home.get("careType"));
    assertEquals(40, home.get("beds"));
    assertEquals(area, home.get("area"));
    assertEquals("2011-03-01", ((Map<?, ?>) home.get("openedBetween")).get("until"));
    assertEquals("2022-06-15", ((Map<?, ?>) home.get("currentRating")).get("reportDate"));
    reader()
        .get("/v1/providers/" + home.get("providerId"))
        .then()
        .body("legalName", equalTo(owner))
        .body("identifiers.find { it.scheme == 'GB-COH' }.id", equalTo(company));
    String csv =
        LONG
            + longRow(number, "The House", 40, "Good", "15/06/2022", "N", company, PROVIDER, owner);
    assertEquals(
        List.of(1, 0, 0, 1, 0), rows(finished(submit("CQC_DIRECTORY", "2024-03-01", "", csv))));
  }

  @Test
  void aSecondSheetOfTheSameColumnsIsToldAndClosesNothingUntilTheSheetIsNamed() {
    String owner = unique("Two Sheets Limited");
    String stays = cqcNumber();
    String gone = cqcNumber();
    byte[] before =
        Ods.file(
            Ods.sheet("Homes", header(), home(stays, owner, "", 10), home(gone, owner, "", 20)));
    finished(submit("2025-01-01", "", before));
    byte[] after =
        Ods.file(
            Ods.sheet("Homes", header(), home(stays, owner, "", 10)),
            Ods.sheet("Agencies", Ods.row(Ods.text("Notes")), header(), home(gone, owner, "", 20)));
    JsonPath job = finished(submit("2025-02-01", "", after));
    assertEquals(List.of(2, 0, 1, 0, 1), rows(job));
    officer()
        .get("/v1/provider-imports/" + job.getString("id") + "/errors")
        .then()
        .body("items", hasSize(1))
        .body("items[0].row", equalTo(2))
        .body("items[0].message", containsString("The sheet Agencies"));
    assertEquals("OPEN", location(gone).get("status"));
    assertEquals(
        List.of(1, 0, 0, 1, 0), rows(finished(submit("2025-02-01", "&sheet=homes", after))));
    assertEquals("CLOSED", location(gone).get("status"));
  }

  @Test
  void aFileThatIsNoDirectoryFailsWithTheReason() {
    byte[] notes = Ods.file(NOTES);
    assertEquals(
        "The file has no header line with the columns providername. The file has the sheets"
            + " README.",
        failure(submit("2024-03-01", "", notes)));
    byte[] directory = Ods.file(NOTES, Ods.sheet("Data", header()));
    assertEquals(
        "The sheet Nothing has no header line with the columns providername. The file has the"
            + " sheets README, Data.",
        failure(submit("2024-03-01", "&sheet=Nothing", directory)));
    assertEquals(
        "The zip is damaged, cut short or encrypted.",
        failure(submit("2024-03-01", "", Arrays.copyOf(directory, directory.length / 2))));
  }

  private static final String PROVIDER = cqcNumber();

  private static String header() {
    return Ods.texts(List.of(LONG.strip().split(",", -1)));
  }

  private static String home(String number, String owner, String company, int beds) {
    return Ods.row(
        Ods.text(number),
        Ods.date("2011-03-01", "01/03/2011"),
        Ods.text("Y"),
        Ods.text("The House"),
        Ods.number(Integer.toString(beds), Integer.toString(beds)),
        Ods.text("Stockton-on-Tees"),
        Ods.number("52.67", "52.67"),
        Ods.number("-0.73", "-0.73"),
        Ods.text("1 Road"),
        Ods.text("Oakham"),
        Ods.text("LE15 6AA"),
        Ods.text("Good"),
        Ods.date("2022-06-15", "15/06/2022"),
        Ods.text("N"),
        Ods.text("BRAND Test"),
        company.isEmpty() ? Ods.text("") : Ods.number(company, company),
        Ods.text(PROVIDER),
        Ods.text(owner),
        Ods.text("Organisation"),
        Ods.text("Y"));
  }

  private static Response submit(String date, String more, byte[] file) {
    return officer()
        .contentType("application/vnd.oasis.opendocument.spreadsheet")
        .body(file)
        .post("/v1/provider-imports?format=CQC_DIRECTORY&snapshotDate=" + date + more);
  }

  private static String failure(Response submitted) {
    String location = submitted.header("Location");
    await().until(() -> officer().get(location).path("finishedAt") != null);
    JsonPath job = officer().get(location).jsonPath();
    assertEquals("FAILED", job.getString("status"), job::prettify);
    return job.getString("failure");
  }
}
