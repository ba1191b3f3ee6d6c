package uk.carecontracts.monitoring.visits;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.carecontracts.monitoring.stage.Api;
import uk.carecontracts.monitoring.stage.Await;
import uk.carecontracts.monitoring.stage.ContractEvent;
import uk.carecontracts.monitoring.stage.OnStage;
import uk.carecontracts.monitoring.stage.ProviderEvent;
import uk.carecontracts.testkit.Problems;
import uk.carecontracts.testkit.Tokens;

/** What is said of visits that are held, and to whom. */
@QuarkusTest
@OnStage
class VisitsResourceTest {
  private static final String PLANS = "/v1/monitoring-plans?contractId=";

  @Test
  void terms_of_a_contract_judge_its_visits_anew() {
    ContractEvent contract = VisitsHttp.known();
    VisitsHttp.imported(Api.officer(), "VISITS_CSV", VisitsHttp.fourVisits(contract));
    String terms =
        """
        {"contractId": "%s", "validFrom": "2026-05-06", "minutesEarly": 30, "minutesLate": 30,
         "shortBelowPercent": 50, "source": "Schedule 2, clause 4"}\
        """
            .formatted(contract.id);

    Api.officer()
        .body(terms)
        .post("/v1/visits/terms")
        .then()
        .statusCode(201)
        .body("version", equalTo(1));

    Api.officer()
        .get(VisitsHttp.FIGURES + contract.id)
        .then()
        .body("items[0].onTimePercent", equalTo(100.00f))
        .body("items[0].counts.shortVisits", equalTo(0));
    Api.officer()
        .get("/v1/visits/terms?contractId=" + contract.id)
        .then()
        .body("items.source", hasItem("Schedule 2, clause 4"))
        .body("items.authority", hasItem("SHARED"));
    Api.officer()
        .body(terms.replace(contract.id.toString(), UUID.randomUUID().toString()))
        .post("/v1/visits/terms")
        .then()
        .spec(Problems.problem(422, "CONTRACT_UNKNOWN"));
    Api.officer()
        .body(terms.replaceFirst("\"contractId\": \"[^\"]+\",", ""))
        .post("/v1/visits/terms")
        .then()
        .spec(Problems.problem(422, "TERMS_IN_THE_PAST"));
  }

  @Test
  void lists_go_on_page_by_page_and_filter() {
    ContractEvent contract = VisitsHttp.known();
    VisitsHttp.imported(Api.officer(), "VISITS_CSV", VisitsHttp.fourVisits(contract));
    String list = "/v1/visits?limit=3&contractId=" + contract.id;

    String next = Api.officer().get(list).then().body("items", hasSize(3)).extract().path("next");
    Api.officer()
        .get(list + "&cursor=" + next)
        .then()
        .body("items", hasSize(1))
        .body("items[0].status", equalTo("CANCELLED"))
        .body("next", nullValue());
    Api.officer()
        .get("/v1/visits?onTime=false&month=2026-05&contractId=" + contract.id)
        .then()
        .body("items", hasSize(1))
        .body("items[0].shortVisit", equalTo(true));
    Api.officer()
        .accept("text/csv")
        .get("/v1/visits?onTime=false&month=2026-05&contractId=" + contract.id)
        .then()
        .statusCode(200)
        .body(startsWith("visitId,contractId,"))
        .body(containsString(",2026-05-06T08:00:00Z,30,"));
    Api.officer().get("/v1/visits?month=May").then().spec(Problems.problem(400, "INVALID_REQUEST"));
  }

  @Test
  void a_provider_tells_and_sees_its_own_visits_only() {
    ContractEvent contract = VisitsHttp.known();
    ContractEvent foreign = VisitsHttp.known();
    JsonPath job =
        VisitsHttp.imported(
            Api.provider(contract),
            "VISITS_CSV",
            VisitsHttp.HEADER
                + VisitsHttp.line(contract, "p", "P1,,2026-05-05T08:00:00Z,30,,,MISSED,,")
                + VisitsHttp.line(foreign, "q", "P1,,2026-05-05T08:00:00Z,30,,,MISSED,,"));

    assertEquals(1, job.getInt("rows.created"));
    assertEquals(1, job.getInt("rows.rejected"));
    Api.provider(contract).get("/v1/visit-imports/" + job.getString("id")).then().statusCode(200);
    Api.provider(foreign)
        .get("/v1/visit-imports/" + job.getString("id"))
        .then()
        .spec(Problems.problem(404, "NOT_FOUND"));
    Api.provider(contract).get("/v1/visits").then().body("items", hasSize(1));
    Api.provider(contract)
        .get("/v1/visits/figures?providerId=" + foreign.provider())
        .then()
        .spec(Problems.problem(403, "PROVIDER_NOT_PARTY"));
    Api.provider(contract)
        .get("/v1/visit-imports")
        .then()
        .spec(Problems.problem(403, "OFFICERS_ONLY"));
    Api.officer("E10000017").get(VisitsHttp.FIGURES + contract.id).then().body("items", hasSize(0));
    Api.officer()
        .body("{\"from\": \"2026-05\", \"to\": \"2026-05\"}")
        .post("/v1/visits/recounts")
        .then()
        .spec(Problems.problem(403, "FORBIDDEN"));
  }

  private static JsonPath told(RequestSpecification caller, ContractEvent contract, UUID by) {
    return VisitsHttp.imported(
        caller,
        "VISITS_CSV",
        "visitId,contractReference,providerId,person,plannedStart,plannedMinutes,actualStart,"
            + "actualEnd,status\n"
            + "m-%s-%s,%s,%s,P1,2026-05-05T08:00:00Z,30,,,MISSED\n"
                .formatted(by, contract.id, VisitsHttp.reference(contract), by));
  }

  @Test
  void while_records_are_merged_a_token_of_either_tells_visits_that_name_the_other() {
    ContractEvent contract = VisitsHttp.known();
    UUID survivor = contract.provider();
    UUID duplicate = UUID.randomUUID();
    UUID stranger = UUID.randomUUID();
    String token = Tokens.provider(ContractEvent.DEVON, duplicate);
    assertEquals(1, told(Api.provider(contract), contract, duplicate).getInt("rows.rejected"));
    assertEquals(1, told(Api.json(token), contract, survivor).getInt("rows.rejected"));

    ProviderEvent.send(duplicate, 2, survivor);
    Await.until(() -> Api.json(token).get(PLANS + contract.id).then().body("items", hasSize(1)));
    JsonPath job = told(Api.provider(contract), contract, duplicate);
    assertEquals(1, job.getInt("rows.created"));
    assertEquals(1, told(Api.json(token), contract, survivor).getInt("rows.created"));
    assertEquals(1, told(Api.provider(contract), contract, stranger).getInt("rows.rejected"));
    assertEquals(1, told(Api.json(token), contract, stranger).getInt("rows.rejected"));
    Api.json(token).get("/v1/visit-imports/" + job.getString("id")).then().statusCode(200);
    Api.officer()
        .get(VisitsHttp.FIGURES + contract.id + "&groupBy=PROVIDER")
        .then()
        .body("items", hasSize(1))
        .body("items[0].providerId", equalTo(survivor.toString()))
        .body("items[0].counts.missed", equalTo(2));

    ProviderEvent.send(duplicate, 3, null);
    Await.until(() -> Api.json(token).get(PLANS + contract.id).then().body("items", hasSize(0)));
    assertEquals(1, told(Api.provider(contract), contract, duplicate).getInt("rows.rejected"));
    Api.json(token).get("/v1/visit-imports/" + job.getString("id")).then().statusCode(404);
  }
}
