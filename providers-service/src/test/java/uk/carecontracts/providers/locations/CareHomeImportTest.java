package uk.carecontracts.providers.locations;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static uk.carecontracts.testkit.Patience.await;
import static uk.carecontracts.testkit.Problems.problem;
import static uk.carecontracts.testkit.Problems.violation;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import uk.carecontracts.providers.ServiceTest;
import uk.carecontracts.testkit.SharedFolder;
import uk.carecontracts.testkit.Tokens;

@QuarkusTest
class CareHomeImportTest extends ServiceTest {

  private static final String HEADER =
      "name,cqc_id,type,address,postcode,provider,inspection_date,area_code,lon,lat\n";
  private static int areas;

  @Test
  void openingsAndClosuresFollowFromTheFilesWhateverTheirOrder() {
    List<String> forwards = importThree(0, 1, 2);
    List<String> backwards = importThree(2, 1, 0);
    List<String> mixed = importThree(1, 2, 0);
    assertEquals(
        List.of(
            "OPENED Ash House 2020-01-01..2021-01-01",
            "CLOSED Elm House 2020-01-01..2021-01-01",
            "REOPENED Elm House 2021-01-01..2022-01-01"),
        forwards);
    assertEquals(forwards, backwards);
    assertEquals(forwards, mixed);
  }

  private List<String> importThree(int... order) {
    String area = area();
    String provider = unique("Care Ltd");
    String[] files = {
      HEADER + home("Oak", 1, area, provider) + home("Elm", 2, area, provider),
      HEADER + home("Oak", 1, area, provider) + home("Ash", 3, area, provider),
      HEADER
          + home("Oak", 1, area, provider)
          + home("Elm", 2, area, provider)
          + home("Ash", 3, area, provider)
    };
    for (int i : order) {
      JsonPath job = finished(submit((2020 + i) + "-01-01", "", files[i]));
      assertEquals("COMPLETED", job.getString("status"), job::prettify);
    }
    reader()
        .get("/v1/locations?status=OPEN&area=" + area)
        .then()
        .body("items.name", equalTo(List.of("Ash House", "Elm House", "Oak House")));
    Set<String> providers =
        new TreeSet<>(
            reader().get("/v1/locations?area=" + area).<List<String>>path("items.providerId"));
    assertEquals(1, providers.size());
    return movements(area);
  }

  @Test
  void everyRowIsAccountedForAndTheSameFileAgainChangesNothing() {
    String area = area();
    String file =
        HEADER
            + home("Oak", 1, area, "Making Room " + area)
            + "Bad House,NA,Castle,1 Road,M33 4RZ,NA,NA,"
            + area
            + ",0,0\n"
            + "Short,row\n"
            + home("Elm", 2, area, "Making Room " + area);
    JsonPath first = finished(submit("2020-01-01", "", file));
    assertEquals(List.of(4, 2, 0, 0, 2), rows(first));
    String errors = "/v1/provider-imports/" + first.getString("id") + "/errors";
    officer()
        .get(errors)
        .then()
        .body("items.row", equalTo(List.of(3, 4)))
        .body("items[0].pointer", equalTo("type"));
    officer().accept("text/csv").get(errors).then().statusCode(200);
    List<Integer> versions = reader().get("/v1/locations?area=" + area).path("items.version");
    assertEquals(List.of(4, 0, 0, 2, 2), rows(finished(submit("2020-01-01", "", file))));
    assertEquals(versions, reader().get("/v1/locations?area=" + area).path("items.version"));
    officer()
        .get("/v1/provider-imports?limit=1")
        .then()
        .body("items", hasSize(1))
        .body("items[0].parameters.snapshotDate", equalTo("2020-01-01"));
  }

  @Test
  void aFileWithRejectedRowsClosesNothing() {
    String area = area();
    finished(
        submit("2020-01-01", "", HEADER + home("Oak", 1, area, "X") + home("Elm", 2, area, "X")));
    finished(submit("2021-01-01", "", HEADER + home("Oak", 1, area, "X") + "Elm,row\n"));
    assertEquals(List.of(), movements(area));
    reader().get("/v1/locations?status=OPEN&area=" + area).then().body("items", hasSize(2));
  }

