package uk.carecontracts.contracts.spend;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static uk.carecontracts.contracts.spend.SpendCalls.HEADER;
import static uk.carecontracts.contracts.spend.SpendCalls.bytes;
import static uk.carecontracts.contracts.spend.SpendCalls.contract;
import static uk.carecontracts.contracts.spend.SpendCalls.line;
import static uk.carecontracts.contracts.spend.SpendCalls.lines;
import static uk.carecontracts.contracts.spend.SpendCalls.run;
import static uk.carecontracts.testkit.Patience.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.carecontracts.contracts.Api;
import uk.carecontracts.contracts.ContractsInfrastructure;
import uk.carecontracts.kit.money.Money;
import uk.carecontracts.kit.tenancy.Acting;
import uk.carecontracts.kit.tenancy.Tenancy;
import uk.carecontracts.testkit.Problems;
import uk.carecontracts.testkit.TestTopics;

@QuarkusTest
@ContractsInfrastructure
class SpendMatchingTest {
  @Inject LargePayments large;

  @Test
  void payments_meet_the_contract_that_comes_later_and_follow_its_changes() throws Exception {
    String a = Api.council();
    String supplier = "Fernleigh " + UUID.randomUUID() + " Ltd";
    String file =
        HEADER
            + line(supplier.toUpperCase(java.util.Locale.ROOT), "1", "2024-07-02", "100", "9000.00")
            + line(supplier, "1", "2024-08-02", "101", "-1000.00")
            + line(supplier, "1", "2023-07-02", "102", "70.00")
            + line("Nobody Ltd", "3", "2024-07-02", "103", "5000.01")
            + line("Small Ltd", "4", "2024-07-02", "104", "5000.00");
    run(a, "format=LGA_SPEND", bytes(file));
    assertEquals(5, lines(a, "reason=NO_CONTRACT"));
    String id = contract(a, supplier, "BLOCK");
    await().until(() -> lines(a, "contractId=" + id) == 2);
    assertEquals(1, lines(a, "reason=OUTSIDE_CONTRACT_DATES"));
    Api.as(a)
        .get("/v1/spend/contracts/" + id)
        .then()
        .body("years[0].account.actual.amount", equalTo(8000.00f))
        .body("years[0].account.credits.amount", equalTo(-1000.00f))
        .body("years[0].account.committed.amount", equalTo(36500.00f))
        .body("years[0].account.difference.amount", equalTo(28500.00f))
        .body("years[0].account.usedPercent", equalTo(21.92f))
        .body("years[0].months.month", equalTo(List.of("2024-07", "2024-08")));
    Api.as(a)
        .get("/v1/spend/contracts?financialYear=2025-26")
        .then()
        .body("items", hasSize(1), "items[0].actual.amount", equalTo(0.00f));
    Response csv = Api.as(a).accept("text/csv").get("/v1/spend/contracts?financialYear=2024-25");
    assertTrue(
        csv.asString().contains(",36500.00,8000.00,-1000.00,2,28500.00,21.92"), csv::asString);
    Api.as(a)
        .get("/v1/spend/off-contract?financialYear=2024-25")
        .then()
        .body("threshold.amount", equalTo(5000.00f))
        .body("items", hasSize(1), "items[0].supplier", equalTo("Nobody Ltd"));
    Api.as(a)
        .accept("text/csv")
        .get("/v1/spend/off-contract?financialYear=2024-25&threshold=1")
        .then()
        .statusCode(200)
        .body(startsWith("supplierId,supplier"));
    Api.as(a)
        .get("/v1/spend/matched-share?financialYear=2024-25")
        .then()
        .body("statuses.find { it.code == 'MATCHED' }.lines", equalTo(2))
        .body("statuses.find { it.code == 'MATCHED' }.percentOfLines", equalTo(50.00f));

    String other = contract(a, supplier, "SPOT");
    await().until(() -> lines(a, "status=AMBIGUOUS") == 2);
    assertEquals(0, lines(a, "contractId=" + id));
    Response ledger = Api.as(a).get("/v1/spend/suppliers?status=AMBIGUOUS");
    ledger.then().body("items", hasSize(1));
    String path = "/v1/spend/suppliers/" + ledger.jsonPath().getString("items[0].id");
    Response held = Api.as(a).get(path);
    String link = "{\"contractId\":\"" + other + "\",\"reason\":\"The spot list says so\"}";
    Api.as(a)
        .body(link)
        .put(path + "/link")
        .then()
        .spec(Problems.problem(428, "PRECONDITION_REQUIRED"));
    Api.as(a)
        .header("If-Match", held.header("ETag"))
        .body(link)
        .put(path + "/link")
        .then()
        .statusCode(200)
        .body("contractId", equalTo(other), "version", equalTo(1));
    Api.as(a)
        .header("If-Match", held.header("ETag"))
        .body(link)
        .put(path + "/link")
        .then()
        .spec(Problems.problem(412, "STALE_VERSION"));
    assertEquals(2, lines(a, "contractId=" + other + "&reason=ASSIGNED"));
    Api.as(Api.OTHER).get(path).then().spec(Problems.problem(404, "NOT_FOUND"));
    String framework = contract(a, "Ivy Ltd", "FRAMEWORK");
    await()
        .until(
            () ->
                Api.as(a)
                    .header("If-Match", "\"1\"")
                    .body("{\"contractId\":\"" + framework + "\",\"reason\":\"r\"}")
                    .put(path + "/link")
                    .jsonPath()
                    .getString("code")
                    .equals("CONTRACT_NOT_PAYABLE"));
  }

