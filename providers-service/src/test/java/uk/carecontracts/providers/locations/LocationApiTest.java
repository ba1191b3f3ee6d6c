package uk.carecontracts.providers.locations;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static uk.carecontracts.testkit.Patience.await;
import static uk.carecontracts.testkit.Problems.problem;
import static uk.carecontracts.testkit.Problems.violation;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;
import uk.carecontracts.providers.ServiceTest;
import uk.carecontracts.testkit.CloudEventRecord;
import uk.carecontracts.testkit.TestTopics;

@QuarkusTest
class LocationApiTest extends ServiceTest {

  @Inject SessionFactory sessions;

  @Test
  void aLocationIsRegisteredCorrectedClosedAndReopened() {
    UUID provider = registered(Map.of("legalName", unique("Ltd")));
    Response created =
        officer()
            .body(
                Map.of(
                    "providerId",
                    provider,
                    "name",
                    unique("House"),
                    "careType",
                    "NURSING_HOME",
                    "beds",
                    42,
                    "area",
                    "E06000018",
                    "postcode",
                    "m334rz",
                    "openedOn",
                    "2020-01-01"))
            .post("/v1/locations");
    created
        .then()
        .statusCode(201)
        .header("ETag", "\"1\"")
        .body("status", equalTo("OPEN"))
        .body("postcode", equalTo("M33 4RZ"))
        .body("openedBetween.until", equalTo("2020-01-01"))
        .body("specialMeasures.inForce", equalTo(false));
    String path = "/v1/locations/" + created.path("id");
    officer()
        .body(Map.of("beds", 40))
        .patch(path)
        .then()
        .spec(problem(428, "PRECONDITION_REQUIRED"));
    officer()
        .header("If-Match", "\"1\"")
        .body(Map.of("beds", 40))
        .patch(path)
        .then()
        .statusCode(200)
        .body("beds", equalTo(40))
        .body("version", equalTo(2));
    officer()
        .header("If-Match", "\"1\"")
        .body(Map.of("beds", 41))
        .patch(path)
        .then()
        .spec(problem(412, "STALE_VERSION"));
    officer()
        .header("If-Match", "\"2\"")
        .body(Map.of("closedOn", "2024-05-01", "reason", "Provider left the market"))
        .patch(path)
        .then()
        .body("status", equalTo("CLOSED"))
        .body("closedBetween.until", equalTo("2024-05-01"));
    officer()
        .header("If-Match", "\"3\"")
        .body(Map.of("reopened", true))
        .patch(path)
        .then()
        .body("status", equalTo("OPEN"))
        .body("closedBetween", nullValue());
    reader()
        .get(path + "/history")
        .then()
        .body(
            "items.type",
            equalTo(
                List.of(
                    "location.reopened.v1",
                    "location.closed.v1",
                    "location.amended.v1",
                    "location.registered.v1")));
    reader().header("If-None-Match", "\"4\"").get(path).then().statusCode(304);
    officer()
        .header("If-Match", "\"4\"")
        .body(Map.of("exitReason", "INSOLVENCY"))
        .patch(path)
        .then()
        .spec(violation(422, "EXIT_WITHOUT_DAY", "/closedOn"));
    officer()
        .header("If-Match", "\"4\"")
        .body(
            Map.of(
                "closedOn", "2024-06-01", "exitReason", "INSOLVENCY", "reason", "Administrators"))
        .patch(path)
        .then()
        .statusCode(200);
    String id = created.path("id");
    reader()
        .get("/v1/market/openings-closures?limit=500&area=" + "E06000018")
        .then()
        .body(
            "items.findAll { it.locationId == '" + id + "' }.event",
            equalTo(List.of("OPENED", "CLOSED")))
        .body(
            "items.find { it.locationId == '" + id + "' && it.event == 'CLOSED' }.exitReason",
            equalTo("INSOLVENCY"));
    reader()
        .get("/v1/market/exits?from=2024-01-01&to=2024-12-31&area=" + "E06000018")
        .then()
        .body("byReason.INSOLVENCY", equalTo(1))
        .body("items.find { it.locationId == '" + id + "' }.beds", equalTo(42));
    reader()
        .get("/v1/market/supply?from=2019-07-01&to=2024-07-01&area=" + "E06000018")
        .then()
        .body(
            "points.findAll { it.counted.contains('" + id + "') }.date",
            equalTo(List.of("2020-07-01", "2021-07-01", "2022-07-01", "2023-07-01")));
    reader()
        .accept("text/csv")
        .get("/v1/market/supply?area=" + "E06000018")
        .then()
        .body(containsString("date,careType,locations"));
    reader()
        .get("/v1/market/capacity?asOf=2024-05-31&careType=NURSING_HOME&area=" + "E06000018")
        .then()
        .body("items[0].counted.contains('" + id + "')", equalTo(true));
    reader().get("/v1/locations?providerId=" + provider).then().body("items", hasSize(1));
  }

