package uk.carecontracts.contracts.placements;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static uk.carecontracts.contracts.ProviderEvents.merged;
import static uk.carecontracts.testkit.Patience.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.carecontracts.contracts.Api;
import uk.carecontracts.contracts.ContractsInfrastructure;
import uk.carecontracts.testkit.TestTopics;

@QuarkusTest
@ContractsInfrastructure
class PlacementMergeTest {
  @Inject Clock clock;

  private Response placed(UUID provider, String contract) {
    return Api.keeper()
        .body(
            """
            {"provider":{"name":"Another name of it","providerId":"%s"},"kind":"SPOT",
             "careType":"RESIDENTIAL_HOME","serviceType":"RESIDENTIAL_CARE",
             "clientGroup":"OLDER_PEOPLE","area":"Bury","personReference":"P-%s",
             "weeklyPrice":{"amount":900,"currency":"GBP"},"startDate":"%s"%s}\
            """
                .formatted(
                    provider, UUID.randomUUID(), LocalDate.now(clock).minusDays(2), contract))
        .post("/v1/placements");
  }

  private static JsonPath read(String id) {
    return Api.keeper().get("/v1/placements/" + id).jsonPath();
  }

  private static void shows(String id, UUID provider) {
    await()
        .untilAsserted(
            () -> assertEquals(provider.toString(), read(id).getString("provider.providerId")));
  }

  @Test
  void placements_follow_merges_and_go_back_when_they_are_taken_back() {
    UUID duplicate = UUID.randomUUID();
    UUID survivor = UUID.randomUUID();
    UUID last = UUID.randomUUID();
    Response first = placed(duplicate, "");
    first.then().statusCode(201).body("provider.providerId", equalTo(duplicate.toString()));
    String moved = Api.id(first);
    String stays = Api.id(placed(survivor, ""));
    merged(duplicate, 2, survivor);
    shows(moved, survivor);
    assertEquals(2, read(moved).getInt("version"));
    for (UUID asked : List.of(duplicate, survivor)) {
      List<String> found =
          Api.keeper().get("/v1/placements?providerId=" + asked).jsonPath().getList("items.id");
      assertEquals(List.of(stays, moved), found, "both records name one provider");
    }
    merged(duplicate, 2, survivor);
    merged(survivor, 2, last);
    shows(moved, last);
    shows(stays, last);
    assertEquals(3, read(moved).getInt("version"), "what is told twice changes nothing");
    merged(duplicate, 3, null);
    shows(moved, duplicate);
    shows(stays, last);
    await()
        .untilAsserted(
            () ->
                assertTrue(
                    TestTopics.readAll("contracts.v1", moved).stream()
                        .anyMatch(
                            event ->
                                event.type().equals("placement.changed.v1")
                                    && event.toString().contains(last.toString()))));
  }

  @Test
  void a_merged_record_is_a_party_of_the_contract_of_the_one_that_speaks_for_it() {
    UUID duplicate = UUID.randomUUID();
    UUID survivor = UUID.randomUUID();
    String fence = Api.id(placed(duplicate, ""));
    merged(duplicate, 2, survivor);
    shows(fence, survivor);
    LocalDate today = LocalDate.now(clock);
    Response draft =
        Api.draft(
            Api.complete(Api.reference())
                .replace("2026-04-01", today.minusYears(1).toString())
                .replace("2030-03-31", today.plusYears(2).toString()));
    Response awarded =
        Api.step(
            draft,
            "award",
            """
            {"awardDate":"%s","suppliers":[
              {"role":"LEAD_SUPPLIER","name":"Fernleigh Ltd","providerId":"%s"}]}\
            """
                .formatted(today.minusDays(30), survivor));
    String contract = Api.id(Api.step(awarded, "activate", null));
    Response placed = placed(duplicate, ",\"contractId\":\"" + contract + "\"");
    placed.then().statusCode(201).body("provider.providerId", equalTo(survivor.toString()));
    merged(duplicate, 3, null);
    shows(Api.id(placed), duplicate);
  }
}
