package uk.carecontracts.contracts.imports;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.carecontracts.contracts.Api;
import uk.carecontracts.contracts.ContractsInfrastructure;
import uk.carecontracts.testkit.Patience;
import uk.carecontracts.testkit.Problems;
import uk.carecontracts.testkit.SharedFolder;

@QuarkusTest
@ContractsInfrastructure
class ContractImportTest {
  private static final String NOTICES = "CONTRACTS_FINDER_NOTICES";
  private static final String OCDS = "OCDS_RELEASE_PACKAGE";

  private static JsonPath run(String authority, String format, boolean dryRun, byte[] file)
      throws InterruptedException {
    Response accepted =
        Api.as(authority)
            .contentType("application/json")
            .body(file)
            .post("/v1/contract-imports?format=" + format + "&dryRun=" + dryRun);
    accepted.then().statusCode(202).header("Location", notNullValue());
    return Patience.await()
        .until(
            () -> Api.as(authority).get("/v1/contract-imports/" + Api.id(accepted)).jsonPath(),
            job -> List.of("COMPLETED", "FAILED").contains(job.getString("status")));
  }

  private static byte[] notices(String... notices) {
    return ("{\"meta\":{},\"contracts\":[" + String.join(",", notices) + "]}")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String notice(String id, String title, String supplier) {
    return """
        {"id":"%s","title":"%s","description":"d","organisation":"Northvale Council",
         "status":"awarded","notice_type":"Contract","published_date":"2026-01-01",
         "awarded_date":"2025-12-01","awarded_value":50000,"awarded_supplier":"%s"}"""
        .formatted(id, title, supplier);
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
    assertEquals(created + updated + unchanged + rejected, job.getInt("rows.read"));
  }

  private static Response found(String authority, String reference) {
    String list =
        Api.as(authority).get("/v1/contracts?q=" + reference).jsonPath().getString("items[0].id");
    return Api.as(authority).get("/v1/contracts/" + list);
  }

  @Test
  void a_dry_run_rejects_the_rows_that_the_import_would() throws Exception {
    String council = Api.council();
    byte[] file =
        notices(
            notice(Api.reference(), "Home care", "Alder Ltd"),
            notice(Api.reference(), "Held\\u0000 back", "Alder Ltd"),
            notice(Api.reference(), "Dear care", "Alder Ltd").replace("50000", "1e40"),
            notice(Api.reference(), "Day care", "Alder Ltd"));
    JsonPath tried = run(council, NOTICES, true, file);
    counts(tried, 2, 0, 0, 2);
    Api.as(council)
        .get("/v1/contract-imports/" + tried.getString("id") + "/errors")
        .then()
        .body("items.row", equalTo(List.of(2, 3)))
        .body("items[0].message", containsString("cannot be held"));
    counts(run(council, NOTICES, false, file), 2, 0, 0, 2);
  }

  @Test
  void every_notice_is_accounted_for_and_importing_again_changes_nothing() throws Exception {
    String one = UUID.randomUUID().toString();
    String two = UUID.randomUUID().toString();
    byte[] file =
        notices(
            notice(one, "Day support", "Alder Ltd,Birch CIC"),
            "{\"id\":\"\",\"title\":\"nobody\"}",
            notice(two, "Respite", "N/A"));
    counts(run(Api.AUTHORITY, NOTICES, true, file), 2, 0, 0, 1);
    JsonPath first = run(Api.AUTHORITY, NOTICES, false, file);
    counts(first, 2, 0, 0, 1);
    counts(run(Api.AUTHORITY, NOTICES, false, file), 0, 0, 2, 1);

    Api.keeper()
        .get("/v1/contract-imports/" + first.getString("id") + "/errors")
        .then()
        .body("items", hasSize(1), "items[0].row", equalTo(2), "items[0].pointer", equalTo("/id"));
    Api.keeper()
        .accept("text/csv")
        .get("/v1/contract-imports/" + first.getString("id") + "/errors")
        .then()
        .statusCode(200)
        .body(containsString("2,/id,"));
    found(Api.AUTHORITY, one)
        .then()
        .body("status", equalTo("AWARDED"), "parties.name", hasItems("Alder Ltd", "Birch CIC"))
        .body("buyerName", equalTo("Northvale Council"), "sources[0].scheme", equalTo("CF_NOTICE"));
    found(Api.AUTHORITY, two)
        .then()
        .body("status", equalTo("AWARDED"), "parties", hasSize(0))
        .body("remarks.code", hasItem("SUPPLIER_NOT_STATED"));
  }

  @Test
  void a_keepers_edits_stay_when_the_source_changes_elsewhere() throws Exception {
    String id = UUID.randomUUID().toString();
    run(Api.AUTHORITY, NOTICES, false, notices(notice(id, "Old title", "Alder Ltd")));
    Response read = found(Api.AUTHORITY, id);
    String partyId = read.jsonPath().getString("parties[0].id");
    Api.keeper()
        .header("If-Match", read.header("ETag"))
        .body(
            "{\"description\":\"By the keeper\",\"department\":\"Adults\","
                + "\"dates\":{\"start\":\"2026-01-01\",\"end\":\"2027-12-31\"}}")
        .patch("/v1/contracts/" + Api.id(read))
        .then()
        .statusCode(200);
    counts(
        run(Api.AUTHORITY, NOTICES, false, notices(notice(id, "Old title", "Alder Ltd"))),
        0,
        0,
        1,
        0);
    String news = notice(id, "New title", "Alder Ltd,Ember Ltd").replace("50000", "60000");
    counts(run(Api.AUTHORITY, NOTICES, false, notices(news)), 0, 1, 0, 0);
    found(Api.AUTHORITY, id)
        .then()
        .body("title", equalTo("New title"), "description", equalTo("By the keeper"))
        .body("department", equalTo("Adults"), "version", equalTo(3))
        .body("values.total.amount", equalTo(60000.00f), "dates.end", equalTo("2027-12-31"))
        .body("parties.id", hasItem(partyId), "parties", hasSize(2));
    Api.keeper()
        .get("/v1/contracts/" + Api.id(read) + "/history?limit=1")
        .then()
        .body("items[0].type", equalTo("contract.imported.v1"))
        .body("items[0].change.reason", equalTo("News from CF_NOTICE " + id + "."));
  }

  @Test
  void releases_of_one_process_are_applied_in_the_order_of_their_dates() throws Exception {
    String ocid = "ocds-test-" + UUID.randomUUID();
    String release =
        """
        {"ocid":"%s","id":"%s","date":"%s","tag":["tender"],"initiationType":"tender",
         "tender":{"id":"%s","title":"%s","status":"active"}}""";
    String late =
        release.formatted(ocid, "2", "2026-02-01T00:00:00Z", "PROC-" + ocid, "Late title");
    String early =
        release.formatted(ocid, "1", "2026-01-01T00:00:00Z", "PROC-" + ocid, "Early title");
    byte[] file = ("{\"releases\":[" + late + "," + early + "]}").getBytes(StandardCharsets.UTF_8);
    counts(run(Api.AUTHORITY, OCDS, false, file), 1, 1, 0, 0);
    found(Api.AUTHORITY, "PROC-" + ocid)
        .then()
        .body("title", equalTo("Late title"), "version", equalTo(2))
        .body("reference", equalTo("PROC-" + ocid));
    counts(run(Api.AUTHORITY, OCDS, false, file), 0, 0, 2, 0);
  }

  @Test
  void files_of_another_layout_or_authority_are_refused() throws Exception {
    JsonPath failed = run(Api.AUTHORITY, OCDS, false, notices());
    assertEquals("FAILED", failed.getString("status"));
    Api.keeper()
        .body("{}")
        .post("/v1/contract-imports?format=XLSX")
        .then()
        .spec(Problems.violation(400, "INVALID_REQUEST", "format"));
    Api.keeper()
        .body("{}")
        .post("/v1/contract-imports?format=" + NOTICES + "&authority=" + Api.OTHER)
        .then()
        .spec(Problems.problem(403, "WRONG_AUTHORITY"));
  }

  @Test
  void the_real_files_are_imported_whole_and_a_second_time_change_nothing() throws Exception {
    List<String> councils =
        List.of("blackburn", "blackpool", "chorley", "lancashire_cc", "preston");
    List<String> codes = List.of("E06000008", "E06000009", "E07000118", "E10000017", "E07000123");
    for (int i = 0; i < councils.size(); i++) {
      byte[] file = bytes("data/contract-notices/" + councils.get(i) + ".json");
      long start = System.nanoTime();
      JsonPath job = run(codes.get(i), NOTICES, false, file);
      System.out.printf(
          "%s: %s in %d ms%n",
          councils.get(i), job.getMap("rows"), (System.nanoTime() - start) / 1_000_000);
      counts(job, job.getInt("rows.read"), 0, 0, 0);
      counts(run(codes.get(i), NOTICES, false, file), 0, 0, job.getInt("rows.read"), 0);
    }
    byte[] releases =
        bytes("data/ocds/contracts-finder_release-package_2025-01-20_2025-01-23.json");
    JsonPath job = run(Api.AUTHORITY, OCDS, false, releases);
    System.out.println("OCDS package: " + job.getMap("rows"));
    assertEquals(100, job.getInt("rows.read"));
    assertEquals(94, job.getInt("rows.created"));
    assertEquals(0, job.getInt("rows.rejected"));
    counts(run(Api.AUTHORITY, OCDS, false, releases), 0, 0, 100, 0);
    Api.keeper()
        .get("/v1/contracts?facets=true&limit=1")
        .then()
        .body("facets.status.size()", greaterThan(2));
  }

  private static byte[] bytes(String path) throws IOException {
    return Files.readAllBytes(SharedFolder.require(path));
  }
}