  @Test
  void numbers_of_the_ledger_with_one_name_are_one_supplier_off_contract() throws Exception {
    String a = Api.council();
    String file =
        HEADER
            + line("Oak Care Ltd", "1", "2024-07-02", "1", "3000.00")
            + line("Oak Care Limited", "2", "2024-07-02", "2", "2000.01")
            + line("Yew Ltd", "3", "2024-07-02", "3", "9000.00")
            + line("Box Ltd", "4", "2024-07-02", "4", "5000.00");
    run(a, "format=LGA_SPEND", bytes(file));
    String report = "/v1/spend/off-contract?financialYear=2024-25";
    Response first = Api.as(a).get(report + "&limit=1");
    first.then().body("items.supplier", equalTo(List.of("Yew Ltd")));
    Api.as(a)
        .get(report + "&limit=1&cursor=" + first.jsonPath().getString("next"))
        .then()
        .body("items.supplier", equalTo(List.of("Oak Care Ltd")))
        .body("items[0].total.amount", equalTo(5000.01f), "items[0].payments", equalTo(2))
        .body("items[0].supplierIds", hasSize(2), "next", nullValue());
  }

  @Test
  void a_payment_of_many_lines_is_large_by_what_they_come_to() throws Exception {
    String a = Api.council();
    String supplier = "Rowan " + UUID.randomUUID();
    UUID id = UUID.fromString(contract(a, supplier, "BLOCK"));
    String file =
        HEADER
            + line(supplier, "1", "2024-07-02", "500", "20000.00")
            + line(supplier, "1", "2024-07-02", "500", "15000.00")
            + line(supplier, "1", "2024-07-02", "501", "40000.00")
            + line(supplier, "1", "2024-07-02", "501", "-15000.00")
            + line(supplier, "1", "2024-07-02", "", "29000.00")
            + line(supplier, "1", "2024-07-02", "", "28000.00")
            + line(supplier, "1", "2024-09-30", "502", "30000.01")
            + line(supplier, "1", "2024-10-01", "503", "30000.00");
    run(a, "format=LGA_SPEND", bytes(file));
    await().until(() -> lines(a, "contractId=" + id) == 8);
    assertEquals(
        List.of(new LargePayments.Quarter(LocalDate.of(2024, 9, 30), 2, Money.gbp("65000.01"))),
        Tenancy.callAs(
            Acting.forAuthority(a, "test"),
            () ->
                QuarkusTransaction.requiringNew()
                    .call(() -> large.of(id, new BigDecimal("30000")))));
  }

  @Test
  void a_provider_record_joins_names_that_differ() throws Exception {
    String a = Api.council();
    String supplier = "Ashgrove " + UUID.randomUUID();
    String id = contract(a, supplier, "BLOCK");
    String party = Api.as(a).get("/v1/contracts/" + id).jsonPath().getString("parties[0].id");
    run(
        a,
        "format=LGA_SPEND",
        bytes(
            HEADER
                + line("AGH Holdings", "1", "2024-07-02", "1", "3.00")
                    .replace(",NA\n", ",GB987654321\n")));
    assertEquals(1, lines(a, "reason=NO_CONTRACT"));
    UUID provider = UUID.randomUUID();
    send(
        "provider",
        "provider.registered.v1",
        provider,
        a,
        Map.of(
            "legalName",
            supplier,
            "tradingNames",
            List.of(),
            "identifiers",
            List.of(Map.of("scheme", "VAT", "id", "987654321"))));
    send(
        "supplier-match",
        "supplier.matched.v1",
        UUID.randomUUID(),
        a,
        Map.of(
            "contractId",
            id,
            "partyId",
            party,
            "status",
            "MATCHED",
            "providerId",
            provider.toString(),
            "providerName",
            supplier,
            "method",
            "NAME"));
    await()
        .until(
            () -> lines(a, "providerId=" + provider + "&reason=IDENTIFIER&contractId=" + id) == 1);
  }

  private static void send(
      String aggregate, String type, UUID id, String authority, Map<String, Object> state) {
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
            aggregate,
            "aggregateversion",
            "1",
            "authority",
            authority),
        Map.of("state", state, "change", Map.of()));
  }
}
