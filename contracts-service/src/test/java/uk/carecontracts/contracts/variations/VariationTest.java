package uk.carecontracts.contracts.variations;

import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static uk.carecontracts.testkit.Patience.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.carecontracts.contracts.Api;
import uk.carecontracts.contracts.ContractsInfrastructure;
import uk.carecontracts.contracts.ProviderEvents;
import uk.carecontracts.contracts.register.ContractRegister;
import uk.carecontracts.contracts.register.Contracts;
import uk.carecontracts.kit.database.Sql;
import uk.carecontracts.kit.tenancy.Acting;
import uk.carecontracts.kit.tenancy.Tenancy;
import uk.carecontracts.testkit.Problems;

@QuarkusTest
@ContractsInfrastructure
class VariationTest {
  private static final String RAISE =
      "{\"values\":{\"total\":{\"amount\":321780.00,\"currency\":\"GBP\"}}}";

  @Inject Clock clock;
  @Inject VariationRepository variations;
  @Inject VariationDesk desk;
  @Inject ContractRegister register;
  @Inject Contracts contracts;
  @Inject Sql sql;

  private Response active(String permitted, String... suppliers) {
    return active("BLOCK", permitted, suppliers);
  }

  private Response active(String type, String permitted, String[] suppliers) {
    LocalDate today = LocalDate.now(clock);
    Response draft =
        Api.draft(
            Api.complete(Api.reference())
                .replace("\"BLOCK\"", "\"" + type + "\"")
                .replace("2026-04-01", today.minusYears(1).toString())
                .replace("2030-03-31", today.plusYears(2).toString())
                .replaceFirst("\\{", "{\"permittedVariations\":" + permitted + ","));
    String parties =
        String.join(",", Stream.of(suppliers).map(s -> "{\"name\":\"" + s + "\"}").toList());
    Response awarded =
        Api.step(draft, "award", "{\"awardDate\":\"2026-03-01\",\"suppliers\":[" + parties + "]}");
    Response active = Api.step(awarded, "activate", null);
    active.then().statusCode(200);
    return active;
  }

  private static String proposal(String reason, LocalDate day, String change) {
    return "{\"reason\":\"%s\",\"description\":\"Uplift\",\"effectiveDate\":\"%s\",\"change\":%s}"
        .formatted(reason, day, change);
  }

  private static Response propose(Response contract, String body) {
    return Api.keeper()
        .header("If-Match", contract.header("ETag"))
        .body(body)
        .post("/v1/contracts/" + Api.id(contract) + "/variations");
  }

  private static Response agree(Response contract, Response variation, String partyId) {
    return Api.keeper()
        .header("If-Match", variation.header("ETag"))
        .body("{\"partyId\":\"%s\",\"agreedOn\":\"2026-05-01\"}".formatted(partyId))
        .post(
            "/v1/contracts/%s/variations/%s/agreements"
                .formatted(Api.id(contract), Api.id(variation)));
  }

  @Test
  void a_variation_is_in_force_once_every_party_agreed_and_its_day_has_come() {
    Response contract = active("[\"PRICE\"]", "Alder Ltd", "Birch CIC");
    List<String> parties = contract.jsonPath().getList("parties.id");
    Response proposed =
        propose(contract, proposal("PRICE", LocalDate.now(clock).minusDays(1), RAISE));
    proposed
        .then()
        .statusCode(201)
        .body(
            "status",
            equalTo("PROPOSED"),
            "before.values.total.amount.intValue()",
            equalTo(300000));
    agree(contract, proposed, "0191d3c5-0000-7000-8000-000000000000")
        .then()
        .spec(Problems.violation(422, "NOT_A_PARTY", "/partyId"));
    Response first = agree(contract, proposed, parties.get(0));
    first.then().statusCode(200).body("status", equalTo("PROPOSED"), "agreements", hasSize(1));
    agree(contract, proposed, parties.get(1)).then().spec(Problems.problem(412, "STALE_VERSION"));
    agree(contract, first, parties.get(1))
        .then()
        .statusCode(200)
        .body("status", equalTo("IN_FORCE"))
        .body("agreements.partyName", containsInAnyOrder("Alder Ltd", "Birch CIC"));
    String path = "/v1/contracts/" + Api.id(contract);
    Api.keeper().get(path).then().body("values.total.amount", equalTo(321780.00f));
    Api.keeper()
        .get(path + "/history?limit=1")
        .then()
        .body("items[0].type", equalTo("contract.varied.v1"))
        .body("items[0].change.reason", containsString("PRICE"))
        .body("items[0].change.fields.pointer", hasItem("/values/total/amount"));
  }