  @Test
  void aSaleOfAHomeIsAChangeOfRegistrationAndNoClosure() {
    String area = area();
    finished(submit("2020-01-01", "", HEADER + home("Oak", 1, area, "Old Owner " + area)));
    finished(submit("2021-01-01", "", HEADER + home("Oak", 9, area, "New Owner " + area)));
    JsonPath events = reader().get("/v1/market/openings-closures?area=" + area).jsonPath();
    assertEquals(
        List.of("CLOSED", "OPENED"), events.getList("items.event").stream().sorted().toList());
    assertEquals(List.of(true, true), events.getList("items.reregistration"));
  }

  @Test
  void aDryRunKeepsNothing() {
    String area = area();
    String file = HEADER + home("Oak", 1, area, "Dry " + area);
    assertEquals(
        List.of(1, 1, 0, 0, 0), rows(finished(submit("2020-01-01", "&dryRun=true", file))));
    reader().get("/v1/locations?area=" + area).then().body("items", hasSize(0));
    reader().get("/v1/providers?q=Dry " + area).then().body("items", hasSize(0));
  }

  @Test
  void whatIsNoExtractIsRefused() {
    assertEquals(
        "This is no extract of care homes: columns are missing: address, postcode, type.",
        finished(submit("2020-01-01", "", "name,age\nx,1\n")).getString("failure"));
    submit("2999-01-01", "", HEADER).then().spec(violation(400, "INVALID_REQUEST", "snapshotDate"));
    submit("soon", "", HEADER).then().spec(violation(400, "INVALID_REQUEST", "snapshotDate"));
    officer()
        .contentType("text/csv")
        .body(HEADER)
        .post("/v1/provider-imports?format=NOPE")
        .then()
        .spec(problem(400, "INVALID_REQUEST", "CQC_CARE_HOMES"));
    as(Tokens.providers(BURY))
        .contentType("text/csv")
        .body(HEADER)
        .post("/v1/provider-imports?format=CQC_CARE_HOMES&authority=" + TRAFFORD)
        .then()
        .spec(problem(403, "WRONG_AUTHORITY"));
    reader()
        .contentType("text/csv")
        .body(HEADER)
        .post("/v1/provider-imports?format=CQC_CARE_HOMES")
        .then()
        .spec(problem(403, "FORBIDDEN"));
  }

  @Test
  void theMarketSummaryIsPublic() {
    String area = area();
    finished(submit("2020-01-01", "", HEADER + home("Oak", 1, area, "Sum " + area)));
    io.restassured.RestAssured.given()
        .get("/v1/market/summary")
        .then()
        .statusCode(200)
        .body("areas.find { it.area == '" + area + "' }.openHomes", equalTo(1))
        .body("areas.find { it.area == '" + area + "' }.homesWithoutBeds", equalTo(1))
        .body("areas.find { it.area == '" + area + "' }.ratings.UNKNOWN", equalTo(1));
    io.restassured.RestAssured.given()
        .get("/v1/market/summary?asOf=2019-12-31")
        .then()
        .statusCode(200)
        .body("areas.find { it.area == '" + area + "' }", org.hamcrest.Matchers.nullValue());
    io.restassured.RestAssured.given()
        .get("/v1/market/openings-closures?area=" + area)
        .then()
        .spec(problem(401, "UNAUTHENTICATED"));
    reader()
        .get("/v1/market/openings-closures")
        .then()
        .spec(violation(400, "INVALID_REQUEST", "area"));
  }

