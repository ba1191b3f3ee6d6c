package uk.carecontracts.monitoring.risk;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.carecontracts.monitoring.stage.Api;
import uk.carecontracts.monitoring.stage.Await;
import uk.carecontracts.monitoring.stage.ContractEvent;
import uk.carecontracts.monitoring.stage.OnStage;
import uk.carecontracts.monitoring.stage.PlacementEvent;
import uk.carecontracts.testkit.Infrastructure;
import uk.carecontracts.testkit.Problems;
import uk.carecontracts.testkit.TestTopics;

/** Every factor has a source, and the plan follows the tier. */
@QuarkusTest
@OnStage
class RiskSourcesTest {
  private static final String RISK = "/v1/risk/contracts/";
  private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/London"));

  @Inject RiskWatch watch;

  private static Map<String, Object> concern(ContractEvent contract, String kind, String severity) {
    return Map.of(
        "contractId",
        contract.id,
        "kind",
        kind,
        "severity",
        severity,
        "source",
        "STAFF",
        "summary",
        "Medicines were given late three times this week",
        "personReference",
        "P-1042");
  }

  @Test
  void a_serious_safeguarding_concern_raises_the_tier_and_closing_it_lowers_it_again() {
    ContractEvent contract = ContractEvent.active();
    String plan = Api.planOf(contract.send());
    Api.officer().get(RISK + contract.id).then().body("tier", equalTo("MEDIUM"));
    Api.officer()
        .get("/v1/monitoring-plans/" + plan)
        .then()
        .body("frequencyMonths", equalTo(6))
        .body("tier", equalTo("MEDIUM"));

    String id =
        Api.officer()
            .body(concern(contract, "SAFEGUARDING", "SERIOUS"))
            .post("/v1/concerns")
            .then()
            .statusCode(201)
            .body("status", equalTo("OPEN"))
            .extract()
            .path("id");
    Api.officer()
        .get(RISK + contract.id)
        .then()
        .body("factors[1].points", equalTo(20.0f))
        .body("reasons", hasItem(containsString("serious safeguarding concern")));
    Await.until(
        () ->
            Api.officer()
                .get("/v1/monitoring-plans/" + plan)
                .then()
                .body("frequencyMonths", equalTo(3)));

    Api.officer()
        .body("{\"outcome\": \"Practice changed and checked\"}")
        .post("/v1/concerns/" + id + "/close")
        .then()
        .spec(Problems.problem(428, "PRECONDITION_REQUIRED"));
    Api.officer()
        .header("If-Match", "\"1\"")
        .body("{\"outcome\": \"Practice changed and checked\"}")
        .post("/v1/concerns/" + id + "/close")
        .then()
        .statusCode(200)
        .body("closedOn", equalTo(TODAY.toString()));
    Api.officer()
        .get(RISK + contract.id)
        .then()
        .body("tier", equalTo("MEDIUM"))
        .body("factors[1].explanation", equalTo("No open concern"));
    Await.until(
        () ->
            Api.officer()
                .get("/v1/monitoring-plans/" + plan)
                .then()
                .body("frequencyMonths", equalTo(6))
                .body("frequencySince", org.hamcrest.Matchers.notNullValue()));
    Await.until(
        () ->
            assertEquals(
                2,
                TestTopics.readAll("monitoring.v1", plan).stream()
                    .filter(event -> event.data().toString().contains("FREQUENCY"))
                    .count()));

    Api.officer()
        .header("If-Match", "\"2\"")
        .body("{\"severity\": \"LOW\", \"reason\": \"Less than thought\"}")
        .post("/v1/concerns/" + id + "/regrade")
        .then()
        .spec(Problems.problem(409, "CONCERN_CLOSED"));
    Api.officer()
        .header("If-Match", "\"2\"")
        .body("{\"reason\": \"It happened again\"}")
        .post("/v1/concerns/" + id + "/reopen")
        .then()
        .statusCode(200);
    Api.officer()
        .header("If-Match", "\"3\"")
        .body("{\"severity\": \"LOW\", \"reason\": \"Less than thought\"}")
        .post("/v1/concerns/" + id + "/regrade")
        .then()
        .statusCode(200)
        .body("severity", equalTo("LOW"));
    Api.officer()
        .get("/v1/concerns?contractId=" + contract.id + "&severity=LOW")
        .then()
        .body("items.size()", equalTo(1))
        .body("items[0].id", equalTo(id));
  }

