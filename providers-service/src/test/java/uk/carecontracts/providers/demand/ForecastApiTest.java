package uk.carecontracts.providers.demand;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static uk.carecontracts.testkit.Patience.await;
import static uk.carecontracts.testkit.Problems.problem;
import static uk.carecontracts.testkit.Problems.violation;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.carecontracts.providers.ForeignEvents;
import uk.carecontracts.providers.ServiceTest;
import uk.carecontracts.testkit.TestTopics;
import uk.carecontracts.testkit.Tokens;

@QuarkusTest
class ForecastApiTest extends ServiceTest {

  private static final String FORECASTS = "/v1/demand-forecasts";

  @Test
  void cohortsAreImportedOnceCorrectedAndRefusedRowByRow() {
    String source = unique("projections");
    String area = area();
    String wide =
        "area,ageBand,2030,2031\n"
            + area
            + ",85+,\"5,000\",5100\n"
            + area
            + ",65-84,20000,20500\nTrafford,85+,1,2\n";
    JsonPath first = imported(source, wide);
    assertEquals("COMPLETED", first.getString("status"));
    assertEquals(2, first.getInt("rows.created"));
    assertEquals(1, first.getInt("rows.rejected"));
    assertEquals(2, imported(source, wide).getInt("rows.unchanged"));
    JsonPath corrected = imported(source, "area,ageBand,year,people\n" + area + ",85+,2030,5050\n");
    assertEquals(1, corrected.getInt("rows.updated"));
    String path = "/v1/population-cohorts?limit=3&source=" + source;
    String next =
        officer()
            .get(path)
            .then()
            .body("items", hasSize(3))
            .body("items[2].people", equalTo(5050))
            .extract()
            .path("next");
    officer().get(path + "&cursor=" + next).then().body("items", hasSize(1));
    as(Tokens.providers(BURY)).get(path).then().body("items", hasSize(0));
    officer()
        .get("/v1/population-cohort-imports/" + first.getString("id") + "/errors")
        .then()
        .body("items[0].row", equalTo(4))
        .body("items[0].pointer", equalTo("area"));
    officer()
        .body("x")
        .post("/v1/population-cohort-imports")
        .then()
        .spec(violation(400, "INVALID_REQUEST", "source"));
  }

  @Test
  void thousandsThatTheirCommaSplitAreRejectedAndEmptyRowsPassedOver() {
    String area = area();
    String header = "area,ageBand,2030,2031\n,,,\n";
    JsonPath split = imported(unique("projections"), header + area + ",85+,5,000,5200\n");
    assertEquals(List.of(1, 1), List.of(split.getInt("rows.read"), split.getInt("rows.rejected")));
    officer()
        .get("/v1/population-cohort-imports/" + split.getString("id") + "/errors")
        .then()
        .body("items[0].message", containsString("needs quotation marks around it"));
    JsonPath open =
        imported(
            unique("projections"),
            header + area + ",85+,\"5,000,5200\n" + area + ",65-84,20000,20000\n");
    assertEquals("FAILED", open.getString("status"));
    String failure = open.getString("failure");
    assertTrue(failure.contains("in line 3 and is not closed"), failure);
  }