  @Test
  void theFiveRealExtractsTellTheSameStoryInEveryOrder() throws IOException {
    Path folder = SharedFolder.require("data/cqc-care-homes");
    List<String> dates =
        List.of("2025-07-22", "2018-03-27", "2022-06-22", "2019-04-11", "2020-04-20");
    for (String date : dates) {
      String file = Files.readString(folder.resolve("trafford_care_homes_" + date + ".csv"));
      JsonPath job = finished(submit(date, "", file));
      System.out.println(date + " rows " + rows(job));
      assertEquals("COMPLETED", job.getString("status"), job::prettify);
      assertEquals(0, job.getInt("rows.rejected"));
      assertEquals(file.strip().lines().count() - 1, job.getInt("rows.read"));
    }
    String file = Files.readString(folder.resolve("trafford_care_homes_2019-04-11.csv"));
    JsonPath again = finished(submit("2019-04-11", "", file));
    assertEquals(again.getInt("rows.read"), again.getInt("rows.unchanged"));
    List<String> movements = movements(TRAFFORD);
    movements.forEach(System.out::println);
    // The first file lists 59 homes once each (61 rows, two of them twice): 59 + 20 - 25 = 54.
    assertEquals(20, count(movements, "OPENED"));
    assertEquals(25, count(movements, "CLOSED"));
    assertEquals(0, count(movements, "REOPENED"));
    // By hand against the files: 9 homes really opened and 16 really closed.
    assertEquals(20, movements.stream().filter(m -> m.endsWith("(re-registration)")).count());
    assertEquals(9, movements.stream().filter(m -> m.matches("OPENED .*\\d")).count());
    assertEquals(16, movements.stream().filter(m -> m.matches("CLOSED .*\\d")).count());
    reader()
        .get("/v1/locations?limit=500&area=" + TRAFFORD + "&status=OPEN")
        .then()
        .body("items.findAll { it.ofstedUrn == null }", hasSize(54))
        .body("items.name", hasItem("Sunflower House"));
  }

  private static long count(List<String> movements, String event) {
    return movements.stream().filter(movement -> movement.startsWith(event + " ")).count();
  }

  private static List<String> movements(String area) {
    List<String> lines = new ArrayList<>();
    JsonPath page = reader().get("/v1/market/openings-closures?limit=500&area=" + area).jsonPath();
    for (Map<String, Object> item : page.<Map<String, Object>>getList("items")) {
      if (!item.get("careType").toString().endsWith("ING_HOME")
          && !item.get("careType").equals("RESIDENTIAL_HOME")) {
        continue; // children's settings that another test takes from Ofsted's tables
      }
      Map<?, ?> between = (Map<?, ?>) item.get("between");
      lines.add(
          item.get("event")
              + " "
              + item.get("name")
              + " "
              + between.get("after")
              + ".."
              + between.get("until")
              + (Boolean.TRUE.equals(item.get("reregistration")) ? " (re-registration)" : ""));
    }
    return lines;
  }

  private static String home(String name, int number, String area, String provider) {
    return name
        + " House,1-"
        + area.substring(1)
        + number
        + ",Residential homes,\""
        + name.length()
        + number % 8
        + " Road, Sale\",M33 4R"
        + name.charAt(0)
        + ","
        + provider
        + ",2019-06-01,"
        + area
        + ",-2.3,53.4\n";
  }

  private static synchronized String area() {
    areas++;
    return "E079%05d".formatted(areas);
  }

  private static Response submit(String date, String more, String file) {
    return officer()
        .contentType("text/csv")
        .body(file)
        .post("/v1/provider-imports?format=CQC_CARE_HOMES&snapshotDate=" + date + more);
  }

  private static List<Integer> rows(JsonPath job) {
    return List.of(
        job.getInt("rows.read"),
        job.getInt("rows.created"),
        job.getInt("rows.updated"),
        job.getInt("rows.unchanged"),
        job.getInt("rows.rejected"));
  }

  private static JsonPath finished(Response submitted) {
    assertEquals(202, submitted.statusCode(), submitted::asString);
    String location = submitted.header("Location");
    await()
        .until(
            () ->
                Set.of("COMPLETED", "FAILED")
                    .contains(officer().get(location).<String>path("status")));
    return officer().get(location).jsonPath();
  }
}