  @Test
  void a_concern_about_a_provider_counts_on_each_of_its_contracts_and_nobody_is_named() {
    UUID provider = UUID.randomUUID();
    ContractEvent one = ContractEvent.active().provider(provider);
    ContractEvent two = ContractEvent.active().provider(provider);
    Api.planOf(one.send());
    Api.planOf(two.send());
    Map<String, Object> body =
        Map.of(
            "providerId", provider,
            "kind", "QUALITY",
            "severity", "MODERATE",
            "source", "PROFESSIONAL",
            "summary", "Rotas are made a day ahead");
    Api.officer().body(body).post("/v1/concerns").then().statusCode(201);
    for (ContractEvent contract : List.of(one, two)) {
      Api.officer()
          .get(RISK + contract.id)
          .then()
          .body("factors[1].points", equalTo(6.0f))
          .body("factors[1].explanation", equalTo("Open concerns: 0 serious, 1 moderate, 0 low"));
    }
    Map<String, Object> named =
        Map.of(
            "providerId", provider,
            "kind", "QUALITY",
            "severity", "LOW",
            "source", "PERSON",
            "summary", "Mrs Thompson waited an hour");
    Api.officer()
        .body(named)
        .post("/v1/concerns")
        .then()
        .spec(Problems.violation(422, "PERSON_IDENTIFIABLE", "/summary"));
    Api.officer("E10000017")
        .body(concern(one, "QUALITY", "LOW"))
        .post("/v1/concerns")
        .then()
        .spec(Problems.violation(422, "CONTRACT_UNKNOWN", "/contractId"));
    Api.provider(one).get("/v1/concerns").then().spec(Problems.problem(403, "OFFICERS_ONLY"));
  }

  @Test
  void people_supported_and_financial_standing_have_sources() {
    ContractEvent contract = ContractEvent.active().annual(10_000);
    Api.planOf(contract.send());
    UUID placement = UUID.randomUUID();
    PlacementEvent.send(placement, contract, "P-1", "ACTIVE", 1);
    PlacementEvent.send(UUID.randomUUID(), contract, "P-1", "ACTIVE", 1);
    PlacementEvent.send(UUID.randomUUID(), contract, "P-2", "ACTIVE", 1);
    Await.until(
        () ->
            Api.officer()
                .get(RISK + contract.id)
                .then()
                .body(
                    "factors[4].explanation",
                    equalTo(
                        "£10,000.00 a year (£1m counts in full), 2 people (200 count in full): the"
                            + " larger counts")));
    PlacementEvent.send(placement, contract, "P-1", "ENDED", 2);
    PlacementEvent.send(placement, contract, "P-1", "ENDED", 2);

    String standings = "/v1/risk/providers/" + contract.provider() + "/financial-standings";
    Api.officer()
        .body(standing("WEAK", TODAY.minusMonths(2)))
        .post(standings)
        .then()
        .statusCode(201);
    Api.officer()
        .body(standing("STRONG", TODAY.minusMonths(19)))
        .post(standings)
        .then()
        .statusCode(201);
    Api.officer()
        .get(RISK + contract.id)
        .then()
        .body("factors[6].explanation", equalTo("Finances are weak"))
        .body("factors[6].points", equalTo(7.0f));
    Api.officer()
        .body(standing("WEAK", TODAY.plusDays(2)))
        .post(standings)
        .then()
        .spec(Problems.violation(422, "STANDING_IN_FUTURE", "/assessedOn"));
    Api.officer().get(standings).then().body("items.size()", equalTo(2));
    Api.officer("E10000017").get(standings).then().body("items.size()", equalTo(0));
  }

