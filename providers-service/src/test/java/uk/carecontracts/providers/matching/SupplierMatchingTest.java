package uk.carecontracts.providers.matching;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static uk.carecontracts.testkit.Patience.await;
import static uk.carecontracts.testkit.Problems.problem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.carecontracts.providers.ServiceTest;
import uk.carecontracts.testkit.CloudEventRecord;
import uk.carecontracts.testkit.TestTopics;
import uk.carecontracts.testkit.Tokens;

@QuarkusTest
class SupplierMatchingTest extends ServiceTest {

  @Test
  void oneSupplierSpelledDifferentlyByTwoCouncilsIsOneProvider() {
    String name = unique("Farm");
    UUID first = awarded(TRAFFORD, 1, UUID.randomUUID(), party(name + " Ltd", null));
    UUID second =
        awarded(
            BURY, 1, UUID.randomUUID(), party(name.toUpperCase(Locale.ROOT) + " LIMITED", null));
    JsonPath here = matchOf(first);
    JsonPath there = matchOf(second);
    assertEquals("MATCHED", here.getString("status"));
    assertEquals("CREATED", here.getString("method"));
    assertEquals("NAME", there.getString("method"));
    assertEquals(85, there.getInt("score"));
    assertEquals(here.getString("providerId"), there.getString("providerId"));
    String contracts = "/v1/providers/" + here.getString("providerId") + "/contracts";
    officer()
        .get(contracts)
        .then()
        .body("items", hasSize(1))
        .body("items[0].contractId", equalTo(first.toString()))
        .body("items[0].totalValue.amount", equalTo(1000.5f))
        .body("items[0].startDate", equalTo("2025-04-01"));
    reader().get(contracts).then().body("items.contractId", equalTo(List.of(second.toString())));
  }

  @Test
  void redeliveryAndAnOlderVersionChangeNothing() {
    UUID contract = UUID.randomUUID();
    Map<String, Object> party = party(unique("Care Ltd"), null);
    awarded(TRAFFORD, 3, contract, party);
    JsonPath before = matchOf(contract);
    awarded(TRAFFORD, 3, contract, party);
    awarded(TRAFFORD, 2, contract, party(unique("Other Ltd"), null));
    UUID fence = awarded(TRAFFORD, 1, UUID.randomUUID(), party(unique("Fence Ltd"), null));
    matchOf(fence);
    long events =
        TestTopics.readAll("providers.v1", before.getString("id")).stream()
            .filter(event -> event.type().equals("supplier.matched.v1"))
            .count();
    assertEquals(1, events);
  }

  @Test
  void aNameThatNamesNobodyMakesNoProvider() {
    UUID contract = awarded(TRAFFORD, 1, UUID.randomUUID(), party("N/A", null));
    JsonPath match = matchOf(contract);
    assertEquals("NOT_A_SUPPLIER", match.getString("status"));
    assertEquals(List.of("Marked as not applicable."), match.getList("explanation"));
  }

  @Test
  void aSharedNumberMatchesWhateverTheNames() {
    String number = companyNumber();
    UUID provider =
        registered(
            Map.of(
                "legalName",
                unique("Holdings Ltd"),
                "identifiers",
                List.of(Map.of("scheme", "GB-COH", "id", number))));
    Map<String, Object> party = party(unique("Taxis"), null);
    party.put("identifiers", List.of(Map.of("scheme", "GB-COH", "id", number)));
    JsonPath match = matchOf(awarded(TRAFFORD, 1, UUID.randomUUID(), party));
    assertEquals(provider.toString(), match.getString("providerId"));
    assertEquals(100, match.getInt("score"));
  }