  @Test
  void aForecastIsHeldAgainstBedsAndContractsAndKeepsItsVersions() {
    String source = unique("projections");
    String area = area();
    imported(
        source,
        "area,ageBand,2030,2031\n" + area + ",85+,5000,5200\n" + area + ",65-84,20000,20000\n");
    String service = unique("").strip().toUpperCase(Locale.ROOT);
    UUID provider = registered(Map.of("legalName", unique("Ltd")));
    home(area, provider, 300);
    home(area, provider, 50);
    ForeignEvents.placement(TRAFFORD, service, provider, area, 900, 0);
    ForeignEvents.placement(TRAFFORD, service, provider, area, 950, 0);
    UUID block = ForeignEvents.contract(TRAFFORD, service, provider, 400_000);
    ForeignEvents.agreement(TRAFFORD, service, area, block, 8);
    ForeignEvents.blockPlacement(TRAFFORD, service, provider, area, block);
    Map<String, Object> form = forecast(source, area, service);
    await()
        .untilAsserted(
            () ->
                officer()
                    .body(form)
                    .post(FORECASTS)
                    .then()
                    .statusCode(201)
                    .body("totals[0].contracted", equalTo(10.00f)));
    Response saved = officer().body(form).post(FORECASTS);
    saved
        .then()
        .statusCode(201)
        .header("ETag", "\"1\"")
        .body("volumes[0].demand", equalTo(412.50f))
        .body("volumes[0].capacityGap", equalTo(62.50f))
        .body("volumes[0].contractedGap", equalTo(402.50f))
        .body("totals[1].demand", equalTo(425.00f));
    String path = FORECASTS + "/" + saved.path("id");
    asSpreadsheet(saved.path("id"), service);
    officer()
        .get(path + "/inputs")
        .then()
        .body("capacity[0].source", containsString("Registered beds of 2 open homes"))
        .body("contracted[0].source", containsString("3 placements and agreements"));
    officer()
        .get(path + "/sensitivity?year=2030")
        .then()
        .body("assumptions[0].assumption", equalTo("Capacity"))
        .body("assumptions[0].swing", equalTo(70.00f))
        .body("assumptions[1].elasticity", equalTo(5.00f));
    officer()
        .body(Map.of("populationPercent", 110))
        .post(path + "/what-if")
        .then()
        .statusCode(200)
        .body("saved[0].demand", equalTo(412.50f))
        .body("whatIf[0].demand", equalTo(453.75f))
        .body("whatIf[0].capacityGap", equalTo(103.75f));
    officer()
        .body(Map.of("rates", List.of(rate("85+", 10), rate("100+", 1))))
        .post(path + "/what-if")
        .then()
        .spec(problem(422, "COHORT_MISSING"));
    Map<String, Object> next = new HashMap<>();
    Map<String, Object> assumptions = assumptions(source, area);
    assumptions.put("rates", List.of(rate("85+", 70)));
    next.put("assumptions", assumptions);
    next.put("note", "Only the oldest, at the rate of 2026");
    officer().body(next).put(path).then().spec(problem(428, "PRECONDITION_REQUIRED"));
    officer()
        .header("If-Match", "\"1\"")
        .body(next)
        .put(path)
        .then()
        .statusCode(200)
        .header("ETag", "\"2\"")
        .body("totals[0].demand", equalTo(350.00f));
    officer().header("If-Match", "\"1\"").body(next).put(path).then().statusCode(412);
    home(area, provider, 1000);
    officer()
        .get(path + "?version=1")
        .then()
        .body("totals[0].demand", equalTo(412.50f))
        .body("totals[0].capacity", equalTo(350.00f));
    officer().get(path + "/versions").then().body("items.version", equalTo(List.of(2, 1)));
    officer().get(path + "?version=3").then().spec(problem(404, "NOT_FOUND"));
    String csv = officer().accept("text/csv").get(path).asString();
    assertTrue(csv.contains("2030,ALL," + service + ",BEDS,350.00,350.00,10.00,0.00,340.00"), csv);
    as(Tokens.providers(BURY)).get(path).then().spec(problem(404, "NOT_FOUND"));
    reader().get(path).then().spec(problem(403, "FORBIDDEN"));
    await()
        .untilAsserted(
            () ->
                assertEquals(
                    2,
                    TestTopics.readAll("providers.v1", saved.path("id")).stream()
                        .filter(event -> event.type().equals("demand-forecast.saved.v1"))
                        .map(event -> event.attributes().get("id"))
                        .distinct()
                        .count()));
  }

  @Test
  void capacityOfHoursIsAtLeastWhatRanAtOnce() {
    String source = unique("projections");
    String area = area();
    String empty = area();
    imported(
        source,
        "area,ageBand,2030,2031\n%1$s,85+,100,100\n%1$s,65-84,0,0\n%2$s,85+,100,100\n%2$s,65-84,0,0\n"
            .formatted(area, empty));
    String service = unique("").strip().toUpperCase(Locale.ROOT);
    UUID provider = registered(Map.of("legalName", unique("Ltd")));
    ForeignEvents.placement(TRAFFORD, service, provider, area, 250, 10);
    ForeignEvents.placement(TRAFFORD, service, provider, area, 500, 20);
    ForeignEvents.placement(TRAFFORD, service, provider, area, 900, 0);
    ForeignEvents.placement(BURY, service, provider, area, 500, 40);
    Map<String, Object> form = forecast(source, area, service);
    Map<String, Object> assumptions = assumptions(source, area);
    assumptions.put("areas", List.of(area, empty));
    form.put("assumptions", assumptions);
    form.put("unit", "HOURS_PER_WEEK");
    form.remove("careTypes");
    await()
        .untilAsserted(
            () -> {
              Response saved = officer().body(form).post(FORECASTS);
              saved.then().statusCode(201);
              officer()
                  .get(FORECASTS + "/" + saved.path("id") + "/inputs")
                  .then()
                  .body("capacity.area", equalTo(List.of(area)))
                  .body("capacity[0].units", equalTo(30))
                  .body(
                      "capacity[0].source",
                      containsString("At least: 2 placements and agreements ran on "));
            });
  }

