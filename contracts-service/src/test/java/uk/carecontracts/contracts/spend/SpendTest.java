package uk.carecontracts.contracts.spend;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static uk.carecontracts.contracts.spend.SpendCalls.HEADER;
import static uk.carecontracts.contracts.spend.SpendCalls.bytes;
import static uk.carecontracts.contracts.spend.SpendCalls.counts;
import static uk.carecontracts.contracts.spend.SpendCalls.line;
import static uk.carecontracts.contracts.spend.SpendCalls.lines;
import static uk.carecontracts.contracts.spend.SpendCalls.reconciliation;
import static uk.carecontracts.contracts.spend.SpendCalls.run;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import uk.carecontracts.contracts.Api;
import uk.carecontracts.contracts.ContractsInfrastructure;
import uk.carecontracts.testkit.Patience;
import uk.carecontracts.testkit.Problems;
import uk.carecontracts.testkit.SharedFolder;
import uk.carecontracts.testkit.Tokens;

@QuarkusTest
@ContractsInfrastructure
class SpendTest {
  @Test
  void payments_are_taken_once_and_a_corrected_file_changes_what_was_corrected() throws Exception {
    String a = Api.council();
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
  void a_file_that_restates_whole_months_drops_what_they_no_longer_have() throws Exception {
    String a = Api.council();
    String kept = line("Alder Ltd", "1", "2024-07-02", "100", "10.00");
    String unnumbered = line("Alder Ltd", "1", "2024-07-03", "", "20.00");
    String moving = line("Birch CIC", "2", "2024-07-30", "103", "5.00");
    String august = line("Birch CIC", "2", "2024-08-01", "104", "1.00").replace("07-31", "08-31");
    String june = line("Birch CIC", "2", "2024-06-01", "90", "7.00").replace("07-31", "06-30");
    run(a, "format=LGA_SPEND", bytes(HEADER + kept + unnumbered + moving + august + june));
    String corrected =
        HEADER
            + kept
            + unnumbered.replace("20.00", "21.00")
            + moving.replace("07-31", "08-31")
            + august;
    JsonPath job = run(a, "format=LGA_SPEND&restates=MONTHS", bytes(corrected));
    counts(job, 2, 0, 2, 0);
    assertEquals(2, reconciliation(a, job).getInt("superseded.lines"));
    assertEquals(new BigDecimal("25.00"), reconciliation(a, job).get("superseded.total.amount"));
    assertEquals(5, lines(a, ""), "June is in no corrected file and stays");
    JsonPath share = Api.as(a).get("/v1/spend/matched-share?financialYear=2024-25").jsonPath();
    assertEquals(44.0f, share.getFloat("value.amount"));
    counts(run(a, "format=LGA_SPEND&restates=MONTHS", bytes(corrected)), 0, 0, 4, 0);
    Api.as(a)
        .body("x")
        .post("/v1/spend-imports?format=LGA_SPEND&restates=WEEKS")
        .then()
        .spec(Problems.violation(400, "INVALID_REQUEST", "restates"));
  }

  @Test
  void months_are_restated_whatever_days_their_lines_are_effective_on() throws Exception {
    String a = Api.council();
    String kept = line("Alder Ltd", "1", "2024-07-02", "100", "10.00").replace("07-31", "07-02");
    String gone = line("Alder Ltd", "1", "2024-07-03", "101", "20.00").replace("07-31", "07-03");
    run(a, "format=LGA_SPEND", bytes(HEADER + kept + gone));
    JsonPath job = run(a, "format=LGA_SPEND&restates=MONTHS", bytes(HEADER + kept));
    counts(job, 0, 0, 1, 0);
    assertEquals(new BigDecimal("20.00"), reconciliation(a, job).get("superseded.total.amount"));
    String corrected = line("Alder Ltd", "1", "2024-07-02", "100", "11.00");
    counts(run(a, "format=LGA_SPEND", bytes(HEADER + corrected)), 0, 1, 0, 0);
    assertEquals(1, lines(a, ""), "the corrected line stands in the place of the other");
  }

  @Test
  void the_csv_files_of_a_zip_are_one_import_that_reconciles() throws Exception {
    String a = Api.council();
    String july = line("Alder Ltd", "1", "2024-07-02", "100", "10.00");
    String august = july.replace("07-31", "08-31").replace("10.00", "3.50");
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(file)) {
      zip.putNextEntry(new ZipEntry("july.csv"));
      zip.write(bytes(HEADER + july + july));
      zip.putNextEntry(new ZipEntry("august.csv"));
      zip.write(bytes(HEADER + august + august.replace("3.50", "x") + july));
    }
    JsonPath job = run(a, "format=LGA_SPEND", file.toByteArray());
    counts(job, 4, 0, 0, 1);
    assertEquals(new BigDecimal("33.50"), reconciliation(a, job).get("total.amount"));
    Api.as(a)
        .get("/v1/spend-imports/" + job.getString("id") + "/errors")
        .then()
        .body("items[0].row", equalTo(3), "items[0].message", startsWith("august.csv: "));
    counts(run(a, "format=LGA_SPEND", file.toByteArray()), 0, 0, 4, 1);
  }

  @Test
  void accounts_show_what_was_kept_of_a_file_that_breaks_off() throws Exception {
    String a = Api.council();
    String supplier = "Cedar " + UUID.randomUUID();
    String id = SpendCalls.contract(a, supplier, "BLOCK");
    Patience.await()
        .until(
            () -> Api.as(a).get("/v1/spend/contracts?financialYear=2024-25").jsonPath(),
            known -> known.getList("items").size() == 1);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(bytes(HEADER));
    for (int i = 0; i < 1500; i++) {
      file.writeBytes(bytes(line(supplier, "1", "2024-07-02", String.valueOf(i), "1.00")));
    }
    file.write(0xff);
    JsonPath job = run(a, "format=LGA_SPEND", file.toByteArray());
    assertEquals("FAILED", job.getString("status"));
    int kept = job.getInt("rows.created");
    assertTrue(kept > 0, job::prettify);
    Api.as(a)
        .get("/v1/spend/contracts/" + id)
        .then()
        .statusCode(200)
        .body("years[0].account.payments", equalTo(kept));
  }

  @Test
  void lines_are_searched_paged_and_kept_to_their_authority() throws Exception {
    String a = Api.council();
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
  void files_that_cannot_be_read_are_refused_clearly() throws Exception {
    String a = Api.council();
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
