package uk.carecontracts.contracts.spend;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static uk.carecontracts.testkit.Patience.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.path.json.config.JsonPathConfig;
import io.restassured.path.json.config.JsonPathConfig.NumberReturnType;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.carecontracts.contracts.Api;
import uk.carecontracts.contracts.ContractsInfrastructure;
import uk.carecontracts.testkit.Problems;
import uk.carecontracts.testkit.SharedFolder;
import uk.carecontracts.testkit.TestTopics;
import uk.carecontracts.testkit.Tokens;

@QuarkusTest
@ContractsInfrastructure
class SpendTest {
  private static final String HEADER =
      "OrganisationLabel,EffectiveDate,OrganisationalUnit,BeneficiaryName,BeneficiaryOtherID,"
          + "PaymentDate,TransactionNumber,Amount,Purpose,ProclassCode,VATRegistrationNumber\n";

  /** An authority of its own, so that totals are this test's alone. */
  private static String authority() {
    return "E07%06d".formatted(Math.floorMod(UUID.randomUUID().hashCode(), 1_000_000));
  }

  private static String line(
      String supplier, String no, String day, String voucher, String amount) {
    return String.join(
            ",",
            "Northvale",
            "2024-07-31",
            "HOME CARE",
            supplier,
            no,
            day,
            voucher,
            amount,
            "Care",
            "321014",
            "NA")
        + "\n";
  }

  private static JsonPath run(String authority, String query, byte[] file) throws Exception {
    Response accepted =
        Api.as(authority)
            .contentType("application/octet-stream")
            .body(file)
            .post("/v1/spend-imports?" + query);
    accepted.then().statusCode(202);
    String path = "/v1/spend-imports/" + Api.id(accepted);
    // a year of payments takes a slow machine minutes, and asking all the time makes it slower
    boolean large = file.length > 1 << 20;
    await()
        .atMost(Duration.ofMinutes(15))
        .pollInterval(Duration.ofMillis(large ? 500 : 25))
        .until(
            () ->
                List.of("COMPLETED", "FAILED")
                    .contains(Api.as(authority).get(path).jsonPath().getString("status")));
    return Api.as(authority).get(path).jsonPath();
  }

  private static void counts(JsonPath job, int created, int updated, int unchanged, int rejected) {
    assertEquals("COMPLETED", job.getString("status"), job::prettify);
    assertEquals(
        List.of(created, updated, unchanged, rejected),
        List.of(
            job.getInt("rows.created"),
            job.getInt("rows.updated"),
            job.getInt("rows.unchanged"),
            job.getInt("rows.rejected")),
        job::prettify);
  }