  @Test
  void everythingThatDoesNotFitIsNamedAtOnce() {
    String area = area();
    Map<String, Object> form = forecast("nobody's", area, "HOMES");
    officer().body(form).post(FORECASTS).then().spec(problem(422, "COHORT_MISSING"));
    Map<String, Object> assumptions = assumptions("nobody's", area);
    assumptions.put("lastYear", 2029);
    assumptions.put("rates", List.of(rate("85+", 1), rate("85+", 2)));
    Map<String, Object> neither = new HashMap<>();
    neither.put("code", "BOTH");
    neither.put("name", "Neither");
    neither.put("from", "2030-01-01");
    neither.put("reason", "r");
    neither.put("source", "s");
    neither.put("ageBand", "85 +");
    assumptions.put("adjustments", List.of(neither));
    assumptions.put(
        "capacity", List.of(Map.of("area", "E08000001", "units", 1, "source", "guess")));
    form.put("assumptions", assumptions);
    officer()
        .body(form)
        .post(FORECASTS)
        .then()
        .spec(problem(422, "FORECAST_BROKEN"))
        .body(
            "violations.pointer",
            equalTo(
                List.of(
                    "/assumptions/lastYear",
                    "/assumptions/rates/1/ageBand",
                    "/assumptions/adjustments/0",
                    "/assumptions/adjustments/0/ageBand",
                    "/assumptions/capacity/0/area")));
  }

  private static void asSpreadsheet(String forecast, String service) {
    officer()
        .accept("text/csv")
        .get(FORECASTS + "?serviceType=" + service)
        .then()
        .statusCode(200)
        .contentType(equalTo("text/csv;charset=UTF-8"))
        .body(startsWith("id,name,serviceType,unit,savedAt,version\r\n"))
        .body(containsString(forecast + ",'=Care homes," + service + ",BEDS,"));
    officer()
        .accept("text/csv")
        .get(FORECASTS + "?serviceType=NOTHING")
        .then()
        .body(not(containsString(forecast)));
    as(Tokens.providers(BURY))
        .accept("text/csv")
        .get(FORECASTS + "?serviceType=" + service)
        .then()
        .statusCode(200)
        .body(not(containsString(forecast)));
  }

  private static JsonPath imported(String source, String csv) {
    String id =
        officer()
            .contentType("text/csv")
            .body(csv)
            .post("/v1/population-cohort-imports?source=" + source)
            .then()
            .statusCode(202)
            .extract()
            .path("id");
    await()
        .until(
            () -> officer().get("/v1/population-cohort-imports/" + id).path("finishedAt") != null);
    return officer().get("/v1/population-cohort-imports/" + id).jsonPath();
  }

  private static String area() {
    return "W07%06d".formatted((int) (Math.random() * 999_999));
  }

  private static void home(String area, UUID provider, int beds) {
    officer()
        .body(
            Map.of(
                "name", unique("House"),
                "careType", "RESIDENTIAL_HOME",
                "area", area,
                "providerId", provider,
                "beds", beds))
        .post("/v1/locations")
        .then()
        .statusCode(201);
  }

  private static Map<String, Object> rate(String band, double perThousand) {
    return Map.of(
        "ageBand", band, "perThousand", perThousand, "unitsPerPerson", 1, "source", "Cases");
  }

  private static Map<String, Object> assumptions(String source, String area) {
    Map<String, Object> assumptions = new HashMap<>();
    assumptions.put("populationSource", source);
    assumptions.put("areas", List.of(area));
    assumptions.put("firstYear", 2030);
    assumptions.put("lastYear", 2031);
    assumptions.put("rates", List.of(rate("85+", 62.5), rate("65-84", 5)));
    return assumptions;
  }

  private static Map<String, Object> forecast(String source, String area, String service) {
    Map<String, Object> form = new HashMap<>();
    form.put("name", "=Care homes");
    form.put("serviceType", service);
    form.put("unit", "BEDS");
    form.put("careTypes", List.of("RESIDENTIAL_HOME", "NURSING_HOME"));
    form.put("assumptions", assumptions(source, area));
    form.put("note", "First");
    return form;
  }
}
