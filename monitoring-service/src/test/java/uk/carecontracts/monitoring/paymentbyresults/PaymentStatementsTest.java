package uk.carecontracts.monitoring.paymentbyresults;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import uk.carecontracts.monitoring.stage.Api;
import uk.carecontracts.monitoring.stage.Await;
import uk.carecontracts.monitoring.stage.ContractEvent;
import uk.carecontracts.monitoring.stage.OnStage;
import uk.carecontracts.testkit.Infrastructure;
import uk.carecontracts.testkit.Problems;
import uk.carecontracts.testkit.TestTopics;
import uk.carecontracts.testkit.Tokens;

@QuarkusTest
@OnStage
class PaymentStatementsTest {
  private static final String ROOT = "/v1/payment-by-results/";

  private static ContractEvent known() {
    ContractEvent contract = ContractEvent.active().send();
    Api.planOf(contract);
    return contract;
  }

  private static String agreed(ContractEvent contract, String terms) {
    return Api.officer()
        .body(
            "{\"contractId\": \"%s\", \"startsOn\": \"2025-04-01\", \"terms\": %s}"
                .formatted(contract.id, terms))
        .post(ROOT + "models")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private static String claimed(ContractEvent contract, String model, String body) {
    return Api.provider(contract)
        .body(body)
        .post(ROOT + "models/" + model + "/claims")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private static ValidatableResponse act(RequestSpecification who, String path, String body) {
    return who.header("If-Match", "*").body(body).post(ROOT + path).then();
  }

  private static String drawn(String model, String from, String to) {
    return Api.officer()
        .body("{\"periodStart\": \"%s\", \"periodEnd\": \"%s\"}".formatted(from, to))
        .post(ROOT + "models/" + model + "/statements")
        .then()
        .statusCode(201)
        .body("status", equalTo("DRAFT"))
        .extract()
        .path("id");
  }

  @Test
  void a_year_is_claimed_verified_disputed_agreed_paid_and_put_right_on_the_next_statement()
      throws SQLException {
    ContractEvent contract = known();
    String model =
        agreed(
            contract,
            """
            {"annualFee": 400000, "atRiskPercent": 20, "outcomes": [
              {"name": "At home", "weightPercent": 60, "baseline": 45, "target": 60, "method": "LINEAR"},
              {"name": "Falls", "weightPercent": 40, "baseline": 90, "target": 70, "cap": 1, "method": "LINEAR"}]}""");
    String home =
        claimed(
            contract,
            model,
            "{\"outcome\": \"At home\", \"actual\": 57, \"achievedOn\": \"2026-03-31\", \"evidence\": \"survey\"}");
    String falls =
        claimed(
            contract,
            model,
            "{\"outcome\": \"Falls\", \"actual\": 67, \"achievedOn\": \"2026-03-31\", \"evidence\": \"records\"}");
    act(Api.officer(), "claims/" + home + "/verify", "{}").statusCode(200);
    act(Api.officer(), "claims/" + falls + "/reject", "{\"reason\": \"two homes missing\"}")
        .statusCode(200)
        .body("status", equalTo("REJECTED"));
    act(Api.provider(contract), "claims/" + falls + "/dispute", "{\"reason\": \"they closed\"}")
        .statusCode(200)
        .body("status", equalTo("DISPUTED"));
    String statement = drawn(model, "2025-04-01", "2026-03-31");
    act(Api.officer(), "statements/" + statement + "/agree", "{}")
        .spec(Problems.problem(409, "CLAIMS_OPEN"));
    act(Api.officer(), "claims/" + falls + "/verify", "{}").statusCode(200);
    act(Api.officer(), "statements/" + statement + "/agree", "{}")
        .spec(Problems.problem(409, "STATEMENT_OUTDATED"));
    act(Api.officer(), "statements/" + statement + "/recalculate", "{}")
        .statusCode(200)
        .body("content.outcomeAmount", equalTo(70400.00f))
        .body("content.total", equalTo(390400.00f));
    act(Api.officer(), "statements/" + statement + "/agree", "{}")
        .statusCode(200)
        .body("status", equalTo("AGREED"));
    act(Api.officer(), "statements/" + statement + "/recalculate", "{}")
        .spec(Problems.problem(409, "STATEMENT_STATUS"));
    act(
            Api.officer(),
            "statements/" + statement + "/pay",
            "{\"paidOn\": \"2026-05-01\", \"reference\": \"BACS 7\"}")
        .statusCode(200)
        .body("status", equalTo("PAID"));

    act(
            Api.officer(),
            "claims/" + home + "/refute",
            "{\"reason\": \"counted twice\", \"correctedActual\": 51}")
        .statusCode(200);
    String next = drawn(model, "2026-04-01", "2026-09-30");

    // 0.4 instead of 0.8 of 60 % of 80,000; half a year's base is 160,000
    Api.officer()
        .get(ROOT + "statements/" + next)
        .then()
        .statusCode(200)
        .body("content.clawbacks[0].statementId", equalTo(statement))
        .body("content.clawbacks[0].amount", equalTo(-19200.00f))
        .body("content.total", equalTo(140800.00f))
        .body("content.steps.what.join(';')", containsString("Clawed back"));
    Api.officer()
        .get(ROOT + "statements/" + statement)
        .then()
        .body("content.total", equalTo(390400.00f));
    changesNothing("update pbr_statement set total = 1 where id = '" + statement + "'");
    changesNothing("delete from pbr_statement where id = '" + statement + "'");
    Await.until(
        () ->
            assertTrue(
                TestTopics.readAll("monitoring.v1", statement).stream()
                    .anyMatch(event -> event.type().equals("payment-statement.paid.v1"))));
  }

  @Test
  void what_is_upheld_after_the_statement_was_agreed_is_owed_on_the_next_one() {
    ContractEvent contract = known();
    String model =
        agreed(
            contract,
            """
            {"annualFee": 400000, "atRiskPercent": 20, "outcomes": [
              {"name": "At home", "weightPercent": 100, "baseline": 45, "target": 60, "method": "LINEAR"}]}""");
    String home =
        claimed(
            contract,
            model,
            "{\"outcome\": \"At home\", \"actual\": 57, \"achievedOn\": \"2026-03-31\", \"evidence\": \"survey\"}");
    act(Api.officer(), "claims/" + home + "/reject", "{\"reason\": \"not seen\"}").statusCode(200);
    String first = drawn(model, "2025-04-01", "2026-03-31");
    act(Api.officer(), "statements/" + first + "/agree", "{}").statusCode(200);
    act(Api.provider(contract), "claims/" + home + "/dispute", "{\"reason\": \"attached now\"}")
        .statusCode(200);
    act(Api.officer(), "claims/" + home + "/verify", "{}").statusCode(200);

    String second = drawn(model, "2026-04-01", "2026-09-30");
    act(Api.officer(), "statements/" + second + "/agree", "{}")
        .statusCode(200)
        .body("content.clawbacks[0].statementId", equalTo(first))
        .body("content.clawbacks[0].amount", equalTo(64000.00f))
        .body("content.total", equalTo(224000.00f))
        .body("content.steps.what.join(';')", containsString("Owed on the statement"));
    Api.officer()
        .accept("text/csv")
        .get(ROOT + "statements?status=AGREED&contractId=" + contract.id)
        .then()
        .statusCode(200)
        .body(
            startsWith(
                "id,modelId,contractId,providerId,contractReference,contractTitle,providerName,"))
        .body(containsString(",Home care in the north,Elm Care Ltd,"))
        .body(containsString(",320000.00,0.00,0.00,320000.00,,"))
        .body(containsString(",160000.00,0.00,64000.00,224000.00,,"));
    Api.provider(contract)
        .get(ROOT + "statements?providerId=" + UUID.randomUUID())
        .then()
        .spec(Problems.problem(403, "PROVIDER_NOT_PARTY"));
    String third = drawn(model, "2026-10-01", "2027-03-31");
    Api.officer()
        .get(ROOT + "statements/" + third)
        .then()
        .body("content.total", equalTo(160000.00f));
  }

  @Test
  void models_and_claims_come_as_spreadsheets_that_go_on_where_the_page_ends() {
    ContractEvent contract = known();
    String model =
        agreed(
            contract,
            """
            {"annualFee": 400000, "atRiskPercent": 20, "outcomes": [
              {"name": "At home", "weightPercent": 60, "baseline": 45, "target": 60, "method": "LINEAR"},
              {"name": "=Well", "weightPercent": 40, "baseline": 45, "target": 60, "method": "LINEAR"}]}""");
    for (String outcome : List.of("At home", "=Well")) {
      claimed(
          contract,
          model,
          "{\"outcome\": \"%s\", \"actual\": 57.50, \"achievedOn\": \"2026-03-31\", \"evidence\": \"survey\"}"
              .formatted(outcome));
    }

    Api.provider(contract)
        .accept("text/csv")
        .get(ROOT + "models?contractId=" + contract.id)
        .then()
        .statusCode(200)
        .contentType(equalTo("text/csv;charset=UTF-8"))
        .body(startsWith("id,contractId,contractReference,"))
        .body(containsString(model + "," + contract.id + ","))
        .body(containsString(",400000,20,At home; =Well,,"));
    Api.officer()
        .accept("text/csv")
        .get(ROOT + "claims?limit=1&status=CLAIMED&modelId=" + model)
        .then()
        .statusCode(200)
        .header("Link", containsString("rel=\"next\""))
        .body(
            startsWith(
                "id,modelId,contractId,providerId,contractReference,contractTitle,providerName,"))
        .body(containsString(",Home care in the north,Elm Care Ltd,"))
        .body(containsString(",At home,,2026-03-31,57.50,survey,CLAIMED,"));
    Api.officer()
        .accept("text/csv")
        .get(ROOT + "claims?modelId=" + model)
        .then()
        .statusCode(200)
        .header("Link", nullValue())
        .body(containsString(",'=Well,,2026-03-31,"));
  }

  @Test
  void a_claim_waits_while_statements_of_its_model_are_worked_on() throws Exception {
    ContractEvent contract = known();
    String model = agreed(contract, "{\"tariff\": 100}");
    String claim =
        claimed(
            contract,
            model,
            "{\"person\": \"P1\", \"achievedOn\": \"2026-03-31\", \"evidence\": \"v\"}");
    try (Connection owner = Infrastructure.jdbc("monitoring");
        Statement statement = owner.createStatement()) {
      owner.setAutoCommit(false);
      statement.execute("select set_config('app.reach', 'system', true)");
      statement.execute("select from pbr_model where id = '" + model + "' for update");
      CompletableFuture<Integer> verified =
          CompletableFuture.supplyAsync(
              () -> act(Api.officer(), "claims/" + claim + "/verify", "{}").extract().statusCode());
      Await.until(() -> assertTrue(waits(statement), "the claim does not wait for its model"));
      assertFalse(verified.isDone());
      owner.rollback();
      assertEquals(200, verified.get(30, TimeUnit.SECONDS));
    }
  }

  /** Whether somebody waits for the transaction of a statement. */
  private static boolean waits(Statement statement) {
    try (ResultSet row =
        statement.executeQuery(
            "select count(*) from pg_locks where not granted"
                + " and transactionid = pg_current_xact_id()::xid")) {
      return row.next() && row.getInt(1) > 0;
    } catch (SQLException e) {
      throw new IllegalStateException("The database did not answer", e);
    }
  }

  /** Not even its owner changes an agreed statement. */
  private static void changesNothing(String sql) throws SQLException {
    try (Connection owner = Infrastructure.jdbc("monitoring");
        Statement statement = owner.createStatement()) {
      SQLException refused = assertThrows(SQLException.class, () -> statement.execute(sql));
      assertTrue(refused.getMessage().contains("agreed statement"), refused.getMessage());
    }
  }

  @Test
  void people_are_claimed_once_and_what_the_agreement_does_not_pay_for_is_refused() {
    ContractEvent contract = known();
    String model =
        agreed(contract, "{\"tariff\": {\"amount\": 2500, \"currency\": \"GBP\"}, \"cap\": 50}");
    String claim = "{\"person\": \"P1\", \"achievedOn\": \"2026-03-31\", \"evidence\": \"visit\"}";
    claimed(contract, model, claim);

    Api.provider(contract)
        .body(claim)
        .post(ROOT + "models/" + model + "/claims")
        .then()
        .spec(Problems.problem(409, "PERSON_CLAIMED"));
    Api.provider(contract)
        .body(
            "{\"outcome\": \"X\", \"actual\": 1, \"achievedOn\": \"2026-03-31\", \"evidence\": \"e\"}")
        .post(ROOT + "models/" + model + "/claims")
        .then()
        .spec(Problems.problem(422, "CLAIM_INVALID"));
    Api.officer()
        .body("{\"periodStart\": \"2026-04-01\", \"periodEnd\": \"2026-04-20\"}")
        .post(ROOT + "models/" + model + "/statements")
        .then()
        .spec(Problems.problem(422, "STATEMENT_PERIOD_INVALID"));
    drawn(model, "2026-01-01", "2026-03-31");
    Api.officer()
        .body("{\"periodStart\": \"2026-03-01\", \"periodEnd\": \"2026-04-30\"}")
        .post(ROOT + "models/" + model + "/statements")
        .then()
        .spec(Problems.problem(409, "STATEMENT_OVERLAPS"));
    Api.officer()
        .body(
            "{\"contractId\": \"%s\", \"startsOn\": \"2026-04-01\", \"terms\": {\"tariff\": 1}}"
                .formatted(contract.id))
        .post(ROOT + "models")
        .then()
        .spec(Problems.problem(409, "MODEL_AGREED"));
    Api.officer()
        .body("{\"endsOn\": \"2026-06-30\"}")
        .post(ROOT + "models/" + model + "/end")
        .then()
        .spec(Problems.problem(428, "PRECONDITION_REQUIRED"));
    act(Api.officer(), "models/" + model + "/end", "{\"endsOn\": \"2026-06-30\"}")
        .statusCode(200)
        .body("status", equalTo("ENDED"));
  }

  @Test
  void a_model_ends_after_what_was_agreed_and_drafts_beyond_its_end_are_not_agreed() {
    ContractEvent contract = known();
    String model = agreed(contract, "{\"tariff\": 100}");
    String stands = drawn(model, "2026-01-01", "2026-03-31");
    act(Api.officer(), "statements/" + stands + "/agree", "{}").statusCode(200);
    String draft = drawn(model, "2026-04-01", "2026-06-30");
    act(Api.officer(), "models/" + model + "/end", "{\"endsOn\": \"2026-03-30\"}")
        .spec(Problems.violation(422, "MODEL_DATES_INVALID", "/endsOn"));
    act(Api.officer(), "models/" + model + "/end", "{\"endsOn\": \"2026-04-30\"}").statusCode(200);
    act(Api.officer(), "statements/" + draft + "/agree", "{}")
        .spec(Problems.violation(422, "STATEMENT_PERIOD_INVALID", "/periodEnd"));
  }

  @Test
  void a_draft_is_outdated_once_the_contract_is_to_end_within_its_period() {
    ContractEvent contract = known();
    String model =
        agreed(
            contract,
            """
            {"annualFee": 120000, "atRiskPercent": 0, "outcomes": [
              {"name": "At home", "weightPercent": 100, "baseline": 45, "target": 60, "method": "LINEAR"}]}""");
    String draft = drawn(model, "2025-04-01", "2026-03-31");
    contract.version(2).ending(LocalDate.of(2025, 12, 31)).send();
    String plan = "/v1/monitoring-plans/" + Api.planOf(contract);
    Await.until(() -> Api.officer().get(plan).then().body("endsOn", equalTo("2025-12-31")));
    act(Api.officer(), "statements/" + draft + "/agree", "{}")
        .spec(Problems.problem(409, "STATEMENT_OUTDATED"));
    act(Api.officer(), "statements/" + draft + "/recalculate", "{}")
        .statusCode(200)
        .body("content.total", equalTo(90_000.0f))
        .body("content.steps[0].result", equalTo("9 of 12"));
    act(Api.officer(), "statements/" + draft + "/agree", "{}").statusCode(200);
  }

  @Test
  void others_see_nothing() {
    ContractEvent contract = known();
    String model = agreed(contract, "{\"tariff\": 100}");
    String claim =
        claimed(
            contract,
            model,
            "{\"person\": \"P1\", \"achievedOn\": \"2026-03-31\", \"evidence\": \"v\"}");
    RequestSpecification other = Api.json(Tokens.provider(ContractEvent.DEVON, UUID.randomUUID()));

    other.get(ROOT + "models/" + model).then().spec(Problems.problem(403, "PROVIDER_NOT_PARTY"));
    Api.json(Tokens.provider(ContractEvent.DEVON, UUID.randomUUID()))
        .get(ROOT + "claims?modelId=" + model)
        .then()
        .body("items", hasSize(0));
    act(Api.provider(contract), "claims/" + claim + "/verify", "{}")
        .spec(Problems.problem(403, "FORBIDDEN"));
    Api.officer("E10000017")
        .get(ROOT + "models/" + model)
        .then()
        .spec(Problems.problem(404, "NOT_FOUND"));
    Api.provider(contract)
        .get(ROOT + "models?contractId=" + contract.id)
        .then()
        .body("items", hasSize(1));
  }
}
