package uk.carecontracts.monitoring.strategies;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.carecontracts.monitoring.stage.Api;
import uk.carecontracts.monitoring.stage.ContractEvent;
import uk.carecontracts.monitoring.stage.OnStage;
import uk.carecontracts.monitoring.stage.ReturnBodies;
import uk.carecontracts.testkit.Problems;

@QuarkusTest
@OnStage
class StrategiesResourceTest {

  private static Map<String, Object> measure(
      String indicator, String level, double target, String unit) {
    return Map.of(
        "indicator", indicator,
        "title", indicator,
        "level", level,
        "unit", unit,
        "direction", "HIGHER_IS_BETTER",
        "baseline", 0,
        "target", target,
        "tolerance", 5,
        "weight", 1);
  }

  private static Map<String, Object> strategy(List<UUID> contracts) {
    Map<String, Object> outcome =
        Map.of(
            "code",
            "SAFE_AT_HOME",
            "title",
            "People are safe at home",
            "measures",
            List.of(
                measure("FEELING_SAFE", "SERVICE", 90, "PERCENT"),
                measure("OWN_GOAL", "INDIVIDUAL", 50, "PERCENT"),
                measure("ASCOF_4A", "POPULATION", 70, "PERCENT")),
            "contracts",
            contracts);
    Map<String, Object> body = new HashMap<>();
    body.put("clientGroup", "OLDER_PEOPLE");
    body.put("title", "=Growing older well");
    body.put("startsOn", "2025-04-01");
    body.put("endsOn", "2030-03-31");
    body.put(
        "priorities",
        List.of(Map.of("code", "SAFETY", "title", "Safety", "outcomes", List.of(outcome))));
    return body;
  }

  private static void asSpreadsheet(ContractEvent contract, String strategy) {
    Api.officer()
        .accept("text/csv")
        .get("/v1/strategies?clientGroup=OLDER_PEOPLE")
        .then()
        .statusCode(200)
        .contentType(equalTo("text/csv;charset=UTF-8"))
        .body(startsWith("id,clientGroup,title,startsOn,"))
        .body(containsString(strategy + ",OLDER_PEOPLE,'=Growing older well,2025-04-01,"))
        .body(containsString(",DRAFT,Safety,1,3,2\r\n"));
    Api.officer()
        .accept("text/csv")
        .get("/v1/strategies?clientGroup=NOBODY")
        .then()
        .statusCode(200)
        .body(not(containsString(strategy)));
    Api.provider(contract)
        .accept("text/csv")
        .get("/v1/strategies")
        .then()
        .spec(Problems.problem(403, "OFFICERS_ONLY"));
  }

  @Test
  void a_strategy_is_reported_on_its_own_outcomes_with_the_arithmetic() {
    ContractEvent one = ContractEvent.active();
    ContractEvent two = ContractEvent.active();
    for (ContractEvent contract : List.of(one, two)) {
      contract.send();
      String plan = Api.twoIndicatorPlan(contract);
      Api.provider(contract)
          .body(
              ReturnBodies.submitted(
                  plan, 1, contract == one ? 95 : 40, contract == one ? 100 : 50, "0.2"))
          .post("/v1/returns")
          .then()
          .statusCode(201);
    }
    String id =
        Api.officer()
            .body(strategy(List.of(one.id, two.id)))
            .post("/v1/strategies")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    asSpreadsheet(one, id);
    String at = "/v1/strategies/" + id;
    for (int i = 1; i <= 6; i++) {
      observe(at, "OWN_GOAL", "INDIVIDUAL", "P-" + i, i % 3 == 0 ? 0 : 1, 1, 201);
    }
    observe(at, "ASCOF_4A", "POPULATION", null, 710, 1000, 201);
    observe(at, "OWN_GOAL", "INDIVIDUAL", "Margaret", 1, 1, 422);
    observe(at, "OWN_GOAL", "INDIVIDUAL", "P-9", 2, 1, 422);
    observe(at, "FEELING_SAFE", "SERVICE", null, 1, 1, 422);

    String lines = "priorities[0].outcomes[0].measures";
    Api.officer()
        .get(at + "/report?missingValues=LAST_KNOWN")
        .then()
        .statusCode(200)
        .body(lines + "[0].value", equalTo(90.0f))
        .body(lines + "[0].formula", containsString(") ÷ ("))
        .body(lines + "[1].value", equalTo(66.67f))
        .body(lines + "[1].formula", equalTo("4 of 6 people × 100"))
        .body(lines + "[2].value", equalTo(71.0f))
        .body("whole.rag", equalTo("GREEN"))
        .body("priorities[0].standing.arithmetic", containsString("People are safe at home 100"));

    Api.officer()
        .header("If-Match", "\"1\"")
        .post(at + "/adopt")
        .then()
        .statusCode(200)
        .body("status", equalTo("ADOPTED"));
    Api.officer()
        .header("If-Match", "\"2\"")
        .body(strategy(List.of(UUID.randomUUID())))
        .put(at)
        .then()
        .spec(Problems.violation(422, "CONTRACT_UNKNOWN", "/priorities/0/outcomes/0/contracts"));
    Api.officer()
        .header("If-Match", "\"2\"")
        .body(strategy(List.of(one.id)))
        .put(at)
        .then()
        .statusCode(200)
        .body("priorities[0].outcomes[0].contracts", hasSize(1));
    Api.officer().header("If-Match", "\"3\"").post(at + "/close").then().statusCode(200);
    Api.officer()
        .header("If-Match", "\"4\"")
        .body(strategy(List.of(one.id)))
        .put(at)
        .then()
        .spec(Problems.problem(409, "STRATEGY_STATUS"));
    Api.officer("E10000017").get(at).then().spec(Problems.problem(404, "NOT_FOUND"));
    Api.provider(one).get(at + "/report").then().spec(Problems.problem(403, "OFFICERS_ONLY"));
  }

