package uk.carecontracts.contracts.cycle;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.carecontracts.contracts.Api;
import uk.carecontracts.contracts.ContractsInfrastructure;
import uk.carecontracts.testkit.Patience;
import uk.carecontracts.testkit.Problems;
import uk.carecontracts.testkit.TestTopics;

@QuarkusTest
@ContractsInfrastructure
class CycleViewTest {
  private static final String COUNCIL = "E10000034";
  private static final YearMonth MONTH = YearMonth.now(ZoneId.of("Europe/London")).minusMonths(1);

  private static RequestSpecification keeper() {
    return Api.as(COUNCIL);
  }

  private static String active(String title, String start, String end) {
    String body =
        Api.complete(Api.reference())
            .replace("Home care in Northvale", title)
            .replace("HOME_CARE", "SHARED_LIVES")
            .replace("2026-04-01", start)
            .replace("2030-03-31", end);
    Response draft = keeper().body(body).post("/v1/contracts");
    draft.then().statusCode(201);
    String id = draft.jsonPath().getString("id");
    keeper()
        .header("If-Match", "\"1\"")
        .body(Api.award("Fernleigh Ltd"))
        .post("/v1/contracts/" + id + "/award")
        .then()
        .statusCode(200);
    keeper()
        .header("If-Match", "\"2\"")
        .post("/v1/contracts/" + id + "/activate")
        .then()
        .statusCode(200);
    return id;
  }

  private static void send(
      String type, String aggregate, UUID id, long version, Map<String, ?> state) {
    TestTopics.send(
        "monitoring.v1",
        id.toString(),
        Map.of(
            "id",
            UUID.randomUUID().toString(),
            "source",
            "/test",
            "type",
            type,
            "subject",
            id.toString(),
            "time",
            "2026-05-01T10:00:00Z",
            "aggregatetype",
            aggregate,
            "aggregateversion",
            String.valueOf(version),
            "authority",
            COUNCIL),
        Map.of("state", state, "change", Map.of()));
  }

  private static Map<String, ?> activity(String contract, int onTime) {
    return Map.of(
        "contractId", contract,
        "month", MONTH.toString(),
        "planned", 110,
        "delivered", 100,
        "missed", 4,
        "onTime", onTime,
        "minutesAgreed", 3000,
        "minutesDelivered", 2850,
        "preferenceMet", 60,
        "preferenceAsked", 80);
  }

  private static Map<String, ?> approved(String contract, String status) {
    return Map.of(
        "contractId",
        contract,
        "periodEnd",
        MONTH.atEndOfMonth().toString(),
        "status",
        status,
        "observations",
        List.of(Map.of("indicator", "QUALITY_OF_LIFE", "value", 78.5)));
  }

  private static JsonPath await(String path, String expected) {
    return Patience.await()
        .until(
            () -> keeper().get("/v1/cycle?serviceType=SHARED_LIVES").jsonPath(),
            view -> expected.equals("" + view.getString(path)));
  }

  @Test
  void finance_activity_outcomes_and_lessons_stand_side_by_side() throws Exception {
    LocalDate end = LocalDate.now(ZoneId.of("Europe/London")).plusMonths(3);
    String contract = active("Shared <lives>", "2024-04-01", end.toString());
    UUID visits = UUID.randomUUID();
    UUID answer = UUID.randomUUID();
    UUID review = UUID.randomUUID();
    send("contract-activity.recorded.v1", "contract-activity", visits, 2, activity(contract, 91));
    send("contract-activity.recorded.v1", "contract-activity", visits, 1, activity(contract, 10));
    send("return.approved.v1", "return", answer, 3, approved(contract, "APPROVED"));
    send(
        "contract-review.held.v9",
        "contract-review",
        review,
        1,
        Map.of(
            "contractId", contract,
            "status", "HELD",
            "heldOn", "2026-04-30",
            "summary", "Match people sooner"));
    await("activity[0].onTimePercent", "91.0");
    await("outcomes[0].latest", "78.5");
    JsonPath view = await("lessons[0].text", "Match people sooner");
    assertEquals("ANALYSE", view.getString("stage.stage"));
    keeper()
        .get("/v1/cycle?category=3210&clientGroup=OLDER_PEOPLE&serviceType=SHARED_LIVES")
        .then()
        .statusCode(200)
        .body("contracts", hasSize(1))
        .body("activity[0].minutesPercent", equalTo(95.0f))
        .body("activity[0].preferencePercent", equalTo(75.0f))
        .body("market.suppliers", equalTo(1))
        .body("market.concentration", equalTo(10000))
        .body("decisions.decision", hasItem("END"))
        .body("decisions[0].rag", equalTo("RED"));
    keeper()
        .accept("text/csv")
        .get("/v1/cycle?serviceType=SHARED_LIVES")
        .then()
        .statusCode(200)
        .contentType(startsWith("text/csv"))
        .body(containsString("ACTIVITY,visits," + MONTH + ",onTimePercent,91.0"));
    keeper()
        .accept("text/html")
        .get("/v1/cycle?serviceType=SHARED_LIVES")
        .then()
        .statusCode(200)
        .contentType(startsWith("text/html"))
        .body(containsString("lang=\"en-GB\""))
        .body(containsString("Shared &lt;lives&gt;"))
        .body(not(containsString("Shared <lives>")))
        .body(containsString("Match people sooner"));
    send("return.corrected-after-lock.v1", "return", answer, 4, approved(contract, "SUBMITTED"));
    await("outcomes[0].latest", "null");
    Api.keeper()
        .get("/v1/cycle?serviceType=SHARED_LIVES")
        .then()
        .body("contracts", hasSize(0))
        .body("activity", hasSize(0));
    keeper().get("/v1/cycle").then().spec(Problems.problem(400, "INVALID_REQUEST"));
  }
}
