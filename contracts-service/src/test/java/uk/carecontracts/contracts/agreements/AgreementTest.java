package uk.carecontracts.contracts.agreements;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static uk.carecontracts.testkit.Patience.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.carecontracts.contracts.Api;
import uk.carecontracts.contracts.ContractsInfrastructure;
import uk.carecontracts.contracts.ProviderEvents;
import uk.carecontracts.testkit.Problems;
import uk.carecontracts.testkit.TestTopics;

@QuarkusTest
@ContractsInfrastructure
class AgreementTest extends FrameworkCase {
  @Inject AdmissionClock admissionClock;

  @Test
  void admission_follows_accreditation_and_suspension() {
    Response contract = framework("");
    UUID provider = UUID.randomUUID();
    admit(contract, "1", provider, "Alder Ltd")
        .then()
        .spec(Problems.problem(422, "PROVIDER_NOT_ACCREDITED", "it has none"));
    UUID accreditation = UUID.randomUUID();
    accredit(accreditation, 1, provider, 1, today.plusDays(30), "GRANTED");
    await()
        .until(
            () ->
                admit(contract, "1", provider, "Alder Ltd").asString().contains("it has level 1"));
    accredit(accreditation, 2, provider, 2, today.plusDays(30), "GRANTED");
    await().until(() -> admit(contract, "1", provider, "Alder Ltd").statusCode() != 422);
    admit(contract, "1", provider, "Alder Ltd")
        .then()
        .spec(Problems.problem(409, "ADMISSION_EXISTS"));
    admit(contract, "9", provider, "Alder Ltd").then().spec(Problems.problem(422, "LOT_UNKNOWN"));
    String list = path(contract) + "/agreement/admissions";
    String id = Api.keeper().get(list).jsonPath().getString("items[0].id");

    UUID suspension = UUID.randomUUID();
    ProviderEvents.suspension(
        "provider.suspended.v1", suspension, 1, provider, today.minusDays(1), today.plusDays(9));
    await().until(() -> status(list, id).equals("SUSPENDED"));
    post(contract, callOff("DIRECT", "1000", to(provider)))
        .then()
        .spec(Problems.problem(422, "PROVIDER_NOT_ADMITTED", "is suspended to"));
    ProviderEvents.suspension(
        "provider.suspension-lifted.v1",
        suspension,
        2,
        provider,
        today.minusDays(1),
        today.plusDays(9));
    await().until(() -> status(list, id).equals("ADMITTED"));
    accredit(accreditation, 3, provider, 2, today.plusDays(30), "WITHDRAWN");
    await().until(() -> status(list, id).equals("LAPSED"));
    accredit(accreditation, 3, provider, 2, today.plusDays(30), "WITHDRAWN");
    Response lapsed = Api.keeper().get(list + "/" + id);
    lapsed.then().body("version", equalTo(4), "reason", containsString("no longer holds"));
    Response removed =
        Api.keeper()
            .header("If-Match", lapsed.header("ETag"))
            .body("{\"reason\":\"Left the market\"}")
            .post(list + "/" + id + "/remove");
    removed.then().statusCode(200).body("status", equalTo("REMOVED"));
    admissionClock.lookAtUnseen();
    await().until(() -> published(id).size() == 5);
    assertEquals(
        List.of(
            "admission.granted.v1",
            "admission.suspended.v1",
            "admission.restored.v1",
            "admission.lapsed.v1",
            "admission.removed.v1"),
        published(id));
  }

  /** The types of an aggregate's events, each once: delivery may repeat one. */
  private static List<String> published(String id) {
    return TestTopics.readAll("contracts.v1", id).stream()
        .map(event -> event.attributes().get("type"))
        .distinct()
        .toList();
  }

  private static String status(String list, String id) {
    return Api.keeper().get(list + "/" + id).jsonPath().getString("status");
  }

