package uk.carecontracts.contracts.funding;

import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.carecontracts.contracts.Api;
import uk.carecontracts.contracts.ContractsInfrastructure;
import uk.carecontracts.kit.database.Sql;
import uk.carecontracts.kit.tenancy.Acting;
import uk.carecontracts.kit.tenancy.Tenancy;
import uk.carecontracts.testkit.Problems;

@QuarkusTest
@ContractsInfrastructure
class FundingTest {
  /** An authority of this test's own, so that its sums are its own. */
  private static final String COUNCIL = "E08000035";

  @Inject FundingShares shares;
  @Inject Sql sql;

  private static RequestSpecification keeper() {
    return Api.as(COUNCIL);
  }

  private static Response step(Response before, String verb, String body) {
    return keeper()
        .header("If-Match", before.header("ETag"))
        .body(body)
        .post("/v1/contracts/" + Api.id(before) + "/" + verb);
  }

  private static Response active(String type) {
    Response draft =
        keeper()
            .body(
                Api.complete(Api.reference())
                    .replace("\"type\":\"BLOCK\"", "\"type\":\"" + type + "\"")
                    .replace("300000.00", "365000.00")
                    .replace("2026-04-01", "2033-04-01")
                    .replace("2030-03-31", "2034-03-31"))
            .post("/v1/contracts");
    Response active = step(step(draft, "award", Api.award("Fernleigh Ltd")), "activate", "{}");
    active.then().statusCode(200);
    return active;
  }

  private static Response fund(String name) {
    return keeper()
        .body(
            """
            {"name":"%s","kind":"POOLED_S75","host":"The council","validFrom":"2033-04-01",
             "validTo":"2036-03-31","accountability":"Joint commissioning board","agreement":"s75/1",
             "partners":["The council","Northvale ICB"]}"""
                .formatted(name))
        .post("/v1/funds");
  }

  private static Response contribute(Response fund, String partner, String amount) {
    return keeper()
        .header("If-Match", fund.header("ETag"))
        .body(
            "{\"partner\":\"%s\",\"year\":\"2033-34\",\"amount\":{\"amount\":%s,\"currency\":\"GBP\"}}"
                .formatted(partner, amount))
        .post("/v1/funds/" + Api.id(fund) + "/contributions");
  }

  private static Response agree(Response contract, String from, String streams) {
    return keeper()
        .body(
            "{\"validFrom\":\"%s\",\"host\":\"The council\",\"accountability\":\"Director of Adults\",\"streams\":[%s]}"
                .formatted(from, streams))
        .post("/v1/contracts/" + Api.id(contract) + "/funding");
  }

  @Test
  void of_fundings_agreed_at_once_one_runs_on() {
    Response contract = active("BLOCK");
    List<Integer> answers =
        Stream.of("2033-04-01", "2033-07-01", "2033-10-01", "2034-01-01")
            .parallel()
            .map(from -> agree(contract, from, stream("COUNCIL", "100", "")).statusCode())
            .toList();
    assertTrue(answers.contains(201), answers.toString());
    keeper()
        .get("/v1/contracts/" + Api.id(contract) + "/funding")
        .then()
        .body("items.findAll { it.validTo == null }", hasSize(1));
  }

  private static String stream(String kind, String share, String more) {
    return "{\"kind\":\"%s\",\"name\":\"%s budget\",\"sharePercent\":%s%s}"
        .formatted(kind, kind, share, more);
  }

  private void paid(Response contract, String day, String amount) {
    UUID supplier = UUID.randomUUID();
    Tenancy.callAs(
        Acting.system("test"),
        () ->
            sql.update(
                    "insert into spend_supplier (id, authority, source_key, name) values (?, ?, ?, 'S')",
                    supplier,
                    COUNCIL,
                    supplier.toString())
                + sql.update(
                    """
                    insert into spend_line (id, authority, fingerprint, period, paid_on, amount, supplier_id,
                      supplier_name, status, reason, contract_id, came_in, seen_in)
                    values (?, ?, ?, ?, ?, ?, ?, 'S', 'MATCHED', 'TEST', ?, ?, ?)""",
                    UUID.randomUUID(),
                    COUNCIL,
                    UUID.randomUUID(),
                    LocalDate.parse(day),
                    LocalDate.parse(day),
                    new BigDecimal(amount),
                    supplier,
                    UUID.fromString(Api.id(contract)),
                    supplier,
                    supplier));
  }

