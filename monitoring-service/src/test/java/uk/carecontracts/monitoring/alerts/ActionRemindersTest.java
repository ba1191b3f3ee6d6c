package uk.carecontracts.monitoring.alerts;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.carecontracts.monitoring.stage.Api;
import uk.carecontracts.monitoring.stage.ContractEvent;
import uk.carecontracts.monitoring.stage.OnStage;
import uk.carecontracts.testkit.Infrastructure;

/** Agreed actions are called to mind in the week before they are due. */
@QuarkusTest
@OnStage
class ActionRemindersTest {
  private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/London"));

  @Inject AlertSchedule schedule;

  private static ContractEvent contract() {
    ContractEvent contract = ContractEvent.active().send();
    Api.planOf(contract);
    return contract;
  }

  /** A plan with an action for each number of days from today. */
  private static JsonPath agreed(ContractEvent contract, int... days) {
    List<Map<String, String>> actions =
        IntStream.of(days)
            .mapToObj(
                ahead ->
                    Map.of(
                        "shortfall", "Training",
                        "action", "Train everyone",
                        "owner", "Registered manager",
                        "dueOn", TODAY.plusDays(ahead).toString()))
            .toList();
    return Api.officer()
        .body(Map.of("contractId", contract.id, "actions", actions))
        .post("/v1/action-plans")
        .then()
        .statusCode(201)
        .extract()
        .jsonPath();
  }

  private static void report(ContractEvent contract, JsonPath plan, int action) {
    Api.provider(contract)
        .header("If-Match", "*")
        .body("{\"evidence\": \"Training record of June\"}")
        .post(
            "/v1/action-plans/%s/actions/%s/done"
                .formatted(plan.getString("id"), plan.getString("actions[" + action + "].id")))
        .then()
        .statusCode(200);
  }

  private static ValidatableResponse reminders(ContractEvent contract) {
    return Api.officer()
        .get("/v1/alerts?kind=ACTION_DUE&contractId=" + contract.id)
        .then()
        .statusCode(200);
  }

  private static void change(String sql) throws SQLException {
    try (Connection owner = Infrastructure.jdbc("monitoring");
        Statement update = owner.createStatement()) {
      update.executeUpdate(sql);
    }
  }

  @Test
  void each_action_within_a_week_of_its_day_is_one_alert_that_settles_when_it_is_done() {
    ContractEvent contract = contract();
    JsonPath plan = agreed(contract, 5, 6, 30);
    schedule.look();
    schedule.look();

    String near = "items.find { it.subject == '" + plan.getString("actions[0].id") + "' }.";
    reminders(contract)
        .body("items", hasSize(2))
        .body(near + "occurrences", equalTo(1))
        .body(near + "severity", equalTo("WARNING"))
        .body(
            near + "message",
            equalTo(
                "REF-"
                    + contract.id.toString().substring(0, 8)
                    + ": the action on Training (Registered manager) is due on "
                    + TODAY.plusDays(5)
                    + " and not done yet"));
    report(contract, plan, 0);
    reminders(contract).body(near + "clearedSince", notNullValue());
    schedule.look();
    reminders(contract)
        .body("items", hasSize(2))
        .body("items.findAll { it.clearedSince == null }.subject", contains(second(plan)));
  }

  private static String second(JsonPath plan) {
    return plan.getString("actions[1].id");
  }

  @Test
  void once_its_day_has_passed_the_action_is_late_and_no_longer_called_to_mind()
      throws SQLException {
    ContractEvent contract = contract();
    JsonPath plan = agreed(contract, 5);
    reminders(contract).body("items", hasSize(1));

    change(
        "update action_plan set state = replace(state::text, '%s', '%s')::jsonb where id = '%s'"
            .formatted(TODAY.plusDays(5), TODAY.minusDays(2), plan.getString("id")));
    schedule.look();

    reminders(contract).body("items[0].clearedSince", notNullValue());
    Api.officer()
        .get("/v1/alerts?kind=ACTION_PLAN_LATE&contractId=" + contract.id)
        .then()
        .body("items", hasSize(1));
  }

  @Test
  void an_acknowledged_reminder_does_not_come_again() throws SQLException {
    ContractEvent contract = contract();
    JsonPath plan = agreed(contract, 5);
    String alert = reminders(contract).extract().path("items[0].id");
    Api.officer()
        .header("If-Match", "*")
        .body("{\"note\": \"Spoke to the manager\"}")
        .post("/v1/alerts/" + alert + "/acknowledge")
        .then()
        .statusCode(200);
    schedule.look();
    reminders(contract)
        .body("items", hasSize(1))
        .body("items[0].status", equalTo("ACKNOWLEDGED"))
        .body("items[0].clearedSince", nullValue());

    report(contract, plan, 0);
    change("update alert set cleared_since = now() - interval '8 days' where id = '" + alert + "'");
    schedule.look();
    reminders(contract).body("items[0].status", equalTo("RESOLVED"));
    Api.officer()
        .header("If-Match", "*")
        .body("{\"accepted\": false, \"reason\": \"Nobody was trained\"}")
        .post(
            "/v1/action-plans/%s/actions/%s/verify"
                .formatted(plan.getString("id"), plan.getString("actions[0].id")))
        .then()
        .statusCode(200)
        .body("actions[0].status", equalTo("OPEN"));
    schedule.look();
    reminders(contract).body("items", hasSize(1)).body("items[0].status", equalTo("RESOLVED"));
  }
}