  @Test
  void a_variation_of_a_later_day_waits_for_it() {
    Response contract = active("[]", "Alder Ltd");
    Response proposed =
        propose(contract, proposal("VOLUME", LocalDate.now(clock).plusDays(30), RAISE));
    Response agreed = agree(contract, proposed, contract.jsonPath().getString("parties[0].id"));
    agreed.then().body("status", equalTo("AGREED"));
    Api.keeper()
        .get("/v1/contracts/" + Api.id(contract))
        .then()
        .body("values.total.amount", equalTo(300000.00f));
    String path = "/v1/contracts/%s/variations/%s".formatted(Api.id(contract), Api.id(proposed));
    Api.keeper()
        .header("If-Match", agreed.header("ETag"))
        .body("{\"reason\":\"Not affordable\"}")
        .post(path + "/withdraw")
        .then()
        .statusCode(200)
        .body("status", equalTo("WITHDRAWN"), "outcome", equalTo("Not affordable"));
    Api.keeper()
        .get("/v1/contracts/" + Api.id(contract) + "/variations")
        .then()
        .body("items", hasSize(1), "items[0].status", equalTo("WITHDRAWN"));
  }

  @Test
  void the_schedule_brings_it_into_force_on_its_day_and_not_before() {
    Response contract = active("[]", "Alder Ltd");
    LocalDate day = LocalDate.now(clock).plusDays(30);
    Response proposed = propose(contract, proposal("VOLUME", day, RAISE));
    agree(contract, proposed, contract.jsonPath().getString("parties[0].id"));
    String path = "/v1/contracts/%s/variations/%s".formatted(Api.id(contract), Api.id(proposed));
    new VariationSchedule(variations, desk, Clock.offset(clock, Duration.ofDays(29))).run();
    Api.keeper().get(path).then().body("status", equalTo("AGREED"));
    new VariationSchedule(variations, desk, Clock.offset(clock, Duration.ofDays(31))).run();
    Api.keeper().get(path).then().body("status", equalTo("IN_FORCE"));
    Api.keeper()
        .get("/v1/contracts/" + Api.id(contract))
        .then()
        .body("values.total.amount", equalTo(321780.00f));
    Api.keeper()
        .get("/v1/contracts/" + Api.id(contract) + "/history?limit=1")
        .then()
        .body("items[0].actor", equalTo("contract-variations"));
  }

  @Test
  void a_variation_that_would_undo_another_is_refused_and_says_so() {
    Response contract = active("[]", "Alder Ltd");
    String party = contract.jsonPath().getString("parties[0].id");
    LocalDate later = LocalDate.now(clock).plusDays(3);
    Response waiting = propose(contract, proposal("VOLUME", later, RAISE));
    agree(contract, waiting, party);
    Response read = Api.keeper().get("/v1/contracts/" + Api.id(contract));
    Response sooner =
        propose(read, proposal("PRICE", LocalDate.now(clock), RAISE.replace("321780", "310000")));
    agree(contract, sooner, party).then().body("status", equalTo("IN_FORCE"));
    new VariationSchedule(variations, desk, Clock.offset(clock, Duration.ofDays(4))).run();
    Api.keeper()
        .get("/v1/contracts/%s/variations/%s".formatted(Api.id(contract), Api.id(waiting)))
        .then()
        .body("status", equalTo("REFUSED"), "outcome", containsString("310000"));
    Api.keeper()
        .get("/v1/contracts/" + Api.id(contract))
        .then()
        .body("values.total.amount", equalTo(310000.00f));
  }