  private static JsonPath reconciliation(String authority, JsonPath job) {
    return JsonPath.from(
            Api.as(authority)
                .get("/v1/spend-imports/" + job.getString("id") + "/reconciliation")
                .asString())
        .using(JsonPathConfig.jsonPathConfig().numberReturnType(NumberReturnType.BIG_DECIMAL));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String contract(String authority, String supplier, String type) {
    Response draft =
        Api.as(authority)
            .body(
                Api.complete(Api.reference())
                    .replace("2026-04-01", "2024-04-01")
                    .replace("2030-03-31", "2028-03-31")
                    .replace("2028-04-01", "2027-04-01")
                    .replace("300000.00", "146100.00")
                    .replace("BLOCK", type))
            .post("/v1/contracts");
    draft.then().statusCode(201);
    String path = "/v1/contracts/" + Api.id(draft) + "/";
    Response awarded =
        Api.as(authority)
            .header("If-Match", draft.header("ETag"))
            .body(Api.award(supplier).replace("2026-03-01", "2024-03-01"))
            .post(path + "award");
    awarded.then().statusCode(200);
    Api.as(authority)
        .header("If-Match", awarded.header("ETag"))
        .post(path + "activate")
        .then()
        .statusCode(200);
    return Api.id(draft);
  }

  private static long lines(String authority, String query) {
    return Api.as(authority)
        .get("/v1/spend/lines?limit=500&" + query)
        .jsonPath()
        .getList("items")
        .size();
  }

  @Test
  void payments_are_taken_once_and_a_corrected_file_changes_what_was_corrected() throws Exception {
    String a = authority();
    String file =
        HEADER
            + line("Alder Ltd", "1", "2024-07-02", "100", "10.00")
            + line("Alder Ltd", "1", "2024-07-02", "100", "10.00")
            + line("Alder Ltd", "1", "2024-07-02", "100", "-2.50")
            + line("Redacted", "Redacted", "2024-07-03", "101", "7.00")
            + line("Birch CIC", "2", "2024-07-03", "102", "x")
            + line("Birch CIC", "2", "2024-07-03", "103", "5.00");
    counts(run(a, "format=LGA_SPEND&dryRun=true", bytes(file)), 5, 0, 0, 1);
    assertEquals(0, lines(a, ""));
    JsonPath first = run(a, "format=LGA_SPEND", bytes(file));
    counts(first, 5, 0, 0, 1);
    JsonPath sums = reconciliation(a, first);
    assertEquals(new BigDecimal("29.50"), sums.get("total.amount"));
    assertEquals(new BigDecimal("-2.50"), sums.get("credits.total.amount"));
    assertEquals(1, sums.getInt("redacted.lines"));
    counts(run(a, "format=LGA_SPEND", bytes(file)), 0, 0, 5, 1);

    String corrected =
        file.replace("100,-2.50", "100,-3.50")
                .replace(line("Birch CIC", "2", "2024-07-03", "103", "5.00"), "")
            + line("Birch CIC", "2", "2024-07-03", "104", "6.00");
    JsonPath second = run(a, "format=LGA_SPEND", bytes(corrected));
    counts(second, 1, 1, 3, 1);
    assertEquals(1, reconciliation(a, second).getInt("superseded.lines"));
    assertEquals(6, lines(a, ""));
    JsonPath share = Api.as(a).get("/v1/spend/matched-share?financialYear=2024-25").jsonPath();
    assertEquals(34.5f, share.getFloat("value.amount"));
    counts(run(a, "format=LGA_SPEND", bytes(corrected)), 0, 0, 5, 1);
    Api.as(a)
        .get("/v1/spend-imports/" + second.getString("id") + "/errors")
        .then()
        .body(
            "items",
            hasSize(1),
            "items[0].row",
            equalTo(6),
            "items[0].pointer",
            equalTo("/Amount"));
  }

  @Test
  void lines_are_searched_paged_and_kept_to_their_authority() throws Exception {
    String a = authority();
    StringBuilder file = new StringBuilder(HEADER);
    for (int i = 1; i <= 7; i++) {
      file.append(line("=Alder Ltd", "1", "2024-07-0" + i, "10" + i, i + ".00"));
    }
    file.append(line("Redacted", "Redacted", "2024-04-01", "200", "-9.00"));
    run(a, "format=LGA_SPEND", bytes(file.toString()));
    Set<String> seen = new HashSet<>();
    String cursor = "";
    do {
      JsonPath page = Api.as(a).get("/v1/spend/lines?supplier=alder&limit=3" + cursor).jsonPath();
      seen.addAll(page.getList("items.id"));
      cursor = page.getString("next") == null ? "" : "&cursor=" + page.getString("next");
    } while (!cursor.isEmpty());
    assertEquals(7, seen.size());
    for (Map.Entry<String, Long> each :
        Map.of(
                "credits=true", 1L,
                "status=REDACTED", 1L,
                "status=REDACTED&status=OFF_CONTRACT", 8L,
                "from=2024-07-03&to=2024-07-04", 2L,
                "amountFrom=3&amountTo=4.00", 2L,
                "proclass=321", 8L,
                "unit=home&purpose=care&reason=NO_CONTRACT", 7L,
                "financialYear=2023-24", 0L)
            .entrySet()) {
      assertEquals(each.getValue(), lines(a, each.getKey()), each::getKey);
    }
    assertEquals(0, lines(Api.AUTHORITY, "supplier=%3DAlder Ltd"));
    Response csv = Api.as(a).accept("text/csv").get("/v1/spend/lines?supplier=alder");
    csv.then().statusCode(200).contentType(startsWith("text/csv"));
    assertEquals(8, csv.asString().lines().count());
    assertTrue(csv.asString().contains(",'=Alder Ltd,7.00,OFF_CONTRACT,"), csv::asString);
    Api.as(a)
        .get("/v1/spend/lines?financialYear=2024")
        .then()
        .spec(Problems.violation(400, "INVALID_REQUEST", "financialYear"));
  }

  @Test
  void payments_meet_the_contract_that_comes_later_and_follow_its_changes() throws Exception {
    String a = authority();
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
  void a_provider_record_joins_names_that_differ() throws Exception {
    String a = authority();
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

  @Test
  void files_that_cannot_be_read_are_refused_clearly() throws Exception {
    String a = authority();
    JsonPath job = run(a, "format=LGA_SPEND", new byte[] {(byte) 0xff, (byte) 0xfe, 'a', 0});
    assertEquals("FAILED", job.getString("status"));
    assertTrue(job.getString("failure").contains("UTF-16"));
    Api.as(a)
        .body("x")
        .post("/v1/spend-imports?format=LGA_SPEND&encoding=EBCDIC")
        .then()
        .spec(Problems.violation(400, "INVALID_REQUEST", "encoding"));
    io.restassured.RestAssured.given()
        .auth()
        .oauth2(Tokens.custom("providers:write", a))
        .body("x")
        .post("/v1/spend-imports?format=LGA_SPEND")
        .then()
        .spec(Problems.problem(403, "FORBIDDEN"));
  }

  @Test
  void the_real_files_are_reconciled_to_the_penny() throws Exception {
    String bolton = "E08000001";
    JsonPath old =
        run(
            bolton,
            "format=NWOD_SPEND",
            Files.readAllBytes(SharedFolder.require("data/spend/bolton_2019.csv")));
    counts(old, 17_035, 0, 0, 0);
    JsonPath sums = reconciliation(bolton, old);
    assertEquals(new BigDecimal("175317348.01"), sums.get("total.amount"));
    String trafford = "E08000009";
    JsonPath job =
        run(
            trafford,
            "format=LGA_SPEND",
            Files.readAllBytes(
                SharedFolder.require("data/spend/trafford-supplier-spend-2024-25.zip")));
    counts(job, 210_068, 0, 0, 0);
    JsonPath whole = reconciliation(trafford, job);
    assertEquals(new BigDecimal("565219573.74"), whole.get("total.amount"));
    assertEquals(25_107, whole.getInt("credits.lines"));
    assertEquals(new BigDecimal("-35348617.23"), whole.get("credits.total.amount"));
    assertEquals(34_612, whole.getInt("redacted.lines"));
    System.out.println(
        "210,068 lines in "
            + Duration.between(
                java.time.Instant.parse(job.getString("startedAt")),
                java.time.Instant.parse(job.getString("finishedAt"))));
  }
}
