package uk.carecontracts.monitoring.reviews;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.carecontracts.monitoring.stage.Api;
import uk.carecontracts.monitoring.stage.ContractEvent;
import uk.carecontracts.monitoring.stage.OnStage;
import uk.carecontracts.monitoring.stage.ReturnBodies;
import uk.carecontracts.testkit.Problems;

/** The review of a contract that had a bad year, and what the data behind it cost. */
@QuarkusTest
@OnStage
class ReviewsResourceTest {
  private static final String COUNCIL = "E10000035";
  private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/London"));

  private static ContractEvent badYear() {
    LocalDate first = TODAY.minusMonths(15);
    ContractEvent contract =
        ContractEvent.active().authority(COUNCIL).dates(first, TODAY.plusMonths(21));
    contract.send();
    String plan = Api.twoIndicatorPlan(contract);
    int[] safe = {93, 91, 88, 84, 79};
    for (int quarter = 1; quarter <= 5; quarter++) {
      Api.provider(contract)
          .body(
              ReturnBodies.of(
                  plan,
                  first.plusMonths(3L * (quarter - 1)).toString(),
                  first.plusMonths(3L * quarter).minusDays(1).toString(),
                  "" + safe[quarter - 1],
                  "100",
                  "0." + quarter,
                  true))
          .post("/v1/returns")
          .then()
          .statusCode(201);
    }
    Api.officer(COUNCIL)
        .body(
            Map.of(
                "contractId", contract.id,
                "kind", "SAFEGUARDING",
                "severity", "SERIOUS",
                "source", "STAFF",
                "summary", "Two <falls> were not reported"))
        .post("/v1/concerns")
        .then()
        .statusCode(201);
    return contract;
  }

  @Test
  void a_review_has_its_agenda_out_of_the_data_and_a_pack_that_prints() throws IOException {
    ContractEvent contract = badYear();
    Map<String, Object> request =
        Map.of("contractId", contract.id, "plannedFor", TODAY.plusWeeks(2).toString());
    String id =
        Api.officer(COUNCIL)
            .body(request)
            .post("/v1/contract-reviews")
            .then()
            .statusCode(201)
            .body("agenda[0].topic", equalTo("CONCERN"))
            .body("agenda.topic", hasItems("RISK", "INDICATOR"))
            .extract()
            .path("id");
    String at = "/v1/contract-reviews/" + id;
    String html =
        Api.officer(COUNCIL)
            .accept("text/html")
            .get(at + "/pack")
            .then()
            .statusCode(200)
            .contentType(containsString("text/html"))
            .body(
                allOf(
                    containsString("lang=\"en-GB\""),
                    containsString("role=\"img\""),
                    containsString("<polyline"),
                    containsString("Two &lt;falls&gt; were not reported"),
                    not(containsString("<script"))))
            .extract()
            .asString();
    Files.writeString(Path.of("target", "contract-review.html"), html);

    Api.officer(COUNCIL)
        .header("If-Match", "\"1\"")
        .body(
            Map.of(
                "heldOn", TODAY.toString(),
                "summary", "=Plan agreed",
                "decisions", List.of("Weekly calls until the concern is closed")))
        .post(at + "/hold")
        .then()
        .statusCode(200)
        .body("status", equalTo("HELD"));
    Api.officer(COUNCIL)
        .get("/v1/risk/contracts/" + contract.id)
        .then()
        .body("lastReviewedOn", equalTo(TODAY.toString()));
    Api.officer(COUNCIL)
        .header("If-Match", "\"2\"")
        .body(Map.of("heldOn", TODAY.toString(), "summary", "Again", "decisions", List.of()))
        .post(at + "/hold")
        .then()
        .spec(Problems.problem(409, "REVIEW_STATUS"));
    Api.officer(COUNCIL)
        .body(Map.of("contractId", contract.id, "plannedFor", TODAY.minusDays(1).toString()))
        .post("/v1/contract-reviews")
        .then()
        .spec(Problems.violation(422, "REVIEW_PLANNED_BEFORE", "/plannedFor"));
    Api.officer().get(at + "/pack").then().spec(Problems.problem(404, "NOT_FOUND"));
    Api.provider(contract).get(at).then().spec(Problems.problem(403, "OFFICERS_ONLY"));

    Api.officer(COUNCIL)
        .accept("text/csv")
        .get("/v1/concerns?contractId=" + contract.id)
        .then()
        .statusCode(200)
        .body(startsWith("id,contractId,providerId,contractReference,contractTitle,providerName,"))
        .body(containsString(",Home care in the north,Elm Care Ltd,"));
    asSpreadsheet(contract, id);
    dataQuality(contract);
  }

  private static void asSpreadsheet(ContractEvent contract, String review) {
    String list = "/v1/contract-reviews?contractId=" + contract.id;
    Api.officer(COUNCIL)
        .accept("text/csv")
        .get(list + "&status=HELD")
        .then()
        .statusCode(200)
        .contentType(equalTo("text/csv;charset=UTF-8"))
        .body(startsWith("id,contractId,contractReference,contractTitle,providerName,status,"))
        .body(containsString("\r\n" + review + "," + contract.id + ","))
        .body(containsString(",Home care in the north,Elm Care Ltd,"))
        .body(containsString(",'=Plan agreed,Weekly calls until the concern is closed,"));
    Api.officer(COUNCIL)
        .accept("text/csv")
        .get(list + "&status=PREPARED")
        .then()
        .statusCode(200)
        .body(not(containsString(review)));
    Api.officer(COUNCIL)
        .accept("text/csv")
        .get(list + "&limit=1")
        .then()
        .spec(Problems.violation(400, "INVALID_REQUEST", "limit"));
    Api.provider(contract)
        .accept("text/csv")
        .get(list)
        .then()
        .spec(Problems.problem(403, "OFFICERS_ONLY"));
    Api.officer().accept("text/csv").get(list).then().body(not(containsString(review)));
  }

  private static void dataQuality(ContractEvent contract) {
    Api.officer(COUNCIL)
        .get("/v1/data-quality/contracts?contractId=" + contract.id)
        .then()
        .statusCode(200)
        .body("items[0].completeness", equalTo(100.0f))
        .body("items[0].validity", equalTo(100.0f))
        .body("items[0].minutesSpent", equalTo(200))
        .body("items[0].arithmetic", startsWith("(100.00 + "));
    Api.provider(contract)
        .get("/v1/data-quality/contracts/" + contract.id + "/returns")
        .then()
        .statusCode(200)
        .body("items[0].given", equalTo(2))
        .body("items[0].collectedBy", containsString("provider"));
    Api.json(uk.carecontracts.testkit.Tokens.provider(COUNCIL, UUID.randomUUID()))
        .get("/v1/data-quality/contracts/" + contract.id + "/returns")
        .then()
        .spec(Problems.problem(403, "PROVIDER_NOT_PARTY"));
    Api.officer(COUNCIL)
        .get("/v1/data-quality/burden")
        .then()
        .statusCode(200)
        .body("minutes", greaterThan(0))
        .body("questions.indicator", hasItem("FEELING_SAFE"))
        .body(
            "stopAsking.find { it.indicator == 'MISSED_VISITS' }.reasons",
            hasItem(containsString("No adopted strategy or payment rests on it")));
    Api.officer(COUNCIL)
        .accept("text/csv")
        .get("/v1/data-quality/burden")
        .then()
        .body(startsWith("indicator,title"));
  }
}