  private static void observe(
      String at, String indicator, String level, String person, int part, int whole, int status) {
    Map<String, Object> body = new HashMap<>();
    body.put("indicator", indicator);
    body.put("level", level);
    if (person != null) {
      body.put("personReference", person);
    }
    body.put("numerator", part);
    body.put("denominator", whole);
    body.put("periodStart", "2025-04-01");
    body.put("periodEnd", "2026-03-31");
    Api.officer().body(body).post(at + "/observations").then().statusCode(status);
  }

  @Test
  void frameworks_have_editions_and_begin_with_the_nineteen_metrics_of_ascof() {
    String own = "E10000034";
    Api.officer(own)
        .get("/v1/outcome-frameworks?code=ASCOF")
        .then()
        .statusCode(200)
        .body("items", hasSize(1))
        .body("items[0].outcomes.indicators.flatten()", hasSize(19));
    String starter =
        Api.officer(own)
            .get("/v1/outcome-frameworks?code=ASCOF")
            .then()
            .extract()
            .path("items[0].id");
    Api.officer(own)
        .header("If-Match", "*")
        .body("{\"validFrom\": \"2026-04-01\"}")
        .post("/v1/outcome-frameworks/" + starter + "/adopt")
        .then()
        .spec(Problems.problem(409, "FRAMEWORK_SETTLED"));
    String first = draft(own, "2025-26");
    String second = draft(own, "2026-27");
    Api.officer(own)
        .header("If-Match", "\"1\"")
        .body(Map.of("outcomes", List.of(home("At home as long as one likes"))))
        .put("/v1/outcome-frameworks/" + first + "/outcomes")
        .then()
        .statusCode(200)
        .body("outcomes[0].title", equalTo("At home as long as one likes"));
    for (String id : List.of(first, second)) {
      Api.officer(own)
          .header("If-Match", id.equals(first) ? "\"2\"" : "\"1\"")
          .body("{\"validFrom\": \"2026-04-01\"}")
          .post("/v1/outcome-frameworks/" + id + "/adopt")
          .then()
          .statusCode(200);
    }
    Api.officer(own)
        .get("/v1/outcome-frameworks?code=OWN")
        .then()
        .body("items.status", hasItem("SUPERSEDED"))
        .body("items.find { it.id == '" + second + "' }.status", equalTo("ADOPTED"));
  }

  private static Map<String, Object> home(String title) {
    Map<String, Object> indicator =
        Map.of(
            "code", "OWN_1",
            "title", "People who feel at home",
            "level", "SERVICE",
            "unit", "PERCENT",
            "direction", "HIGHER_IS_BETTER",
            "numerator", "People who feel at home",
            "denominator", "People asked");
    return Map.of("code", "HOME", "title", title, "indicators", List.of(indicator));
  }

  private static String draft(String authority, String edition) {
    Map<String, Object> body =
        Map.of(
            "code", "OWN",
            "title", "Our outcomes",
            "edition", edition,
            "outcomes", List.of(home("At home")),
            "source", "Own");
    return Api.officer(authority)
        .body(body)
        .post("/v1/outcome-frameworks")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }
}
