package uk.carecontracts.contracts.register;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import uk.carecontracts.contracts.Api;
import uk.carecontracts.contracts.ContractsInfrastructure;
import uk.carecontracts.testkit.Patience;
import uk.carecontracts.testkit.TestTopics;

@QuarkusTest
@ContractsInfrastructure
class ForeignEventsTest {

  private static void send(
      String topic, String type, String aggregateType, UUID id, long version, Object state) {
    TestTopics.send(
        topic,
        id.toString(),
        Map.of(
            "id",
            UUID.randomUUID().toString(),
            "source",
            "/test",
            "type",
            type,
            "subject",
            id.toString(),
            "time",
            "2026-05-01T10:00:00Z",
            "aggregatetype",
            aggregateType,
            "aggregateversion",
            String.valueOf(version),
            "authority",
            Api.AUTHORITY),
        Map.of("state", state, "change", Map.of()));
  }

  private static JsonPath await(String id, Predicate<JsonPath> condition) {
    return Patience.await()
        .until(() -> Api.keeper().get("/v1/contracts/" + id).jsonPath(), condition::test);
  }

  private static Map<String, Object> match(String contractId, String partyId, UUID provider) {
    return Map.of(
        "id",
        UUID.randomUUID().toString(),
        "contractId",
        contractId,
        "authority",
        Api.AUTHORITY,
        "partyId",
        partyId,
        "suppliedName",
        "Fernleigh Ltd",
        "status",
        "MATCHED",
        "providerId",
        provider.toString(),
        "providerName",
        "Fernleigh Limited",
        "score",
        0.98,
        "method",
        "NAME");
  }

  @Test
  void a_matched_supplier_is_linked_once_however_often_the_match_arrives() throws Exception {
    Response active = Api.active("Fernleigh Ltd");
    String id = Api.id(active);
    String party = active.jsonPath().getString("parties[0].id");
    UUID provider = UUID.randomUUID();
    UUID matchId = UUID.randomUUID();
    send(
        "providers.v1",
        "supplier.matched.v1",
        "supplier-match",
        matchId,
        1,
        match(id, party, provider));
    await(id, c -> provider.toString().equals(c.getString("parties[0].providerId")));
    send(
        "providers.v1",
        "supplier.matched.v1",
        "supplier-match",
        matchId,
        1,
        match(id, party, provider));
    send(
        "providers.v1",
        "supplier.matched.v1",
        "supplier-match",
        matchId,
        2,
        match(id, party, provider));
    send("providers.v1", "provider.renamed.v9", "provider", UUID.randomUUID(), 1, Map.of());
    UUID other = UUID.randomUUID();
    send(
        "providers.v1",
        "supplier.matched.v1",
        "supplier-match",
        matchId,
        3,
        match(id, party, other));
    JsonPath last = await(id, c -> other.toString().equals(c.getString("parties[0].providerId")));
    assertEquals(5, last.getInt("version"));
    Api.keeper()
        .get("/v1/contracts/" + id + "/history")
        .then()
        .body("items[0].type", equalTo("contract.supplier-identified.v1"))
        .body("items[0].change.fields.pointer", hasItem("/parties"));
    Api.keeper()
        .get("/v1/contracts?providerId=" + other)
        .then()
        .body("items", hasSize(1), "items[0].id", equalTo(id));
  }

  @Test
  void the_assessed_risk_is_shown_and_filtered_by() throws Exception {
    Response active = Api.active("Fernleigh Ltd");
    String id = Api.id(active);
    String reference = active.jsonPath().getString("reference");
    Api.keeper().get("/v1/contracts/" + id).then().body("risk", nullValue());
    Map<String, Object> assessed =
        Map.of(
            "contractId",
            id,
            "authority",
            Api.AUTHORITY,
            "score",
            62.5,
            "tier",
            "HIGH",
            "flagged",
            true,
            "reasons",
            List.of("A rating fell"),
            "assessedAt",
            "2026-05-02T10:00:00Z");
    send(
        "monitoring.v1",
        "contract-risk.assessed.v1",
        "contract-risk",
        UUID.fromString(id),
        2,
        assessed);
    await(id, c -> "HIGH".equals(c.getString("risk.tier")));
    Response read = Api.keeper().get("/v1/contracts/" + id);
    read.then().body("risk.reasons[0]", equalTo("A rating fell"), "risk.flagged", equalTo(true));
    assertTrue(read.header("ETag").startsWith("\"3.r"), read.header("ETag"));
    Api.keeper()
        .get("/v1/contracts?flagged=true&q=" + reference)
        .then()
        .body("items", hasSize(1), "items[0].risk.tier", equalTo("HIGH"));
    Api.keeper().get("/v1/contracts?flagged=false").then().body("items.id", not(hasItem(id)));
    send(
        "monitoring.v1",
        "contract-risk.assessed.v1",
        "contract-risk",
        UUID.fromString(id),
        1,
        Map.of("contractId", id, "score", 1, "tier", "LOW", "flagged", false));
    Thread.sleep(500);
    Api.keeper().get("/v1/contracts/" + id).then().body("risk.tier", equalTo("HIGH"));
    Api.keeper()
        .header("If-Match", read.header("ETag"))
        .body("{\"title\":\"Still writable with the tag that shows the risk\"}")
        .patch("/v1/contracts/" + id)
        .then()
        .statusCode(200);
  }
}
