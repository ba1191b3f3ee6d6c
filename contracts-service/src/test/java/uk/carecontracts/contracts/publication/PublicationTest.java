package uk.carecontracts.contracts.publication;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.carecontracts.contracts.Api;
import uk.carecontracts.contracts.ContractsInfrastructure;
import uk.carecontracts.testkit.Patience;
import uk.carecontracts.testkit.Problems;
import uk.carecontracts.testkit.SharedFolder;
import uk.carecontracts.testkit.Tokens;

@QuarkusTest
@ContractsInfrastructure
class PublicationTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String OCDS = "/v1/register/ocds";

  private static JsonNode json(Response response) throws IOException {
    response.then().statusCode(200);
    return JSON.readTree(response.asString());
  }

  private static JsonNode awaitRecord(String ocid, int releases) {
    return Patience.await()
        .until(
            () -> JSON.readTree(given().get(OCDS + "/records/" + ocid).asString()),
            record -> record.at("/records/0/releases").size() == releases);
  }

  @Test
  void the_register_shows_the_ten_fields_and_never_a_draft() {
    Response draft = Api.draft(Api.complete(Api.reference()));
    String path = "/v1/register/contracts/" + Api.id(draft);
    given().get(path).then().spec(Problems.problem(404, "NOT_FOUND"));
    Response awarded = Api.step(draft, "award", Api.award("=Fernleigh Ltd"));
    Response entry = given().get(path);
    entry
        .then()
        .statusCode(200)
        .body("titleOfAgreement", equalTo("Home care in Northvale"))
        .body("departmentResponsible", equalTo("Commissioning"))
        .body("sumToBePaid.amount", equalTo(300000.00f), "resultOfInvitation", equalTo(false))
        .body("startDate", equalTo("2026-04-01"), "reviewDate", equalTo("2028-04-01"))
        .body("suppliers[0].registrationNumber", equalTo("GB-COH 01234567"))
        .body("suppliers[0].sme", equalTo(true));
    given().header("If-None-Match", entry.header("ETag")).get(path).then().statusCode(304);
    String reference = awarded.jsonPath().getString("reference");
    for (String query : List.of("format=csv&q=" + reference, "q=" + reference)) {
      Response csv = given().accept("text/csv").get("/v1/register/contracts?" + query);
      csv.then().statusCode(200).contentType(startsWith("text/csv"));
      List<String> lines = csv.asString().lines().toList();
      assertEquals(2, lines.size(), csv::asString);
      assertTrue(lines.get(0).startsWith("Authority,Reference number,Title of agreement"));
      assertTrue(lines.get(1).contains("'=Fernleigh Ltd"), lines.get(1));
    }
    given()
        .get("/v1/register/contracts?format=csv&q=" + reference)
        .then()
        .statusCode(200)
        .contentType(startsWith("text/csv"));
  }

  @Test
  void the_register_is_paged_without_gaps_or_repeats() {
    String word = "zebra" + UUID.randomUUID().toString().replace("-", "");
    for (int i = 0; i < 7; i++) {
      Response draft = Api.draft(Api.complete(Api.reference()).replace("Support at home", word));
      Api.step(draft, "publish-tender", null).then().statusCode(200);
    }
    Set<String> seen = new HashSet<>();
    int pages = 0;
    String next = "/v1/register/contracts?limit=3&sort=-end&q=" + word;
    while (next != null) {
      Response page = given().urlEncodingEnabled(false).get(next);
      page.then().statusCode(200);
      seen.addAll(page.jsonPath().getList("items.id"));
      pages++;
      String link = page.header("Link");
      next =
          link == null
              ? null
              : link.substring(1, link.indexOf('>')).replaceFirst("^http://[^/]+", "");
    }
    assertEquals(7, seen.size());
    assertEquals(3, pages);
    given()
        .get("/v1/register/contracts?cursor=AAAA")
        .then()
        .spec(Problems.violation(400, "INVALID_REQUEST", "cursor"));
    given()
        .get("/v1/register/contracts?colour=red")
        .then()
        .spec(Problems.problem(400, "INVALID_REQUEST"));
  }

  @Test
  void a_draft_that_is_given_up_stays_inside() {
    Response draft = Api.draft(Api.complete(Api.reference()));
    String id = Api.id(draft);
    String reference = draft.jsonPath().getString("reference");
    Api.step(draft, "cancel", "{\"reason\":\"The home's closure is not decided\"}")
        .then()
        .statusCode(200);
    given().get("/v1/register/contracts/" + id).then().spec(Problems.problem(404, "NOT_FOUND"));
    given().get("/v1/register/contracts?q=" + reference).then().body("items", hasSize(0));
    given()
        .get(OCDS + "/records/ocds-carecx-" + id)
        .then()
        .spec(Problems.problem(404, "NOT_FOUND"));
    Api.as(Api.OTHER).get("/v1/contracts/" + id).then().spec(Problems.problem(404, "NOT_FOUND"));
    Api.keeper().get("/v1/contracts?q=" + reference).then().body("items.id", equalTo(List.of(id)));
    Api.keeper().get("/v1/contracts/" + id).then().body("status", equalTo("CANCELLED"));
    Response tender =
        Api.step(
            Api.draft(Api.complete(Api.reference()).replace("DIRECT_AWARD", "OPEN")),
            "publish-tender",
            null);
    Api.step(tender, "cancel", "{\"reason\":\"No bids\"}").then().statusCode(200);
    given()
        .get("/v1/register/contracts/" + Api.id(tender))
        .then()
        .body("status", equalTo("CANCELLED"));
  }

  @Test
  void every_version_is_one_release_that_stays_and_a_record_compiles_them() throws Exception {
    Response draft = Api.draft(Api.complete(Api.reference()).replace("DIRECT_AWARD", "OPEN"));
    String ocid = "ocds-carecx-" + Api.id(draft);
    given().get(OCDS + "/records/" + ocid).then().spec(Problems.problem(404, "NOT_FOUND"));
    Response tender = Api.step(draft, "publish-tender", null);
    String award =
        Api.award("Fernleigh Ltd")
            .replace(
                "\"sme\":true}",
                """
                "sme":true},{"role":"SUBCONTRACTOR","name":"Elm Ltd","identifiers":[
                {"scheme":"CQC-PROVIDER","id":"1-101"},{"scheme":"GB-COH","id":"07654321"}]}""");
    Response awarded = Api.step(tender, "award", award);
    Response active = Api.step(awarded, "activate", null);
    given()
        .get("/v1/register/contracts/" + Api.id(draft))
        .then()
        .body("suppliers.name", equalTo(List.of("Fernleigh Ltd")));
    awaitRecord(ocid, 3);
    String early = given().get(OCDS + "/releases/" + ocid + "/" + ocid + "-2").asString();
    Response amended =
        Api.keeper()
            .header("If-Match", active.header("ETag"))
            .body("{\"title\":\"Renamed\"}")
            .patch("/v1/contracts/" + Api.id(draft));
    Response corrected =
        Api.correct(amended, "{\"values\":{\"total\":{\"amount\":310000,\"currency\":\"GBP\"}}}");
    Api.step(corrected, "terminate", "{\"date\":\"2026-11-01\",\"reason\":\"Failed\"}")
        .then()
        .statusCode(200);
    JsonNode record = awaitRecord(ocid, 6);
    List<String> tags = new ArrayList<>();
    record.at("/records/0/releases").forEach(r -> tags.add(r.at("/tag/0").asText()));
    assertEquals(
        List.of(
            "tender",
            "award",
            "contract",
            "contractAmendment",
            "contractUpdate",
            "contractTermination"),
        tags);
    JsonNode compiled = record.at("/records/0/compiledRelease");
    assertEquals("Renamed", compiled.at("/tender/title").asText());
    assertEquals("terminated", compiled.at("/contracts/0/status").asText());
    assertEquals(310000, compiled.at("/contracts/0/value/amount").asInt());
    assertEquals(1, compiled.at("/contracts/0/amendments").size(), "a correction amends nothing");
    assertEquals("compiled", compiled.at("/tag/0").asText());
    assertEquals(300000, compiled.at("/planning/budget/amount/amount").asInt());
    JsonNode elm = compiled.at("/parties/2");
    assertEquals("Elm Ltd", elm.path("name").asText());
    assertEquals("[\"subcontractor\"]", elm.path("roles").toString());
    assertEquals("GB-COH", elm.at("/identifier/scheme").asText());
    assertEquals("CQC-PROVIDER", elm.at("/additionalIdentifiers/0/scheme").asText());
    assertEquals(1, compiled.at("/awards/0/suppliers").size());
    assertEquals(early, given().get(OCDS + "/releases/" + ocid + "/" + ocid + "-2").asString());
    given()
        .get(OCDS + "/releases/" + ocid + "/" + ocid + "-99")
        .then()
        .spec(Problems.problem(404, "NOT_FOUND"));
    assertEquals(Set.of(), OcdsSchema.recordPackages().faults(record));
  }

  @Test
  void all_releases_and_records_validate_also_those_of_the_real_files() throws Exception {
    importReal("data/contract-notices/chorley.json", "CONTRACTS_FINDER_NOTICES");
    importReal("data/contract-notices/blackpool.json", "CONTRACTS_FINDER_NOTICES");
    importReal("data/contract-notices/blackburn.json", "CONTRACTS_FINDER_NOTICES");
    importReal("data/contract-notices/preston.json", "CONTRACTS_FINDER_NOTICES");
    importReal("data/contract-notices/lancashire_cc.json", "CONTRACTS_FINDER_NOTICES");
    importReal(
        "data/ocds/contracts-finder_release-package_2025-01-20_2025-01-23.json",
        "OCDS_RELEASE_PACKAGE");
    Patience.await().until(PublicationTest::everythingIsPublished);
    Set<String> ids = new HashSet<>();
    int releases = walk(OCDS + "/release-packages?limit=200", OcdsSchema.releasePackages(), ids);
    int records =
        walk(OCDS + "/record-packages?limit=200", OcdsSchema.recordPackages(), new HashSet<>());
    System.out.println("Validated " + releases + " releases and " + records + " records");
    assertTrue(releases >= 630, () -> "only " + releases);
    assertEquals(releases, ids.size());
  }

  private static boolean everythingIsPublished() {
    return given()
            .auth()
            .oauth2(Tokens.admin(Api.AUTHORITY))
            .get("/v1/operations/contracts/events")
            .jsonPath()
            .getLong("unpublished")
        == 0;
  }

  private static int walk(String start, OcdsSchema schema, Set<String> ids) throws IOException {
    int count = 0;
    String next = start;
    while (next != null) {
      JsonNode frame = json(given().urlEncodingEnabled(false).get(next));
      assertEquals(Set.of(), schema.faults(frame));
      JsonNode list = frame.has("releases") ? frame.path("releases") : frame.path("records");
      for (JsonNode each : list) {
        ids.add(each.path("id").asText());
        count++;
        if (each.has("compiledRelease")) {
          assertNotNull(each.at("/compiledRelease/tender/title").asText());
        }
        assertFalse(each.toString().contains("\"status\":\"planning\""));
      }
      JsonNode link = frame.at("/links/next");
      next = link.isMissingNode() ? null : path(link.asText());
    }
    return count;
  }

  private static String path(String uri) {
    URI parsed = URI.create(uri);
    return parsed.getRawPath() + "?" + parsed.getRawQuery();
  }

  private static void importReal(String file, String format) throws Exception {
    Response job =
        Api.as("E08000009")
            .body(Files.readAllBytes(SharedFolder.require(file)))
            .post("/v1/contract-imports?format=" + format);
    job.then().statusCode(202);
    String path = "/v1/contract-imports/" + Api.id(job);
    String status =
        Patience.await()
            .until(
                () -> Api.as("E08000009").get(path).jsonPath().getString("status"),
                List.of("COMPLETED", "FAILED")::contains);
    assertEquals("COMPLETED", status);
  }
}