  @Test
  void a_direct_call_off_makes_a_contract_with_the_agreement_s_terms_within_the_ceilings() {
    Response contract = framework("");
    UUID provider = admitted(contract, "Alder Ltd");
    Response made = post(contract, callOff("DIRECT", "120000", to(provider)));
    made.then().statusCode(201).body("status", equalTo("AWARDED"), "lotId", equalTo("1"));
    String callOff = made.jsonPath().getString("callOffContractId");
    Api.keeper()
        .get("/v1/contracts/" + callOff)
        .then()
        .body("type", equalTo("CALL_OFF"), "status", equalTo("AWARDED"))
        .body("procedure", equalTo("FRAMEWORK_CALL_OFF"), "regime", equalTo("LIGHT_TOUCH"))
        .body("categories.proclass", equalTo("321014"), "serviceType", equalTo("HOME_CARE"))
        .body("parties[0].providerId", equalTo(provider.toString()))
        .body("parties[0].lots", hasItem("1"), "values.total.amount", equalTo(120000.00f));
    Api.keeper()
        .get("/v1/contracts/" + callOff + "/origin")
        .then()
        .body("contractId", equalTo(Api.id(contract)), "route", equalTo("DIRECT"));
    post(contract, callOff("DIRECT", "80000.01", to(provider)))
        .then()
        .spec(Problems.violation(422, "CEILING_EXCEEDED", "/value"));
    List<Integer> atOnce =
        Stream.of(1, 2)
            .parallel()
            .map(i -> post(contract, callOff("DIRECT", "50000", to(provider))).statusCode())
            .sorted()
            .toList();
    assertEquals(List.of(201, 422), atOnce);
    Api.keeper()
        .get(path(contract) + "/agreement/report")
        .then()
        .body(
            "total.ceiling.amount",
            equalTo(300000.00f),
            "total.calledOff.amount",
            equalTo(170000.0f))
        .body(
            "lots[0].use.remaining.amount",
            equalTo(30000.00f),
            "lots[0].use.usedPercent",
            equalTo(85.0f))
        .body("lots[0].suppliers[0].callOffs", equalTo(2), "lots[1].use.callOffs", equalTo(0));
    assertTrue(
        Api.keeper()
            .accept("text/csv")
            .get(path(contract) + "/agreement/report")
            .asString()
            .contains("200000.00,Alder Ltd," + provider + ",2,170000.00"));
    Api.keeper().get(path(contract) + "/call-offs?limit=1").then().body("items", hasSize(1));
  }

  @Test
  void what_may_not_be_called_off_is_refused() {
    Response contract = framework(",\"routes\":[\"DIRECT\"]");
    UUID stranger = UUID.randomUUID();
    post(contract, callOff("DIRECT", "1000", to(stranger)))
        .then()
        .spec(Problems.violation(422, "PROVIDER_NOT_ADMITTED", "/providerId"));
    post(contract, callOff("USER_CHOICE", "1000", to(stranger)))
        .then()
        .spec(Problems.violation(422, "ROUTE_NOT_PERMITTED", "/route"));
    post(contract, callOff("DIRECT", "1000", ""))
        .then()
        .spec(Problems.violation(422, "CALL_OFF_INVALID", "/reason"));
    post(
            contract,
            callOff("DIRECT", "1000", to(stranger)).replace("\"lotId\":\"1\"", "\"lotId\":\"7\""))
        .then()
        .spec(Problems.violation(422, "LOT_UNKNOWN", "/lotId"));
    Response plain = active("BLOCK", "DIRECT_AWARD");
    post(plain, callOff("DIRECT", "1000", to(stranger)))
        .then()
        .spec(Problems.problem(404, "NOT_FOUND"));
    Response ended =
        Api.step(contract, "terminate", "{\"date\":\"" + today + "\",\"reason\":\"Replaced\"}");
    ended.then().statusCode(200);
    post(contract, callOff("DIRECT", "1000", to(stranger)))
        .then()
        .spec(Problems.problem(422, "CONTRACT_NOT_ACTIVE"));
    admit(contract, "2", stranger, "Alder Ltd")
        .then()
        .spec(Problems.problem(422, "AGREEMENT_ENDED", "TERMINATED"));
    Api.keeper()
        .header("If-Match", Api.keeper().get(path(contract) + "/agreement").header("ETag"))
        .body("{\"lots\":[{\"id\":\"1\",\"title\":\"t\",\"serviceType\":\"X\"}]}")
        .put(path(contract) + "/agreement")
        .then()
        .spec(Problems.problem(422, "CONTRACT_ENDED"));
    Api.as(Api.OTHER)
        .body(callOff("DIRECT", "1000", to(stranger)))
        .post(path(contract) + "/call-offs")
        .then()
        .spec(Problems.problem(403, "WRONG_AUTHORITY"));
  }

