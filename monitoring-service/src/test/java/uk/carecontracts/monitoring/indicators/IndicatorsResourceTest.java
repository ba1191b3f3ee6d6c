package uk.carecontracts.monitoring.indicators;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import uk.carecontracts.monitoring.stage.Api;
import uk.carecontracts.monitoring.stage.ContractEvent;
import uk.carecontracts.monitoring.stage.OnStage;
import uk.carecontracts.testkit.Problems;

@QuarkusTest
@OnStage
class IndicatorsResourceTest {
  private static final String OWN =
      """
      {"code": "FEELING_SAFE", "title": "Residents who feel safe at night", "outcomeCode": "SAFETY",
       "outcomeTitle": "Safe and protected from harm", "level": "INDIVIDUAL", "unit": "PERCENT",
       "direction": "HIGHER_IS_BETTER", "target": 97, "tolerance": 2, "weight": %s}""";

  @Test
  void the_starter_set_is_there_for_every_authority() {
    Api.officer("E10000003")
        .get("/v1/indicators")
        .then()
        .statusCode(200)
        .body("items.code", hasItem("FEELING_SAFE"))
        .body("items.find { it.code == 'MISSED_VISITS' }.direction", equalTo("LOWER_IS_BETTER"));
  }

  @Test
  void an_authority_defines_its_own_which_then_holds_for_its_new_plans_only() {
    String authority = "E10000006";
    Api.officer(authority)
        .body(OWN.formatted("3"))
        .post("/v1/indicators")
        .then()
        .statusCode(201)
        .body("authority", equalTo(authority));

    String find = "indicators.find { it.code == 'FEELING_SAFE' }.target";
    ContractEvent own = ContractEvent.active().authority(authority).send();
    Api.officer(authority)
        .get("/v1/monitoring-plans/" + Api.planOf(own))
        .then()
        .body(find, equalTo(97));
    ContractEvent other = ContractEvent.active().send();
    Api.officer().get("/v1/monitoring-plans/" + Api.planOf(other)).then().body(find, equalTo(92));
    Api.officer()
        .get("/v1/indicators")
        .then()
        .body("items.title", not(hasItem("Residents who feel safe at night")));
    Api.officer(authority).body(OWN.formatted("3")).post("/v1/indicators").then().statusCode(409);
  }

  @Test
  void a_definition_that_cannot_be_is_refused_at_its_place() {
    Api.officer()
        .body(OWN.formatted("0"))
        .post("/v1/indicators")
        .then()
        .spec(Problems.violation(400, "INVALID_REQUEST", "/weight"));
  }
}