  @Test
  void whatCannotBeIsExplained() {
    String id = "1-" + (100000000 + (int) (Math.random() * 800000000));
    location(Map.of("cqcLocationId", id));
    officer()
        .body(body(Map.of("cqcLocationId", id)))
        .post("/v1/locations")
        .then()
        .spec(problem(409, "CQC_ID_TAKEN", id));
    officer()
        .body(body(Map.of("providerId", UUID.randomUUID())))
        .post("/v1/locations")
        .then()
        .spec(violation(422, "UNKNOWN_PROVIDER", "/providerId"));
    officer().body(body(Map.of("area", "Trafford"))).post("/v1/locations").then().statusCode(400);
    reader().body(body(Map.of())).post("/v1/locations").then().spec(problem(403, "FORBIDDEN"));
  }

  @Test
  void listsArePagedInOneStatementEach() {
    String mark = unique("").strip();
    for (String name : List.of("Ash", "Elm", "Oak")) {
      location(Map.of("name", name + " " + mark));
    }
    long before = sessions.getStatistics().getPrepareStatementCount();
    Response first = reader().get("/v1/locations?limit=2&q=" + mark);
    assertEquals(1, sessions.getStatistics().getPrepareStatementCount() - before);
    first.then().body("items.name", equalTo(List.of("Ash " + mark, "Elm " + mark)));
    reader()
        .get("/v1/locations?limit=2&q=" + mark + "&cursor=" + first.path("next"))
        .then()
        .body("items.name", equalTo(List.of("Oak " + mark)))
        .body("next", nullValue());
    reader()
        .accept("text/csv")
        .get("/v1/locations?q=" + mark)
        .then()
        .contentType(containsString("text/csv"))
        .body(containsString("Ash " + mark));
  }

  @Test
  void aFallIsToldWithWhatItFellFrom() {
    UUID id = location(Map.of());
    rate(id, "GOOD", "2024-01-10", null).then().statusCode(201);
    rate(id, "INADEQUATE", "2025-01-10", null).then().statusCode(201);
    reader()
        .get("/v1/locations/" + id)
        .then()
        .body("currentRating.overall", equalTo("INADEQUATE"))
        .body("previousRating.overall", equalTo("GOOD"))
        .body("specialMeasures.inForce", equalTo(true))
        .body("specialMeasures.route", equalTo(1))
        .body("specialMeasures.since", equalTo("2025-01-10"));
    CloudEventRecord event = lastRated(id, 2);
    Map<?, ?> change = (Map<?, ?>) event.data().get("change");
    assertEquals("GOOD", change.get("from"));
    assertEquals("INADEQUATE", change.get("to"));
    assertEquals("FELL", change.get("movement"));
    reader()
        .get("/v1/locations/" + id + "/ratings?asOf=2024-12-31")
        .then()
        .body("items", hasSize(1))
        .body("current.overall", equalTo("GOOD"))
        .body("specialMeasures.inForce", equalTo(false));
  }

  @Test
  void anOldReportRecordedLateMovesNothing() {
    UUID id = location(Map.of());
    rate(id, "GOOD", "2024-01-10", null).then().statusCode(201);
    rate(id, "OUTSTANDING", "2020-01-10", null).then().statusCode(201);
    reader()
        .get("/v1/locations/" + id)
        .then()
        .body("currentRating.overall", equalTo("GOOD"))
        .body("previousRating.overall", equalTo("OUTSTANDING"));
    assertEquals("UNCHANGED", ((Map<?, ?>) lastRated(id, 2).data().get("change")).get("movement"));
  }

  @Test
  void theSameReportTwiceIsOneRatingAndAnotherContentIsRefused() {
    UUID id = location(Map.of());
    String rating = rate(id, "GOOD", "2024-01-10", null).path("id");
    rate(id, "GOOD", "2024-01-10", null).then().statusCode(200).body("id", equalTo(rating));
    rate(id, "OUTSTANDING", "2024-01-10", null).then().spec(problem(409, "RATING_EXISTS", rating));
    rate(id, "GOOD", "2999-01-10", null)
        .then()
        .spec(violation(422, "REPORT_IN_FUTURE", "/reportDate"));
    rate(id, "SPLENDID", "2024-01-11", null).then().statusCode(400);
    rate(UUID.randomUUID(), "GOOD", "2024-01-11", null).then().spec(problem(404, "NOT_FOUND"));
  }

