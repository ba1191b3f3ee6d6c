package uk.carecontracts.contracts.variations;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.carecontracts.contracts.Api;
import uk.carecontracts.contracts.ContractsInfrastructure;
import uk.carecontracts.testkit.Problems;

/** What waits for agreement over a whole council. */
@QuarkusTest
@ContractsInfrastructure
class VariationListTest {
  @Inject Clock clock;
  private String council;
  private LocalDate today;

  @BeforeEach
  void aCouncilOfItsOwn() {
    council = Api.council();
    today = LocalDate.now(clock);
  }

  private Response step(Response before, String verb, String body) {
    return Api.as(council)
        .header("If-Match", before.header("ETag"))
        .body(body)
        .post("/v1/contracts/" + Api.id(before) + "/" + verb);
  }

  private Response active(String suppliers) {
    Response draft =
        Api.as(council)
            .body(
                Api.complete(Api.reference())
                    .replace("2026-04-01", today.minusYears(1).toString())
                    .replace("2030-03-31", today.plusYears(2).toString()))
            .post("/v1/contracts");
    Response awarded =
        step(draft, "award", "{\"awardDate\":\"2026-03-01\",\"suppliers\":" + suppliers + "}");
    Response active = step(awarded, "activate", "");
    active.then().statusCode(200);
    return active;
  }

  private Response propose(Response contract, String reason, LocalDate day) {
    Response proposed =
        step(
            contract,
            "variations",
            "{\"reason\":\"%s\",\"description\":\"Uplift\",\"effectiveDate\":\"%s\",\"change\":{\"area\":\"North\"}}"
                .formatted(reason, day));
    proposed.then().statusCode(201);
    return proposed;
  }

  private void agree(Response contract, Response variation, int party) {
    Api.as(council)
        .header("If-Match", variation.header("ETag"))
        .body(
            "{\"partyId\":\"%s\",\"agreedOn\":\"%s\"}"
                .formatted(contract.jsonPath().getString("parties[" + party + "].id"), today))
        .post(
            "/v1/contracts/%s/variations/%s/agreements"
                .formatted(Api.id(contract), Api.id(variation)))
        .then()
        .statusCode(200);
  }

  private ValidatableResponse list(String query) {
    return Api.as(council).get("/v1/variations" + query).then();
  }

  @Test
  void a_contract_manager_sees_whose_word_is_missing_over_all_contracts() {
    UUID birch = UUID.randomUUID();
    Response two =
        active(
            "[{\"name\":\"Alder Ltd\"},{\"name\":\"Birch CIC\",\"providerId\":\"%s\"},{\"name\":\"Elm\",\"role\":\"SUBCONTRACTOR\"}]"
                .formatted(birch));
    Response one = active("[{\"name\":\"Alder Ltd\"}]");
    Response later = propose(two, "PRICE", today.plusDays(20));
    Response sooner = propose(one, "VOLUME", today.plusDays(10));
    agree(two, later, 0);

    list("?status=PROPOSED")
        .statusCode(200)
        .body("items.id", equalTo(List.of(Api.id(sooner), Api.id(later))))
        .body("items[0].reference", equalTo(one.path("reference")))
        .body("items[0].title", equalTo("Home care in Northvale"))
        .body("items[0].waitsFor.name", equalTo(List.of("Alder Ltd")))
        .body("items[1].waitsFor.name", equalTo(List.of("Birch CIC")))
        .body("items[1].waitsFor[0].providerId", equalTo(birch.toString()))
        .body("items[1].agreements.partyName", equalTo(List.of("Alder Ltd")));
    list("?awaiting=alder").body("items.id", equalTo(List.of(Api.id(sooner))));
    list("?awaiting=elm").body("items", hasSize(0));
    list("?awaitingProviderId=" + birch).body("items.id", equalTo(List.of(Api.id(later))));
    list("?reason=PRICE&contractId=" + Api.id(two)).body("items", hasSize(1));
    list("?effectiveTo=" + today.plusDays(15)).body("items.id", equalTo(List.of(Api.id(sooner))));
    list("?effectiveFrom=" + today.plusDays(15)).body("items.id", equalTo(List.of(Api.id(later))));

    agree(one, sooner, 0);
    list("?status=PROPOSED").body("items.id", equalTo(List.of(Api.id(later))));
    list("?status=AGREED&status=IN_FORCE")
        .body("items.id", equalTo(List.of(Api.id(sooner))))
        .body("items[0].waitsFor", hasSize(0));
    list("?awaiting=Alder%20Ltd").body("items", hasSize(0));
  }

  @Test
  void the_list_is_read_a_page_at_a_time_also_as_a_spreadsheet() {
    Response contract = active("[{\"name\":\"Alder Ltd\"}]");
    String first = Api.id(propose(contract, "PRICE", today.plusDays(5)));
    Response read = Api.as(council).get("/v1/contracts/" + Api.id(contract));
    String second = Api.id(propose(read, "PRICE", today.plusDays(5)));
    String next = list("?limit=1").body("items.id", equalTo(List.of(first))).extract().path("next");
    list("?limit=1&cursor=" + next)
        .body("items.id", equalTo(List.of(second)))
        .body("next", nullValue());
    list("?status=AGREED&cursor=" + next).spec(Problems.problem(400, "INVALID_REQUEST"));
    Api.as(council)
        .accept("text/csv")
        .get("/v1/variations?limit=1")
        .then()
        .statusCode(200)
        .header("Content-Type", startsWith("text/csv"))
        .header("Link", containsString("rel=\"next\""))
        .body(
            allOf(
                startsWith("reference,title,reason"),
                containsString("PROPOSED,Alder Ltd,"),
                containsString(first),
                not(containsString(second))));
  }

  @Test
  void nobody_sees_what_another_council_varies() {
    Response contract = active("[{\"name\":\"Alder Ltd\"}]");
    propose(contract, "PRICE", today.plusDays(5));
    Api.as(Api.council()).get("/v1/variations").then().statusCode(200).body("items", hasSize(0));
    list("?status=OPEN").spec(Problems.problem(400, "INVALID_REQUEST"));
  }
}