  @Test
  void anUncertainSupplierWaitsForAPersonOfItsCouncil() {
    String name = unique("Care");
    UUID known = registered(Map.of("legalName", name + " LLP"));
    UUID contract = awarded(TRAFFORD, 1, UUID.randomUUID(), party(name + " Limited", null));
    JsonPath match = matchOf(contract);
    assertEquals("REVIEW", match.getString("status"));
    assertEquals(List.of(known.toString()), match.getList("candidates"));
    String path = "/v1/provider-match-reviews/" + match.getString("id");
    as(Tokens.providers(BURY)).get(path).then().spec(problem(404, "NOT_FOUND"));
    officer().get(path).then().statusCode(200).body("status", equalTo("REVIEW"));
    reader().get("/v1/provider-match-reviews").then().spec(problem(403, "FORBIDDEN"));
    Map<String, Object> decision = Map.of("providerId", known, "reason", "Same people");
    officer()
        .body(decision)
        .post(path + "/decide")
        .then()
        .spec(problem(428, "PRECONDITION_REQUIRED"));
    officer()
        .header("If-Match", "\"1\"")
        .body(Map.of("reason", "Neither"))
        .post(path + "/decide")
        .then()
        .spec(problem(422, "ONE_DECISION"));
    officer()
        .header("If-Match", "\"1\"")
        .body(decision)
        .post(path + "/decide")
        .then()
        .statusCode(200)
        .body("status", equalTo("MATCHED"))
        .body("providerName", equalTo(name + " LLP"));
    officer()
        .header("If-Match", "\"2\"")
        .body(decision)
        .post(path + "/decide")
        .then()
        .spec(problem(422, "NOT_IN_REVIEW"));
    officer()
        .get("/v1/providers/" + known + "/contracts")
        .then()
        .body("items.contractId", equalTo(List.of(contract.toString())));
  }

  @Test
  void aPersonMayDecideThatItIsANewProvider() {
    String name = unique("Care");
    UUID known = registered(Map.of("legalName", name + " LLP"));
    JsonPath match =
        matchOf(awarded(TRAFFORD, 1, UUID.randomUUID(), party(name + " Limited", null)));
    String chosen =
        officer()
            .header("If-Match", "\"1\"")
            .body(Map.of("createNew", true, "reason", "Another firm"))
            .post("/v1/provider-match-reviews/" + match.getString("id") + "/decide")
            .then()
            .statusCode(200)
            .extract()
            .path("providerId");
    assertNotEquals(known.toString(), chosen);
  }

  @Test
  void theViewIsBuiltFromContractsThatNameTheirProviderThemselves() {
    UUID provider = registered(Map.of("legalName", unique("Ltd")));
    UUID contract = awarded(TRAFFORD, 1, UUID.randomUUID(), party(unique("X"), provider));
    await()
        .untilAsserted(
            () ->
                officer()
                    .get("/v1/providers/" + provider + "/contracts")
                    .then()
                    .body("items.contractId", equalTo(List.of(contract.toString()))));
  }

  private static Map<String, Object> party(String name, @Nullable UUID providerId) {
    Map<String, Object> party = new HashMap<>();
    party.put("id", UUID.nameUUIDFromBytes(new byte[] {1}).toString());
    party.put("role", "LEAD_SUPPLIER");
    party.put("name", name);
    party.put("identifiers", List.of());
    party.put("lots", List.of());
    if (providerId != null) {
      party.put("providerId", providerId.toString());
    }
    return party;
  }

  private static UUID awarded(
      String authority, long version, UUID contract, Map<String, Object> party) {
    Map<String, Object> state = new HashMap<>();
    state.put("id", contract.toString());
    state.put("authority", authority);
    state.put("reference", "C-1");
    state.put("title", "Home care");
    state.put("status", "AWARDED");
    state.put("parties", new ArrayList<>(List.of(party)));
    state.put("values", Map.of("total", Map.of("amount", 1000.50, "currency", "GBP")));
    state.put("dates", Map.of("start", "2025-04-01"));
    state.put("unknownField", Map.of("later", true));
    TestTopics.send(
        "contracts.v1",
        contract.toString(),
        Map.of(
            "id",
            UUID.randomUUID().toString(),
            "source",
            "/contracts-service",
            "type",
            "contract.awarded.v1",
            "subject",
            contract.toString(),
            "time",
            "2025-04-01T10:00:00Z",
            "aggregatetype",
            "contract",
            "aggregateversion",
            Long.toString(version),
            "authority",
            authority),
        Map.of("state", state, "change", Map.of()));
    return contract;
  }

  private static JsonPath matchOf(UUID contract) {
    List<CloudEventRecord> found = new ArrayList<>();
    await()
        .until(
            () -> {
              found.clear();
              TestTopics.readAll("providers.v1").stream()
                  .filter(event -> event.type().equals("supplier.matched.v1"))
                  .filter(event -> event.data().toString().contains("contractId=" + contract))
                  .forEach(found::add);
              return !found.isEmpty();
            });
    try {
      return JsonPath.from(
              new com.fasterxml.jackson.databind.ObjectMapper()
                  .writeValueAsString(found.get(found.size() - 1).data()))
          .setRootPath("state");
    } catch (com.fasterxml.jackson.core.JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