  private static Map<String, Object> standing(String standing, LocalDate on) {
    return Map.of(
        "standing",
        standing,
        "assessedOn",
        on.toString(),
        "source",
        "FILED_ACCOUNTS",
        "summary",
        "Operating margin below two per cent");
  }

  @Test
  void weights_are_adopted_by_who_saw_what_they_move() {
    String authority = "E10000029";
    ContractEvent contract = ContractEvent.active().authority(authority).annual(2_000_000);
    Api.planOf(contract.send());
    Map<String, Object> weights =
        Map.of(
            "REGULATOR_RATING", 0,
            "CONCERNS", 0,
            "INDICATOR_PERFORMANCE", 0,
            "TIME_SINCE_REVIEW", 0,
            "VALUE_AND_PEOPLE", 90,
            "PROVIDER_DEPENDENCY", 10,
            "FINANCIAL_STANDING", 0,
            "DATA_QUALITY", 0);
    Api.officer(authority)
        .body(adoption(weights, 0, TODAY))
        .post("/v1/risk/weights")
        .then()
        .spec(Problems.problem(409, "WHAT_IF_OUTDATED"));
    Api.officer(authority)
        .body(adoption(weights, 1, TODAY.minusDays(1)))
        .post("/v1/risk/weights")
        .then()
        .spec(Problems.violation(422, "WEIGHTS_IN_THE_PAST", "/validFrom"));
    Api.officer(authority)
        .body(adoption(weights, 1, TODAY))
        .post("/v1/risk/weights")
        .then()
        .statusCode(201)
        .body("adopted.name", equalTo(authority + "-1"))
        .body("effect.moves[0].tierThen", equalTo("ENHANCED"));
    Api.officer(authority)
        .get(RISK + contract.id)
        .then()
        .body("weightsVersion", equalTo(authority + "-1"))
        .body("tier", equalTo("ENHANCED"));
    Api.officer(authority)
        .body(adoption(Map.of(), 0, TODAY.plusMonths(1)))
        .post("/v1/risk/weights")
        .then()
        .statusCode(201);
    List<String> names =
        Api.officer(authority).get("/v1/risk/weights").then().extract().path("items.name");
    assertEquals(List.of("1", authority + "-1", authority + "-2"), names);
    assertTrue(
        Api.officer(authority)
            .get(RISK + contract.id)
            .then()
            .extract()
            .<List<String>>path("reasons")
            .contains("The tier is ENHANCED"));
  }

  @Test
  void weights_adopted_for_a_later_day_hold_from_that_day() throws SQLException {
    String authority = "E10000035";
    ContractEvent contract = ContractEvent.active().authority(authority).annual(2_000_000);
    Api.planOf(contract.send());
    Api.officer(authority)
        .body(adoption(Map.of(), 0, TODAY.plusDays(1)))
        .post("/v1/risk/weights")
        .then()
        .statusCode(201);
    watch.reassess();
    Api.officer(authority).get(RISK + contract.id).then().body("weightsVersion", equalTo("1"));
    try (Connection owner = Infrastructure.jdbc("monitoring");
        Statement aDayPasses = owner.createStatement()) {
      aDayPasses.executeUpdate(
          "update risk_weights set valid_from = valid_from - 1 where authority = '"
              + authority
              + "'");
    }

    watch.reassess();

    Api.officer(authority)
        .get(RISK + contract.id)
        .then()
        .body("weightsVersion", equalTo(authority + "-1"));
  }

  private static Map<String, Object> adoption(
      Map<String, Object> weights, int moves, LocalDate from) {
    return Map.of(
        "weights",
        weights,
        "expectedMoves",
        moves,
        "validFrom",
        from.toString(),
        "reason",
        "Money at stake comes first");
  }
}