  @Test
  void of_many_who_vary_a_contract_at_once_and_try_again_nobody_is_lost() {
    Response contract = active("[]", "Alder Ltd");
    String path = "/v1/contracts/" + Api.id(contract);
    int refused =
        IntStream.range(0, 8)
            .parallel()
            .map(
                n -> {
                  int stale = 0;
                  Response read = contract;
                  while (propose(
                              read,
                              proposal("OTHER", LocalDate.now(clock), "{\"area\":\"" + n + "\"}"))
                          .statusCode()
                      != 201) {
                    stale++;
                    read = Api.keeper().get(path);
                  }
                  return stale;
                })
            .sum();
    System.out.println("Eight proposals at once: " + refused + " times told to read again");
    Api.keeper().get(path).then().body("version", equalTo(11));
    Api.keeper()
        .get(path + "/variations")
        .then()
        .body("items", hasSize(8), "items.change.area.unique()", hasSize(8));
  }

  private Response novation(Response contract, UUID incoming, String more) {
    return propose(
        contract,
        proposal(
            "SUPPLIER_NOVATION",
            LocalDate.now(clock),
            "{\"parties\":[{\"name\":\"Cedar CIC\",\"vcse\":true,\"providerId\":\"%s\"}]%s}"
                .formatted(incoming, more)));
  }

  @Test
  void a_running_contract_passes_to_another_supplier_once_both_agreed() {
    Response contract = active("[]", "Alder Ltd");
    UUID cedar = UUID.randomUUID();
    Response proposed = novation(contract, cedar, "");
    proposed.then().statusCode(201).body("incoming.name", equalTo(List.of("Cedar CIC")));
    Response outgoing = agree(contract, proposed, contract.jsonPath().getString("parties[0].id"));
    outgoing.then().statusCode(200).body("status", equalTo("PROPOSED"));
    agree(contract, outgoing, proposed.jsonPath().getString("incoming[0].id"))
        .then()
        .statusCode(200)
        .body("status", equalTo("IN_FORCE"))
        .body("agreements.partyName", containsInAnyOrder("Alder Ltd", "Cedar CIC"));
    Api.keeper()
        .get("/v1/contracts/" + Api.id(contract))
        .then()
        .body("parties.name", equalTo(List.of("Cedar CIC")))
        .body("parties[0].providerId", equalTo(cedar.toString()))
        .body("status", equalTo("ACTIVE"));
  }

  @Test
  void a_record_merged_into_the_outgoing_suppliers_is_the_same_supplier() {
    UUID alder = UUID.randomUUID();
    UUID former = UUID.randomUUID();
    ProviderEvents.merged(former, 1, alder);
    await()
        .until(
            () -> Tenancy.callAs(Acting.system("test"), () -> register.speakerFor(former)),
            alder::equals);
    Response contract = active("[]", "Alder Ltd\",\"providerId\":\"" + alder);
    novation(contract, former, "")
        .then()
        .spec(Problems.problem(422, "VARIATION_NOT_PERMITTED", "is the one that goes"));
  }

