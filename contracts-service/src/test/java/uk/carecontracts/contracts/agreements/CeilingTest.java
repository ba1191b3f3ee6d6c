package uk.carecontracts.contracts.agreements;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.carecontracts.contracts.Api;
import uk.carecontracts.contracts.ContractsInfrastructure;
import uk.carecontracts.testkit.Problems;

/** Lot 1 of the framework has a ceiling of £200,000, the framework one of £300,000. */
@QuarkusTest
@ContractsInfrastructure
class CeilingTest extends FrameworkCase {
  private Response calledOff(Response framework, UUID provider, String value) {
    Response made = post(framework, callOff("DIRECT", value, to(provider)));
    made.then().statusCode(201);
    return Api.keeper().get("/v1/contracts/" + made.jsonPath().getString("callOffContractId"));
  }

  private static String total(String amount) {
    return "{\"values\":{\"total\":{\"amount\":%s,\"currency\":\"GBP\"}}}".formatted(amount);
  }

  private static Response propose(Response contract, LocalDate day, String amount) {
    Response proposed =
        Api.keeper()
            .header("If-Match", Api.keeper().get(path(contract)).header("ETag"))
            .body(
                "{\"reason\":\"VOLUME\",\"description\":\"More\",\"effectiveDate\":\"%s\",\"change\":%s}"
                    .formatted(day, total(amount)))
            .post(path(contract) + "/variations");
    proposed.then().statusCode(201);
    return proposed;
  }

  private Response agree(Response contract, Response variation) {
    return Api.keeper()
        .header("If-Match", variation.header("ETag"))
        .body(
            "{\"partyId\":\"%s\",\"agreedOn\":\"%s\"}"
                .formatted(contract.jsonPath().getString("parties[0].id"), today))
        .post(path(contract) + "/variations/" + Api.id(variation) + "/agreements");
  }

  private static Response correct(Response contract, String change) {
    return Api.correct(Api.keeper().get(path(contract)), change);
  }

  @Test
  void a_variation_beyond_the_ceiling_is_refused_when_it_is_to_be_agreed() {
    Response framework = framework("");
    UUID provider = admitted(framework, "Alder Ltd");
    Response large = calledOff(framework, provider, "120000");
    Response small = calledOff(framework, provider, "50000");
    Response tooMuch = propose(large, today, "150000.01");
    agree(large, tooMuch)
        .then()
        .spec(
            Problems.problem(
                422,
                "CEILING_EXCEEDED",
                "is £200000.00; its other call-offs come to £50000.00 with what is agreed and not yet"
                    + " in force, so this one may be worth £150000.00 at most, not £150000.01"));
    Api.keeper()
        .get(path(large) + "/variations/" + Api.id(tooMuch))
        .then()
        .body("status", equalTo("PROPOSED"), "agreements.size()", equalTo(0));

    agree(large, propose(large, today.plusDays(30), "150000"))
        .then()
        .statusCode(200)
        .body("status", equalTo("AGREED"));
    post(framework, callOff("DIRECT", "0.01", to(provider)))
        .then()
        .spec(Problems.problem(422, "CEILING_EXCEEDED", "£200000.00 is called off"));
    agree(small, propose(small, today, "50000.01"))
        .then()
        .spec(Problems.problem(422, "CEILING_EXCEEDED", "£150000.00"));
    agree(small, propose(small, today, "49000"))
        .then()
        .statusCode(200)
        .body("status", equalTo("IN_FORCE"));
    post(framework, callOff("DIRECT", "1000", to(provider))).then().statusCode(201);
  }

  @Test
  void of_two_that_rise_at_once_only_one_passes() {
    Response framework = framework("");
    UUID provider = admitted(framework, "Alder Ltd");
    List<Response> both =
        Stream.of(1, 2).map(i -> calledOff(framework, provider, "80000")).toList();
    List<Response> rises = both.stream().map(each -> propose(each, today, "110000")).toList();
    List<Integer> answers =
        Stream.of(0, 1)
            .parallel()
            .map(i -> agree(both.get(i), rises.get(i)).statusCode())
            .sorted()
            .toList();
    assertEquals(List.of(200, 422), answers);
    Api.keeper()
        .get(path(framework) + "/agreement/report")
        .then()
        .body("lots[0].use.calledOff.amount", equalTo(190000.00f));
  }

  @Test
  void corrections_and_lowered_ceilings_are_held_to_it_too() {
    Response framework = framework("");
    Response callOff = calledOff(framework, admitted(framework, "Alder Ltd"), "120000");
    correct(callOff, total("200000.01")).then().spec(Problems.problem(422, "CEILING_EXCEEDED"));
    correct(callOff, "{\"type\":\"SPOT\"}").then().statusCode(200);
    correct(callOff, total("200000.01")).then().spec(Problems.problem(422, "CEILING_EXCEEDED"));
    correct(callOff, total("200000")).then().statusCode(200);
    correct(framework, total("199999.99"))
        .then()
        .spec(Problems.problem(422, "CEILING_EXCEEDED", "£200000.00 is called off"));
    Response held = Api.keeper().get(path(framework) + "/agreement");
    String lot = "{\"lots\":[{\"id\":\"%s\",\"title\":\"t\",\"serviceType\":\"HOME_CARE\",%s}]}";
    for (String terms :
        List.of(
            lot.formatted("1", "\"ceiling\":{\"amount\":199999,\"currency\":\"GBP\"}"),
            lot.formatted("9", "\"area\":\"Ashby\""))) {
      Api.keeper()
          .header("If-Match", held.header("ETag"))
          .body(terms)
          .put(path(framework) + "/agreement")
          .then()
          .spec(Problems.violation(422, "AGREEMENT_TERMS_INVALID", "/lots"));
    }
  }
}
