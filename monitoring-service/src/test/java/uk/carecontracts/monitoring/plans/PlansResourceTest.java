package uk.carecontracts.monitoring.plans;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import uk.carecontracts.monitoring.stage.Api;
import uk.carecontracts.monitoring.stage.ContractEvent;
import uk.carecontracts.monitoring.stage.OnStage;

@QuarkusTest
@OnStage
class PlansResourceTest {

  @Test
  void an_active_contract_gets_a_plan_with_indicators_of_its_service_and_quarterly_periods() {
    ContractEvent contract = ContractEvent.active().send();

    Api.officer()
        .get("/v1/monitoring-plans/" + Api.planOf(contract))
        .then()
        .statusCode(200)
        .header("ETag", equalTo("\"1\""))
        .body("contractId", equalTo(contract.id.toString()))
        .body("indicators.code", hasItem("VISITS_ON_TIME"))
        .body("indicators.size()", greaterThan(4))
        .body("periods.size()", equalTo(12))
        .body("periods[0].periodStart", equalTo("2025-04-01"))
        .body("periods[0].periodEnd", equalTo("2025-06-30"))
        .body("periods[0].dueOn", equalTo("2025-07-20"))
        .body("periods[0].expected", equalTo(false))
        .body("periods[11].periodEnd", equalTo("2028-03-31"))
        .body("periods[11].expected", equalTo(true));
  }

  @Test
  void a_list_is_json_unless_csv_is_asked_for() {
    ContractEvent contract = ContractEvent.active().title("=SUM(A1)").send();
    Api.planOf(contract);

    Api.officer()
        .accept("text/csv")
        .get("/v1/monitoring-plans?contractId=" + contract.id)
        .then()
        .statusCode(200)
        .contentType(equalTo("text/csv;charset=UTF-8"))
        .body(startsWith("id,contractReference"), containsString(",'=SUM(A1),Elm Care Ltd"));
  }
}