  @Test
  void a_novation_changes_the_supplier_only_and_nothing_else_changes_the_supplier() {
    Response contract = active("[]", "Alder Ltd");
    novation(contract, UUID.randomUUID(), ",\"title\":\"Other\"")
        .then()
        .spec(Problems.violation(422, "VARIATION_NOT_PERMITTED", "/change/title"));
    propose(contract, proposal("SUPPLIER_NOVATION", LocalDate.now(clock), "{\"area\":\"x\"}"))
        .then()
        .spec(Problems.violation(422, "VARIATION_NOT_PERMITTED", "/change/parties"));
    propose(
            contract,
            proposal("PRICE", LocalDate.now(clock), "{\"parties\":[{\"name\":\"Cedar CIC\"}]}"))
        .then()
        .spec(Problems.violation(422, "VARIATION_NOT_PERMITTED", "/reason"));
  }

  @Test
  void a_suspended_supplier_takes_no_contract_over_neither_at_the_proposal_nor_on_the_day() {
    Response contract = active("[]", "Alder Ltd");
    UUID cedar = UUID.randomUUID();
    Response proposed = novation(contract, cedar, "");
    Response outgoing = agree(contract, proposed, contract.jsonPath().getString("parties[0].id"));
    suspend(Api.AUTHORITY, cedar);
    agree(contract, outgoing, proposed.jsonPath().getString("incoming[0].id"))
        .then()
        .statusCode(200)
        .body("status", equalTo("REFUSED"), "outcome", containsString("suspended"));
    Response again = Api.keeper().get("/v1/contracts/" + Api.id(contract));
    novation(again, cedar, "")
        .then()
        .spec(Problems.violation(422, "PROVIDER_SUSPENDED", "/change/parties/0"));
    again.then().body("parties.name", equalTo(List.of("Alder Ltd")));
  }

  private void suspend(String authority, UUID provider) {
    LocalDate today = LocalDate.now(clock);
    Tenancy.callAs(
        Acting.system("test"),
        () ->
            sql.update(
                "insert into provider_suspension (id, authority, provider_id, reason, starts_on,"
                    + " ends_on) values (?, ?, ?, 'Unsafe.', ?, ?)",
                UUID.randomUUID(),
                authority,
                provider,
                today,
                today.plusMonths(3)));
  }

  @Test
  void another_authority_s_suspension_stops_no_novation_on_its_day() {
    Response contract = active("[]", "Alder Ltd");
    UUID cedar = UUID.randomUUID();
    LocalDate day = LocalDate.now(clock).plusDays(30);
    Response proposed =
        propose(
            contract,
            proposal(
                "SUPPLIER_NOVATION",
                day,
                "{\"parties\":[{\"name\":\"Cedar CIC\",\"providerId\":\"" + cedar + "\"}]}"));
    Response outgoing = agree(contract, proposed, contract.jsonPath().getString("parties[0].id"));
    agree(contract, outgoing, proposed.jsonPath().getString("incoming[0].id"))
        .then()
        .body("status", equalTo("AGREED"));
    suspend(Api.OTHER, cedar);
    new VariationSchedule(variations, desk, Clock.offset(clock, Duration.ofDays(31))).run();
    Api.keeper()
        .get("/v1/contracts/%s/variations/%s".formatted(Api.id(contract), Api.id(proposed)))
        .then()
        .body("status", equalTo("IN_FORCE"));
  }

  @Test
  void a_correction_swaps_no_supplier_and_lets_no_suspended_one_in() {
    Response contract = active("[]", "Alder Ltd");
    String alder = contract.jsonPath().getString("parties[0].id");
    UUID cedar = UUID.randomUUID();
    correct(contract, "[{\"name\":\"Cedar CIC\",\"providerId\":\"" + cedar + "\"}]")
        .then()
        .spec(Problems.violation(422, "NOVATION_NEEDED", "/parties"));
    correct(contract, "[{\"name\":\"Alder Ltd\"},{\"name\":\"Cedar CIC\"}]")
        .then()
        .spec(Problems.violation(422, "NOVATION_NEEDED", "/parties"));
    suspend(Api.AUTHORITY, cedar);
    String renamed = "{\"id\":\"" + alder + "\",\"name\":\"Alder Care Limited\"}";
    correct(
            contract,
            "[%s,{\"name\":\"Cedar CIC\",\"role\":\"SUBCONTRACTOR\",\"providerId\":\"%s\"}]"
                .formatted(renamed, cedar))
        .then()
        .spec(Problems.violation(422, "PROVIDER_SUSPENDED", "/parties/0"));
    correct(contract, "[" + renamed + "]")
        .then()
        .statusCode(200)
        .body(
            "parties.name",
            equalTo(List.of("Alder Care Limited")),
            "parties[0].id",
            equalTo(alder));
  }