  @Test
  void shares_total_exactly_100_and_what_is_committed_adds_up_by_stream_and_fund() {
    Response contract = active("BLOCK");
    Response framework = active("FRAMEWORK");
    Response bare = active("BLOCK");
    Response fund = fund("Older people");
    fund.then().statusCode(201);
    fund("Older people").then().statusCode(409);
    String pooled = ",\"fundId\":\"" + Api.id(fund) + "\"";
    agree(contract, "2033-04-01", stream("COUNCIL", "66.67", "") + "," + stream("ICB", "33.34", ""))
        .then()
        .spec(Problems.problem(422, "FUNDING_NOT_WHOLE", "100.01"));
    agree(contract, "2033-04-01", stream("POOLED_S75", "100", ""))
        .then()
        .spec(Problems.violation(422, "FUNDING_NOT_WHOLE", "/streams/0/fundId"));
    agree(contract, "2033-03-01", stream("POOLED_S75", "100", pooled))
        .then()
        .spec(Problems.problem(422, "FUNDING_NOT_WHOLE", "does not run"));
    agree(contract, "2033-04-01", stream("COUNCIL", "100", pooled))
        .then()
        .spec(Problems.problem(422, "FUNDING_NOT_WHOLE", "POOLED_S75"));
    agree(
            contract,
            "2033-04-01",
            stream("COUNCIL", "66.67", "") + "," + stream("POOLED_S75", "33.33", pooled))
        .then()
        .statusCode(201);
    agree(contract, "2033-04-01", stream("COUNCIL", "100", ""))
        .then()
        .spec(Problems.violation(422, "FUNDING_NOT_WHOLE", "/validFrom"));
    // the last 73 of 365 days are paid for by the fund alone
    agree(contract, "2034-01-18", stream("POOLED_S75", "100", pooled)).then().statusCode(201);
    agree(contract, "2033-05-01", stream("COUNCIL", "100", ""))
        .then()
        .spec(Problems.violation(422, "FUNDING_NOT_WHOLE", "/validTo"));
    agree(framework, "2033-04-01", stream("COUNCIL", "100", "")).then().statusCode(201);
    String path = "/v1/contracts/" + Api.id(contract) + "/funding";
    keeper()
        .get(path)
        .then()
        .body("items", hasSize(2), "items[1].validTo", equalTo("2034-01-17"))
        .body("items[1].version", equalTo(2));
    keeper().get(path + "?on=2033-06-01").then().body("items.streams.flatten()", hasSize(2));

    paid(contract, "2033-10-01", "10000.00");
    paid(contract, "2034-03-01", "17000.00");
    paid(contract, "2034-03-02", "-10.00");
    paid(bare, "2033-10-01", "5.00");
    keeper()
        .get("/v1/funds/commitments?year=2033-34")
        .then()
        .statusCode(200)
        .body("spent.amount", equalTo(26995.00f), "spentNotFunded.amount", equalTo(5.00f))
        .body("streams.find { it.kind == 'COUNCIL' }.spent.amount", equalTo(6667.00f))
        .body("committed.amount", equalTo(730000.00f))
        .body("streams.kind", containsInAnyOrder("COUNCIL", "POOLED_S75"))
        .body("streams.find { it.kind == 'COUNCIL' }.committed.amount", equalTo(194676.40f))
        .body("streams.find { it.kind == 'POOLED_S75' }.committed.amount", equalTo(170323.60f))
        .body("streams.find { it.kind == 'POOLED_S75' }.fund", equalTo("Older people"))
        .body("notFunded.amount", equalTo(365000.00f));
    String csv =
        keeper()
            .accept("text/csv")
            .get("/v1/funds/commitments?year=2033-34")
            .then()
            .extract()
            .asString();
    assertTrue(csv.contains("2033-34,POOLED_S75,Older people,1,170323.60,20323.00,GBP"), csv);

    contribute(fund, "Somebody", "1")
        .then()
        .spec(Problems.violation(422, "FUND_CONTRADICTS", "/partner"));
    Response first = contribute(fund, "The council", "100000");
    first.then().statusCode(200);
    contribute(fund, "Northvale ICB", "60000").then().spec(Problems.problem(412, "STALE_VERSION"));
    contribute(first, "Northvale ICB", "60000").then().statusCode(200);
    keeper()
        .get("/v1/funds/" + Api.id(fund) + "/position?year=2033-34")
        .then()
        .body("contributed.amount", equalTo(160000.00f), "overcommitted", equalTo(true))
        .body("uncommitted.amount", equalTo(-10323.60f))
        .body("commitments[0].contractId", equalTo(Api.id(contract)));
    UUID id = UUID.fromString(Api.id(contract));
    assertEquals(
        List.of(new BigDecimal("66.67"), new BigDecimal("33.33")),
        Tenancy.callAs(
                Acting.forAuthority(COUNCIL, "test"),
                () ->
                    QuarkusTransaction.requiringNew()
                        .call(() -> shares.of(id, LocalDate.of(2033, 12, 31))))
            .stream()
            .map(FundingShares.Share::percent)
            .toList());
    assertEquals(
        0,
        keeper().get("/v1/contracts/" + Api.id(bare) + "/funding").<List<?>>path("items").size());
    Api.as(Api.OTHER)
        .get("/v1/funds/" + Api.id(fund))
        .then()
        .spec(Problems.problem(404, "NOT_FOUND"));
    Api.as(Api.OTHER).get(path).then().spec(Problems.problem(403, "WRONG_AUTHORITY"));
    keeper()
        .get("/v1/funds/commitments?year=2033-35")
        .then()
        .spec(Problems.problem(400, "INVALID_REQUEST"));
  }