  @Test
  void a_mini_competition_goes_to_the_best_bid_or_another_for_a_reason() {
    Response contract = framework("");
    UUID alder = admitted(contract, "Alder Ltd");
    UUID birch = admitted(contract, "Birch CIC");
    String criteria =
        ",\"criteria\":[{\"name\":\"Price\",\"weightPercent\":40,\"price\":true},"
            + "{\"name\":\"Quality\",\"weightPercent\":60,\"price\":false}]";
    post(contract, callOff("MINI_COMPETITION", "150000", criteria.replace("40", "41")))
        .then()
        .spec(Problems.violation(422, "CALL_OFF_INVALID", "/criteria"));
    String twice = ",\"invited\":[\"%s\",\"%s\"],\"reason\":\"Near\"".formatted(alder, alder);
    post(contract, callOff("MINI_COMPETITION", "150000", criteria + twice))
        .then()
        .spec(Problems.violation(422, "CALL_OFF_INVALID", "/invited"));
    Response open = post(contract, callOff("MINI_COMPETITION", "150000", criteria));
    open.then().statusCode(201).body("status", equalTo("OPEN"), "invited", hasSize(2));
    award(contract, open, "{}").then().spec(Problems.problem(422, "NO_BIDS"));
    bid(contract, open, UUID.randomUUID(), "1", "1")
        .then()
        .spec(Problems.problem(422, "NOT_INVITED"));
    bid(contract, open, alder, "150000.01", "60")
        .then()
        .spec(Problems.violation(422, "BID_INVALID", "/price"));
    Response one = bid(contract, open, alder, "100000", "60");
    Response two = bid(contract, one, birch, "125000", "85");
    two.then()
        .statusCode(200)
        .body("ranking[0].provider.name", equalTo("Birch CIC"), "ranking[0].total", equalTo(83.0f));
    bid(contract, one, birch, "1", "1").then().spec(Problems.problem(412, "STALE_VERSION"));
    award(contract, two, "{\"winner\":\"" + alder + "\"}")
        .then()
        .spec(Problems.violation(422, "WINNER_NEEDS_REASON", "/reason"));
    Response awarded = award(contract, two, "{}");
    awarded
        .then()
        .statusCode(200)
        .body("winner.name", equalTo("Birch CIC"), "value.amount", equalTo(125000.0f));
    award(contract, awarded, "{}").then().spec(Problems.problem(422, "CALL_OFF_CLOSED"));
    Api.keeper()
        .get("/v1/contracts/" + awarded.jsonPath().getString("callOffContractId"))
        .then()
        .body("values.total.amount", equalTo(125000.00f), "competed", equalTo(true));
    Response second = post(contract, callOff("MINI_COMPETITION", "1000", criteria));
    Api.keeper()
        .header("If-Match", second.header("ETag"))
        .body("{\"reason\":\"Not needed\"}")
        .post(path(contract) + "/call-offs/" + Api.id(second) + "/cancel")
        .then()
        .statusCode(200)
        .body("status", equalTo("CANCELLED"));
  }

  private static Response bid(
      Response contract, Response callOff, UUID bidder, String price, String quality) {
    return Api.keeper()
        .header("If-Match", callOff.header("ETag"))
        .body(
            "{\"providerId\":\"%s\",\"price\":{\"amount\":%s,\"currency\":\"GBP\"},\"scores\":[{\"criterion\":\"Quality\",\"score\":%s}]}"
                .formatted(bidder, price, quality))
        .post(path(contract) + "/call-offs/" + Api.id(callOff) + "/bids");
  }