  private static Response correct(Response contract, String parties) {
    return Api.keeper()
        .header("If-Match", contract.header("ETag"))
        .body("{\"parties\":" + parties + "}")
        .patch("/v1/contracts/" + Api.id(contract));
  }

  @Test
  void a_longer_term_agreed_for_the_last_day_comes_before_the_contract_expires() {
    Response contract = active("[]", "Alder Ltd");
    LocalDate last = LocalDate.parse(contract.jsonPath().getString("dates.end"));
    Response proposed =
        propose(
            contract,
            proposal("TERM", last, "{\"dates\":{\"end\":\"" + last.plusYears(1) + "\"}}"));
    Response agreed = agree(contract, proposed, contract.jsonPath().getString("parties[0].id"));
    agreed.then().body("status", equalTo("AGREED"));
    assertFalse(wouldExpire(contract, last.plusDays(9)));
    Api.keeper()
        .header("If-Match", agreed.header("ETag"))
        .body("{\"reason\":\"Retendered\"}")
        .post("/v1/contracts/%s/variations/%s/withdraw".formatted(Api.id(contract), Api.id(agreed)))
        .then()
        .statusCode(200);
    assertTrue(wouldExpire(contract, last.plusDays(9)));
  }

  private boolean wouldExpire(Response contract, LocalDate today) {
    return Tenancy.callAs(
            Acting.system("test"),
            () ->
                QuarkusTransaction.requiringNew().call(() -> contracts.endedBefore(today, 100_000)))
        .contains(UUID.fromString(Api.id(contract)));
  }

  @Test
  void what_is_refused_on_its_day_leaves_the_contract_as_it_was() {
    Response framework = active("FRAMEWORK", "[]", new String[] {"Alder Ltd"});
    String path = "/v1/contracts/" + Api.id(framework);
    UUID provider = UUID.randomUUID();
    Api.keeper()
        .body("{\"lots\":[{\"id\":\"1\",\"title\":\"Day care\",\"serviceType\":\"DAY_CARE\"}]}")
        .put(path + "/agreement")
        .then()
        .statusCode(200);
    Api.keeper()
        .body(
            "{\"lotId\":\"1\",\"provider\":{\"providerId\":\"%s\",\"name\":\"Alder Ltd\"}}"
                .formatted(provider))
        .post(path + "/agreement/admissions")
        .then()
        .statusCode(201);
    LocalDate today = LocalDate.now(clock);
    Response lowered =
        propose(
            framework, proposal("VOLUME", today.plusDays(30), RAISE.replace("321780", "100000")));
    agree(framework, lowered, framework.jsonPath().getString("parties[0].id"))
        .then()
        .body("status", equalTo("AGREED"));
    Api.keeper()
        .body(
            """
            {"lotId":"1","route":"DIRECT","reference":"%s","title":"Day care, Ashby","providerId":"%s",
             "value":{"amount":150000,"currency":"GBP"},"start":"%s","end":"%s","reason":"Near"}"""
                .formatted(Api.reference(), provider, today, today.plusYears(1)))
        .post(path + "/call-offs")
        .then()
        .statusCode(201);
    int version = Api.keeper().get(path).jsonPath().getInt("version");
    new VariationSchedule(variations, desk, Clock.offset(clock, Duration.ofDays(31))).run();
    Api.keeper()
        .get(path + "/variations/" + Api.id(lowered))
        .then()
        .body("status", equalTo("REFUSED"), "outcome", containsString("is called off"));
    Api.keeper()
        .get(path)
        .then()
        .body("values.total.amount", equalTo(300000.00f), "version", equalTo(version));
    Api.keeper().get(path + "/history?limit=1").then().body("items[0].version", equalTo(version));
  }