  @Test
  void a_contract_with_only_an_annual_value_commits_it() {
    Response draft =
        keeper()
            .body(
                Api.complete(Api.reference())
                    .replace("\"total\"", "\"annual\"")
                    .replace("2026-04-01", "2040-04-01")
                    .replace("2030-03-31", "2042-03-31"))
            .post("/v1/contracts");
    step(draft, "award", Api.award("Fernleigh Ltd")).then().statusCode(200);
    agree(draft, "2040-04-01", stream("COUNCIL", "75", "") + "," + stream("ICB", "25", ""))
        .then()
        .statusCode(201);
    keeper()
        .get("/v1/funds/commitments?year=2040-41")
        .then()
        .body("committed.amount", equalTo(300000.00f), "notFunded.amount", equalTo(0.00f))
        .body("streams.find { it.kind == 'ICB' }.committed.amount", equalTo(75000.00f));
  }

  @Test
  void a_fund_keeps_the_partners_who_pay_into_it() {
    Response fund = fund("Learning disability");
    Response paid = contribute(fund, "Northvale ICB", "5");
    String body =
        """
        {"name":"Learning disability","kind":"POOLED_S75","host":"The council","validFrom":"2033-04-01",
         "accountability":"Board","partners":["The council"]}""";
    keeper()
        .header("If-Match", paid.header("ETag"))
        .body(body)
        .put("/v1/funds/" + Api.id(fund))
        .then()
        .spec(Problems.violation(422, "FUND_CONTRADICTS", "/partners"));
    keeper()
        .header("If-Match", paid.header("ETag"))
        .body(body.replace("[\"The council\"]", "[\"The council\",\"Northvale ICB\"]"))
        .put("/v1/funds/" + Api.id(fund))
        .then()
        .statusCode(200)
        .body("contributions", hasSize(1), "version", equalTo(3));
    keeper().get("/v1/funds?limit=1").then().body("items", hasSize(1));
  }
}
