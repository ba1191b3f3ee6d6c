package uk.carecontracts.monitoring.contracts;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.carecontracts.kit.inbox.Consumers;
import uk.carecontracts.monitoring.stage.Api;
import uk.carecontracts.monitoring.stage.Await;
import uk.carecontracts.monitoring.stage.ContractEvent;
import uk.carecontracts.monitoring.stage.LocationEvent;
import uk.carecontracts.monitoring.stage.OnStage;
import uk.carecontracts.monitoring.stage.Views;

@QuarkusTest
@OnStage
class ViewsOfOthersTest {

  @Inject Views views;
  @Inject Consumers consumers;

  @Test
  void redelivered_and_late_events_change_nothing() {
    ContractEvent contract = ContractEvent.active().version(3).title("Newest").send();
    String plan = Api.planOf(contract);

    contract.version(3).title("Newest, told twice").send();
    contract.version(2).title("Late").status("TERMINATED").send();
    ContractEvent marker = ContractEvent.active().send();
    Api.planOf(marker);
    contract.version(4).title("Newer still").status("ACTIVE").send();

    Await.until(() -> assertEquals(4, views.contractVersion(contract.id)));
    Api.officer()
        .get("/v1/monitoring-plans/" + plan)
        .then()
        .body("contractTitle", equalTo("Newer still"))
        .body("status", equalTo("OPEN"))
        .body("version", equalTo(2));
    assertEquals(2, views.journalled("monitoring-plan", UUID.fromString(plan)));
  }

  @Test
  void the_views_are_rebuilt_from_the_topics_and_no_plan_is_opened_twice() {
    ContractEvent contract = ContractEvent.active().send();
    String plan = Api.planOf(contract);
    LocationEvent location = LocationEvent.of(contract.provider()).send();
    Await.until(() -> assertEquals(1, views.locationVersion(location.id)));
    // opened, and amended once by what is known of the location's inspection
    long journalled = 2;
    Await.until(
        () -> assertEquals(journalled, views.journalled("monitoring-plan", UUID.fromString(plan))));

    consumers.rebuild("monitoring-contracts");
    consumers.rebuild("monitoring-providers");
    assertEquals(0, views.contractVersion(contract.id));
    assertEquals(0, views.locationVersion(location.id));

    Await.until(() -> assertEquals(1, views.contractVersion(contract.id)));
    Await.until(() -> assertEquals(1, views.locationVersion(location.id)));
    assertEquals(plan, Api.planOf(contract));
    assertEquals(journalled, views.journalled("monitoring-plan", UUID.fromString(plan)));
    Api.officer()
        .get("/v1/scorecards/" + contract.id)
        .then()
        .body("regulatorRatings[0].overall", equalTo("GOOD"));
  }

  @Test
  void events_of_unknown_types_are_left_alone() {
    ContractEvent contract = ContractEvent.active().type("framework").send();
    ContractEvent marker = ContractEvent.active().send();
    Api.planOf(marker);

    assertEquals(0, views.contractVersion(contract.id));
  }
}