  @Test
  void what_was_settled_at_the_award_binds_later_variations() {
    Response contract = active("[\"PRICE\"]", "Alder Ltd");
    propose(contract, proposal("TERM", LocalDate.now(clock).plusYears(9), RAISE))
        .then()
        .spec(Problems.problem(422, "VARIATION_NOT_PERMITTED"))
        .body("violations.pointer", containsInAnyOrder("/reason", "/effectiveDate"));
    Api.keeper()
        .header("If-Match", contract.header("ETag"))
        .body("{\"permittedVariations\":[\"PRICE\",\"TERM\"]}")
        .patch("/v1/contracts/" + Api.id(contract))
        .then()
        .spec(Problems.violation(422, "PERMITTED_VARIATIONS_FROZEN", "/permittedVariations"));
  }

  @Test
  void of_two_who_vary_a_contract_at_once_one_is_told_to_read_again() {
    Response contract = active("[]", "Alder Ltd");
    List<Integer> answers =
        Stream.of("PRICE", "VOLUME")
            .parallel()
            .map(
                reason ->
                    propose(contract, proposal(reason, LocalDate.now(clock), RAISE)).statusCode())
            .sorted()
            .toList();
    assertEquals(List.of(201, 412), answers);
    Api.keeper()
        .get("/v1/contracts/" + Api.id(contract) + "/variations")
        .then()
        .body("items", hasSize(1));
  }

  @Test
  void a_change_the_contract_cannot_say_is_refused_when_it_is_proposed() {
    Response contract = active("[]", "Alder Ltd");
    propose(contract, proposal("PRICE", LocalDate.now(clock), "{\"titel\":\"x\"}"))
        .then()
        .spec(Problems.problem(400, "INVALID_REQUEST"));
    propose(contract, proposal("PRICE", LocalDate.now(clock), "{}"))
        .then()
        .spec(Problems.violation(422, "VARIATION_NOT_PERMITTED", "/change"));
    propose(
            contract,
            proposal("TERM", LocalDate.now(clock), "{\"dates\":{\"end\":\"2001-01-01\"}}"))
        .then()
        .spec(Problems.violation(422, "TERMS_CONTRADICT", "/dates/end"));
    propose(
            contract,
            proposal("OTHER", LocalDate.now(clock), "{\"permittedVariations\":[\"PRICE\"]}"))
        .then()
        .spec(Problems.violation(422, "PERMITTED_VARIATIONS_FROZEN", "/permittedVariations"));
    propose(
            contract,
            proposal("PRICE", LocalDate.now(clock), RAISE.replace("321780.00", "\"321780\"")))
        .then()
        .spec(Problems.problem(400, "INVALID_REQUEST"));
    Response proposed = propose(contract, proposal("PRICE", LocalDate.now(clock), RAISE));
    Api.keeper()
        .header("If-Match", proposed.header("ETag"))
        .body(
            "{\"partyId\":\"%s\",\"agreedOn\":\"%s\"}"
                .formatted(
                    contract.jsonPath().getString("parties[0].id"),
                    LocalDate.now(clock).plusDays(1)))
        .post(
            "/v1/contracts/%s/variations/%s/agreements"
                .formatted(Api.id(contract), Api.id(proposed)))
        .then()
        .spec(Problems.violation(422, "NOT_AGREED_YET", "/agreedOn"));
    Api.as(Api.OTHER)
        .get("/v1/contracts/" + Api.id(contract) + "/variations")
        .then()
        .spec(Problems.problem(403, "WRONG_AUTHORITY"));
  }
}