  @Test
  void aRatingRecordedWronglyIsReplacedWithAReason() {
    UUID id = location(Map.of());
    String wrong = rate(id, "INADEQUATE", "2024-01-10", null).path("id");
    String path = "/v1/locations/" + id + "/ratings/" + wrong + "/correction";
    Map<String, Object> right =
        Map.of(
            "rating",
            Map.of("regulator", "CQC", "overall", "GOOD", "reportDate", "2024-01-10"),
            "reason",
            "Row of another home");
    officer().body(right).post(path).then().spec(problem(428, "PRECONDITION_REQUIRED"));
    officer()
        .header("If-Match", "\"2\"")
        .body(right)
        .post(path)
        .then()
        .statusCode(200)
        .body("corrects", equalTo(wrong))
        .body("reason", equalTo("Row of another home"));
    officer()
        .header("If-Match", "\"3\"")
        .body(right)
        .post(path)
        .then()
        .spec(problem(422, "ALREADY_CORRECTED"));
    reader()
        .get("/v1/locations/" + id)
        .then()
        .body("currentRating.overall", equalTo("GOOD"))
        .body("specialMeasures.inForce", equalTo(false));
    assertEquals(true, ((Map<?, ?>) lastRated(id, 2).data().get("change")).get("correction"));
  }

  @Test
  void aKeyQuestionStillInadequateLeadsToSpecialMeasuresByTheSecondRoute() {
    UUID id = location(Map.of());
    Map<String, String> unsafe = Map.of("safe", "INADEQUATE", "wellLed", "GOOD");
    rate(id, "REQUIRES_IMPROVEMENT", "2024-01-10", unsafe).then().statusCode(201);
    reader()
        .get("/v1/locations/" + id)
        .then()
        .body("specialMeasures.inForce", equalTo(false))
        .body("specialMeasures.reinspectionDue", equalTo("2024-07-10"));
    rate(id, "REQUIRES_IMPROVEMENT", "2024-06-10", unsafe).then().statusCode(201);
    reader()
        .get("/v1/locations/" + id)
        .then()
        .body("specialMeasures.inForce", equalTo(true))
        .body("specialMeasures.route", equalTo(2))
        .body("currentRating.keyQuestions.safe", equalTo("INADEQUATE"));
  }

  @Test
  void ratingsRecordedAtOnceAreAllKept() throws Exception {
    UUID id = location(Map.of());
    List<Callable<Integer>> calls = new ArrayList<>();
    for (int i = 1; i <= 6; i++) {
      String date = "2024-0" + i + "-10";
      calls.add(() -> rate(id, "GOOD", date, null).statusCode());
    }
    ExecutorService callers = Executors.newFixedThreadPool(6);
    for (Future<Integer> answer : callers.invokeAll(calls)) {
      assertEquals(201, answer.get());
    }
    callers.shutdown();
    reader()
        .get("/v1/locations/" + id)
        .then()
        .body("currentRating.reportDate", equalTo("2024-06-10"))
        .body("version", equalTo(7));
    reader().get("/v1/locations/" + id + "/ratings").then().body("items", hasSize(6));
  }

  private static CloudEventRecord lastRated(UUID id, int expected) {
    List<CloudEventRecord> rated = new ArrayList<>();
    await()
        .until(
            () -> {
              rated.clear();
              TestTopics.readAll("providers.v1", id.toString()).stream()
                  .filter(event -> event.type().equals("location.rated.v1"))
                  .forEach(rated::add);
              return rated.size() == expected;
            });
    return rated.get(expected - 1);
  }

  private static Response rate(
      UUID id,
      String overall,
      String date,
      @org.jspecify.annotations.Nullable Map<String, String> keyQuestions) {
    Map<String, Object> rating = new HashMap<>();
    rating.put("regulator", "CQC");
    rating.put("overall", overall);
    rating.put("reportDate", date);
    if (keyQuestions != null) {
      rating.put("keyQuestions", keyQuestions);
    }
    return officer().body(rating).post("/v1/locations/" + id + "/ratings");
  }

  private static Map<String, Object> body(Map<String, Object> more) {
    Map<String, Object> location = new HashMap<>();
    location.put("name", unique("House"));
    location.put("careType", "RESIDENTIAL_HOME");
    location.put("area", BURY);
    location.putAll(more);
    return location;
  }

  private static UUID location(Map<String, Object> more) {
    Response answer = officer().body(body(more)).post("/v1/locations");
    answer.then().statusCode(201);
    return UUID.fromString(answer.path("id"));
  }
}
