package uk.carecontracts.monitoring.plans;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.carecontracts.monitoring.stage.Api;
import uk.carecontracts.monitoring.stage.ContractEvent;
import uk.carecontracts.monitoring.stage.OnStage;
import uk.carecontracts.monitoring.stage.Views;
import uk.carecontracts.testkit.Infrastructure;

@QuarkusTest
@OnStage
class OverdueReturnsTest {
  private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/London"));

  @Inject OverdueReturns overdue;
  @Inject OverdueCount count;
  @Inject Views views;

  @Test
  void a_return_whose_due_day_has_passed_is_marked_once_and_listed() throws SQLException {
    ContractEvent contract =
        ContractEvent.active().dates(TODAY.minusMonths(3), TODAY.plusMonths(9)).send();
    String plan = Api.planOf(contract);
    letTheFirstDueDayPass(plan);

    overdue.run();
    overdue.run();

    Api.officer()
        .get("/v1/monitoring-plans?overdue=true&contractId=" + contract.id)
        .then()
        .body("items[0].overdueReturns", equalTo(1))
        .body("items[0].overdue", equalTo(true));
    Api.officer()
        .get("/v1/returns/due?overdue=true&planId=" + plan)
        .then()
        .body("items.size()", equalTo(1))
        .body("items[0].overdueSince", equalTo(TODAY.toString()));
    Api.officer()
        .get("/v1/monitoring-plans/" + plan)
        .then()
        .body("version", equalTo(2))
        .body("periods.overdueSince", hasItem(notNullValue()));
    assertEquals(2, views.journalled("monitoring-plan", UUID.fromString(plan)));
    count.count();
    String figures = Api.officer().get("/q/metrics").asString();
    assertTrue(
        figures.matches("(?s).*\nmonitoring_returns_overdue(?:\\{[^}]*})? [1-9].*"), figures);
  }

  /** As if the plan had been opened a month ago. */
  private static void letTheFirstDueDayPass(String plan) throws SQLException {
    try (Connection owner = Infrastructure.jdbc("monitoring");
        PreparedStatement update =
            owner.prepareStatement(
                "update return_period set due_on = period_end where plan_id = ?::uuid"
                    + " and period_end < current_date")) {
      update.setString(1, plan);
      update.executeUpdate();
    }
  }
}
