package uk.carecontracts.contracts.register;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static uk.carecontracts.contracts.ProviderEvents.merged;
import static uk.carecontracts.testkit.Problems.problem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import uk.carecontracts.contracts.Api;
import uk.carecontracts.contracts.ContractsInfrastructure;
import uk.carecontracts.testkit.Patience;
import uk.carecontracts.testkit.TestTopics;
import uk.carecontracts.testkit.Tokens;

@QuarkusTest
@ContractsInfrastructure
class ProviderFitnessTest {
  private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/London"));

  private static void send(
      String type, String aggregateType, UUID id, long version, String authority, Object state) {
    TestTopics.send(
        "providers.v1",
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
            authority),
        Map.of("state", state, "change", Map.of()));
  }

  private static void suspension(
      String type, UUID id, long version, String authority, UUID provider, LocalDate lastDay) {
    Map<String, Object> state = new HashMap<>();
    state.put("id", id.toString());
    state.put("authority", authority);
    state.put("providerId", provider.toString());
    state.put("reason", "Two homes are inadequate.");
    state.put("startsOn", TODAY.minusDays(5).toString());
    state.put("endsOn", lastDay.toString());
    state.put("status", type.equals("provider.suspended.v1") ? "IN_FORCE" : "LIFTED");
    if (type.equals("provider.suspension-lifted.v1")) {
      state.put("liftedOn", TODAY.toString());
    }
    send(type, "suspension", id, version, authority, state);
  }

  private static String award(UUID provider, LocalDate day) {
    return """
    {"awardDate":"%s","suppliers":[
      {"role":"LEAD_SUPPLIER","name":"Fernleigh Ltd","providerId":"%s"}]}\
    """
        .formatted(day, provider);
  }

  private static Response awarded(UUID provider) {
    Response draft = Api.draft(Api.complete(Api.reference()));
    Response awarded = Api.step(draft, "award", award(provider, TODAY.minusDays(30)));
    awarded.then().statusCode(200);
    return awarded;
  }

  private static JsonPath await(Response contract, Predicate<JsonPath> condition) {
    String path = "/v1/contracts/" + Api.id(contract);
    return Patience.await().until(() -> Api.keeper().get(path).jsonPath(), condition::test);
  }

  private static Predicate<JsonPath> suspended(int parties) {
    return contract -> contract.getList("suspendedParties").size() == parties;
  }

  private static Predicate<JsonPath> shows(UUID provider) {
    return contract -> provider.toString().equals(contract.getString("parties[0].providerId"));
  }

  @Test
  void a_suspended_provider_gets_no_award_and_keeps_what_it_has() throws Exception {
    UUID provider = UUID.randomUUID();
    UUID suspension = UUID.randomUUID();
    LocalDate last = TODAY.plusDays(20);
    Response before = awarded(provider);
    suspension("provider.suspended.v1", suspension, 1, Api.AUTHORITY, provider, last);
    await(before, suspended(1));
    suspension("provider.suspended.v1", suspension, 1, Api.AUTHORITY, provider, last);
    Response read = Api.keeper().get("/v1/contracts/" + Api.id(before));
    read.then()
        .body("version", equalTo(2))
        .body("suspendedParties[0].suspensionId", equalTo(suspension.toString()))
        .body("suspendedParties[0].until", equalTo(last.toString()));
    assertTrue(read.header("ETag").startsWith("\"2.s"), read.header("ETag"));

    Response draft = Api.draft(Api.complete(Api.reference()));
    Api.step(draft, "award", award(provider, TODAY))
        .then()
        .spec(problem(422, "PROVIDER_SUSPENDED"))
        .body("violations", hasSize(1))
        .body("violations[0].pointer", equalTo("/suppliers/0"))
        .body("violations[0].message", containsString("to " + last + ": Two homes"))
        .body("violations[0].message", containsString("/v1/providers/" + provider));
    Api.step(read, "activate", null).then().statusCode(200);

    suspension("provider.suspension-lifted.v1", suspension, 2, Api.AUTHORITY, provider, last);
    await(before, suspended(0));
    suspension("provider.suspended.v1", suspension, 1, Api.AUTHORITY, provider, last);
    Api.step(draft, "award", award(provider, TODAY)).then().statusCode(200);
  }

  @Test
  void a_suspension_that_has_ended_or_is_another_council_s_refuses_nothing() throws Exception {
    UUID provider = UUID.randomUUID();
    UUID ended = UUID.randomUUID();
    LocalDate future = TODAY.plusDays(20);
    suspension("provider.suspended.v1", UUID.randomUUID(), 1, Api.OTHER, provider, future);
    suspension("provider.suspended.v1", ended, 1, Api.AUTHORITY, provider, future);
    Response contract = awarded(UUID.randomUUID());
    UUID fence = UUID.fromString(contract.jsonPath().getString("parties[0].providerId"));
    Response draft = Api.draft(Api.complete(Api.reference()));
    suspension("provider.suspended.v1", ended, 2, Api.AUTHORITY, provider, TODAY.minusDays(1));
    suspension("provider.suspended.v1", UUID.randomUUID(), 1, Api.AUTHORITY, fence, future);
    await(contract, suspended(1));
    Response awarded = awardWhenAllowed(draft, provider);
    assertEquals(200, awarded.statusCode(), awarded.asString());
  }

  private static Response awardWhenAllowed(Response draft, UUID provider) {
    return Patience.await()
        .until(
            () -> Api.step(draft, "award", award(provider, TODAY)),
            last -> last.statusCode() == 200);
  }

  @Test
  void parties_follow_merges_and_go_back_when_they_are_taken_back() throws Exception {
    UUID duplicate = UUID.randomUUID();
    UUID survivor = UUID.randomUUID();
    UUID last = UUID.randomUUID();
    Response first = awarded(duplicate);
    Response second = awarded(survivor);
    merged(duplicate, 2, survivor);
    assertEquals(3, await(first, shows(survivor)).getInt("version"));
    merged(duplicate, 2, survivor);
    merged(survivor, 2, last);
    await(first, shows(last));
    await(second, shows(last));
    Api.keeper()
        .get("/v1/contracts/" + Api.id(first) + "/history")
        .then()
        .body("items[0].type", equalTo("contract.supplier-identified.v1"))
        .body("items[0].version", equalTo(4));
    merged(duplicate, 3, null);
    await(first, shows(duplicate));
    merged(survivor, 3, null);
    assertEquals(4, await(second, shows(survivor)).getInt("version"));
    await(first, shows(duplicate));
    merged(duplicate, 2, survivor);
    UUID fence = UUID.randomUUID();
    merged(survivor, 4, fence);
    await(second, shows(fence));
    assertEquals(5, await(first, shows(duplicate)).getInt("version"));
  }

  @Test
  void an_award_to_a_merged_record_goes_to_the_one_that_speaks_for_it() throws Exception {
    UUID duplicate = UUID.randomUUID();
    UUID survivor = UUID.randomUUID();
    Response fence = awarded(duplicate);
    merged(duplicate, 2, survivor);
    await(fence, shows(survivor));
    Response late = awarded(duplicate);
    assertEquals(survivor.toString(), late.jsonPath().getString("parties[0].providerId"));
    assertEquals(2, late.jsonPath().getInt("version"));
    merged(duplicate, 3, null);
    await(late, shows(duplicate));
  }

  private static void match(Response contract, UUID provider) {
    send(
        "supplier.matched.v1",
        "supplier-match",
        UUID.randomUUID(),
        1,
        Api.AUTHORITY,
        Map.of(
            "contractId",
            Api.id(contract),
            "partyId",
            contract.jsonPath().getString("parties[0].id"),
            "status",
            "MATCHED",
            "providerId",
            provider.toString()));
  }

  @Test
  void a_late_match_with_a_merged_record_links_the_one_that_speaks_for_it() throws Exception {
    UUID duplicate = UUID.randomUUID();
    UUID survivor = UUID.randomUUID();
    Response fence = awarded(duplicate);
    merged(duplicate, 2, survivor);
    await(fence, shows(survivor));
    Response active = Api.active("Fernleigh Ltd");
    match(active, duplicate);
    await(active, shows(survivor));
    UUID suspension = UUID.randomUUID();
    suspension("provider.suspended.v1", suspension, 1, Api.AUTHORITY, duplicate, TODAY.plusDays(9));
    await(active, suspended(1));
    merged(duplicate, 3, null);
    await(active, shows(duplicate));
  }

  @Test
  void who_turns_out_to_be_suspended_after_an_award_during_it_does_not_start() throws Exception {
    UUID provider = UUID.randomUUID();
    LocalDate last = TODAY.plusDays(9);
    suspension("provider.suspended.v1", UUID.randomUUID(), 1, Api.AUTHORITY, provider, last);
    Response draft = Api.draft(Api.complete(Api.reference()));
    String byName =
        "{\"awardDate\":\"" + TODAY + "\",\"suppliers\":[{\"name\":\"Fernleigh Ltd\"}]}";
    Response awarded = Api.step(draft, "award", byName);
    awarded.then().statusCode(200);
    match(awarded, provider);
    await(awarded, suspended(1));
    Api.step(Api.keeper().get("/v1/contracts/" + Api.id(awarded)), "activate", null)
        .then()
        .spec(problem(422, "PROVIDER_SUSPENDED"))
        .body("violations[0].pointer", equalTo("/parties/0"));
  }

  @Test
  void a_rebuild_finds_the_same_suspensions_and_moves_no_party() throws Exception {
    UUID duplicate = UUID.randomUUID();
    UUID survivor = UUID.randomUUID();
    Response contract = awarded(duplicate);
    merged(duplicate, 2, survivor);
    await(contract, shows(survivor));
    merged(duplicate, 3, null);
    await(contract, shows(duplicate));
    LocalDate last = TODAY.plusDays(9);
    suspension("provider.suspended.v1", UUID.randomUUID(), 1, Api.AUTHORITY, duplicate, last);
    await(contract, suspended(1));
    rebuild("provider-suspensions");
    rebuild("provider-merges");
    UUID fence = UUID.randomUUID();
    Response other = awarded(fence);
    suspension("provider.suspended.v1", UUID.randomUUID(), 1, Api.AUTHORITY, fence, last);
    merged(fence, 2, survivor);
    await(other, shows(survivor));
    await(other, suspended(1));
    assertEquals(4, await(contract, suspended(1)).getInt("version"));
  }

  private static void rebuild(String consumer) {
    given()
        .auth()
        .oauth2(Tokens.admin(Api.AUTHORITY))
        .post("/v1/operations/contracts/consumers/" + consumer + "/rebuild")
        .then()
        .statusCode(202);
  }
}
