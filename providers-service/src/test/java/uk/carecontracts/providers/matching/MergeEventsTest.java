package uk.carecontracts.providers.matching;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static uk.carecontracts.testkit.Patience.await;

import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.carecontracts.providers.ServiceTest;
import uk.carecontracts.testkit.CloudEventRecord;
import uk.carecontracts.testkit.TestTopics;

/** What other services read of a merge, and what contracts that follow it come to here. */
@QuarkusTest
class MergeEventsTest extends ServiceTest {

  @Test
  void aMergeAndItsUndoingAreToldInTheStateOfTheDuplicate() {
    UUID survivor = registered(Map.of("legalName", unique("Ltd")));
    UUID duplicate = registered(Map.of("legalName", unique("Homes")));
    step(duplicate, 1, "/merge", Map.of("into", survivor, "reason", "Same company"));
    Map<?, ?> merged = stateOf(duplicate, "provider.merged.v1", "2");
    assertEquals(survivor.toString(), merged.get("mergedInto"));
    step(duplicate, 2, "/merge/undo", Map.of("reason", "Two companies after all"));
    Map<?, ?> separate = stateOf(duplicate, "provider.unmerged.v1", "3");
    assertNull(separate.get("mergedInto"));
    assertEquals("ACTIVE", separate.get("status"));
  }

  @Test
  void aContractThatFollowsAMergeAndGoesBackCountsForOneProviderAtATime() {
    UUID survivor = registered(Map.of("legalName", unique("Ltd")));
    UUID duplicate = registered(Map.of("legalName", unique("Homes")));
    UUID contract = UUID.randomUUID();
    identified(contract, 3, duplicate);
    holds(duplicate, contract);
    step(duplicate, 1, "/merge", Map.of("into", survivor, "reason", "Same company"));
    holds(survivor, contract);
    identified(contract, 4, survivor);
    step(duplicate, 2, "/merge/undo", Map.of("reason", "Two companies after all"));
    identified(contract, 5, duplicate);
    holds(duplicate, contract);
    officer().get("/v1/providers/" + survivor + "/contracts").then().body("items", hasSize(0));
  }

  private static void step(UUID provider, long version, String verb, Map<String, Object> body) {
    officer()
        .header("If-Match", "\"" + version + "\"")
        .body(body)
        .post("/v1/providers/" + provider + verb)
        .then()
        .statusCode(200);
  }

  private static Map<?, ?> stateOf(UUID provider, String type, String version) {
    CloudEventRecord found =
        await()
            .until(
                () ->
                    TestTopics.readAll("providers.v1", provider.toString()).stream()
                        .filter(event -> event.type().equals(type))
                        .findFirst()
                        .orElse(null),
                event -> event != null);
    assertEquals("provider", found.attributes().get("aggregatetype"));
    assertEquals(version, found.attributes().get("aggregateversion"));
    return (Map<?, ?>) found.data().get("state");
  }

  private static void holds(UUID provider, UUID contract) {
    await()
        .untilAsserted(
            () ->
                officer()
                    .get("/v1/providers/" + provider + "/contracts")
                    .then()
                    .body("items.contractId", equalTo(List.of(contract.toString()))));
  }

  private static void identified(UUID contract, long version, UUID provider) {
    Map<String, Object> party = new HashMap<>();
    party.put("id", UUID.nameUUIDFromBytes(new byte[] {1}).toString());
    party.put("role", "LEAD_SUPPLIER");
    party.put("name", "Fernleigh Ltd");
    party.put("providerId", provider.toString());
    Map<String, Object> state = new HashMap<>();
    state.put("id", contract.toString());
    state.put("authority", TRAFFORD);
    state.put("title", "Home care");
    state.put("status", "AWARDED");
    state.put("parties", List.of(party));
    TestTopics.send(
        "contracts.v1",
        contract.toString(),
        Map.of(
            "id",
            UUID.randomUUID().toString(),
            "source",
            "/contracts-service",
            "type",
            "contract.supplier-identified.v1",
            "subject",
            contract.toString(),
            "time",
            "2025-04-01T10:00:00Z",
            "aggregatetype",
            "contract",
            "aggregateversion",
            Long.toString(version),
            "authority",
            TRAFFORD),
        Map.of("state", state, "change", Map.of()));
  }
}