  private static Response award(Response contract, Response callOff, String body) {
    return Api.keeper()
        .header("If-Match", callOff.header("ETag"))
        .body(body)
        .post(path(contract) + "/call-offs/" + Api.id(callOff) + "/award");
  }

  @Test
  void a_placement_under_a_framework_goes_to_an_admitted_supplier() {
    Response contract = framework("");
    UUID provider = admitted(contract, "Alder Ltd");
    String body =
        """
        {"contractId":"%s","provider":{"providerId":"%s","name":"Alder Ltd"},"kind":"SPOT",
         "careType":"HOMECARE","area":"X","personReference":"P-%s","serviceType":"HOME_CARE",
         "weeklyPrice":{"amount":300,"currency":"GBP"},"startDate":"%s"}""";
    Api.keeper()
        .body(body.formatted(Api.id(contract), provider, UUID.randomUUID(), today))
        .post("/v1/placements")
        .then()
        .statusCode(201);
    Api.keeper()
        .body(body.formatted(Api.id(contract), UUID.randomUUID(), UUID.randomUUID(), today))
        .post("/v1/placements")
        .then()
        .spec(Problems.violation(422, "PROVIDER_NOT_ADMITTED", "/provider"));
  }

  @Test
  void a_block_s_use_and_an_alliance_s_split_are_worked_out() {
    Response block = active("BLOCK", "DIRECT_AWARD");
    settle(block, "{\"volume\":{\"quantity\":2,\"unit\":\"PLACES\"}}").then().statusCode(200);
    String placement =
        """
        {"contractId":"%s","provider":{"name":"Alder Ltd"},"kind":"BLOCK","careType":"NURSING_HOME",
         "personReference":"P-%s","weeklyPrice":{"amount":900,"currency":"GBP"},"startDate":"%s"}""";
    Api.keeper()
        .body(placement.formatted(Api.id(block), UUID.randomUUID(), today.minusDays(4)))
        .post("/v1/placements")
        .then()
        .statusCode(201);
    Api.keeper()
        .get(path(block) + "/agreement/utilisation?from=" + today.minusDays(9) + "&to=" + today)
        .then()
        .body("usedPercent", equalTo(25.00f), "volume.unit", equalTo("PLACES"));
    Response alliance = active("ALLIANCE", "DIRECT_AWARD");
    settle(
            alliance,
            "{\"shares\":[{\"name\":\"A\",\"riskPercent\":60,\"rewardPercent\":50},"
                + "{\"name\":\"B\",\"riskPercent\":30,\"rewardPercent\":50}]}")
        .then()
        .spec(Problems.violation(422, "AGREEMENT_TERMS_INVALID", "/shares"));
    settle(
            alliance,
            "{\"shares\":[{\"name\":\"A\",\"riskPercent\":60,\"rewardPercent\":50},"
                + "{\"name\":\"A\",\"riskPercent\":40,\"rewardPercent\":50}]}")
        .then()
        .spec(Problems.problem(422, "AGREEMENT_TERMS_INVALID", "A partner has one share"));
    Response shared =
        settle(
            alliance,
            "{\"shares\":[{\"name\":\"A\",\"riskPercent\":60,\"rewardPercent\":50},"
                + "{\"name\":\"B\",\"riskPercent\":40,\"rewardPercent\":50}]}");
    shared.then().statusCode(200);
    Api.keeper()
        .get(path(alliance) + "/agreement/risk-reward-split?targetCost=1000.00&actualCost=1000.05")
        .then()
        .body("parts.amount.amount", equalTo(List.of(-0.03f, -0.02f)));
    settle(alliance, "{\"shares\":[]}").then().spec(Problems.problem(428, "PRECONDITION_REQUIRED"));
    settle(block, "{\"lots\":[{\"id\":\"1\",\"title\":\"t\",\"serviceType\":\"X\"}]}")
        .then()
        .statusCode(428);
    Api.keeper()
        .header("If-None-Match", "\"1\"")
        .get(path(alliance) + "/agreement")
        .then()
        .statusCode(304);
  }
}
