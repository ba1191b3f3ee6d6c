package uk.carecontracts.contracts.pipeline;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.carecontracts.contracts.Api;
import uk.carecontracts.contracts.ContractsInfrastructure;
import uk.carecontracts.testkit.Problems;

@QuarkusTest
@ContractsInfrastructure
class NewNeedTest {
  private static Response announced(String council, LocalDate start, String more) {
    Response opened =
        Api.as(council)
            .body(
                """
                {"title":"Overnight response","description":"Help at night","serviceType":"NIGHT_CARE",
                 "categories":{"proclass":"321014","cpv":["85312400"]},"clientGroups":["OLDER_PEOPLE"],
                 "area":"North","estimatedTotal":{"amount":90000.00,"currency":"GBP"},"start":"%s"%s}"""
                    .formatted(start, more))
            .post("/v1/commissioning-projects");
    opened.then().statusCode(201);
    return Api.as(council)
        .header("If-Match", opened.header("ETag"))
        .body("{\"published\":true,\"summary\":\"Two teams\",\"lots\":[\"East\"]}")
        .put("/v1/commissioning-projects/" + opened.path("id") + "/announcement");
  }

  @Test
  void new_needs_enter_the_pipeline_and_it_is_sorted_by_the_expected_tender() {
    String council = "E06000062";
    LocalDate today = LocalDate.now(ZoneId.of("Europe/London"));
    Response need = announced(council, today.plusYears(4), "");
    need.then().statusCode(200);
    Response sooner = announced(council, today.plusYears(2), "");
    announced(
            council, today.plusYears(3), ",\"replaces\":[\"0191d3c5-0000-7000-8000-000000000000\"]")
        .then()
        .spec(Problems.violation(422, "NOT_FOR_THE_PIPELINE", "/terms/replaces"));
    String mine = "/v1/register/pipeline?authority=" + council;
    Response all = given().get(mine);
    all.then()
        .body("items.id", equalTo(List.of(sooner.path("id"), need.<String>path("id"))))
        .body("items[1].newNeed", equalTo(true), "items[1].summary", equalTo("Two teams"))
        .body("items[1].serviceStart", equalTo(today.plusYears(4).toString()))
        .body("items[1].presentEnd", nullValue(), "items[1].valueBand", equalTo("UP_TO_100K"));
    for (String filter :
        List.of(
            "category=3210",
            "area=nor",
            "valueBand=UP_TO_100K",
            "lot=eas",
            "q=overnight",
            "clientGroup=OLDER_PEOPLE",
            "serviceType=NIGHT_CARE",
            "valueFrom=90000&valueTo=90000")) {
      given().get(mine + "&" + filter).then().statusCode(200).body("items", hasSize(2));
    }
    given().get(mine + "&lot=west").then().body("items", hasSize(0));
    Response first = given().get(mine + "&sort=tenderExpected&limit=1");
    first.then().statusCode(200).body("items[0].id", equalTo(sooner.path("id")));
    given()
        .get(mine + "&sort=tenderExpected&limit=1&cursor=" + first.path("next"))
        .then()
        .body("items[0].id", equalTo(need.path("id")), "next", nullValue());
    given()
        .get(mine + "&limit=1&cursor=" + given().get(mine + "&limit=1").path("next"))
        .then()
        .body("items[0].id", equalTo(need.path("id")));
    given()
        .get(mine + "&sort=title")
        .then()
        .spec(Problems.violation(400, "INVALID_REQUEST", "sort"));
    given()
        .get("/v1/register/pipeline/spend?authority=" + council)
        .then()
        .body("lines", hasSize(2), "lines[0].total.amount", equalTo(90000.00f));
    given()
        .get("/v1/register/pipeline/feed?authority=" + council)
        .then()
        .statusCode(200)
        .body(containsString("A new service from"));
    Api.as(council)
        .header("If-Match", sooner.header("ETag"))
        .body("{\"published\":false}")
        .put("/v1/commissioning-projects/" + sooner.path("id") + "/announcement")
        .then()
        .statusCode(200);
    given().get(mine).then().body("items", hasSize(1));
  }
}
