package uk.carecontracts.contracts.publication;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import uk.carecontracts.contracts.Api;
import uk.carecontracts.contracts.ContractsInfrastructure;
import uk.carecontracts.kit.time.Clocks;
import uk.carecontracts.testkit.Infrastructure;
import uk.carecontracts.testkit.Patience;
import uk.carecontracts.testkit.Problems;
import uk.carecontracts.testkit.TestTopics;

@QuarkusTest
@ContractsInfrastructure
class ExemptionTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String REGISTER = "/v1/register/contracts";

  @Inject ExemptionDesk desk;
  @Inject SnapshotDesk snapshots;

  private static JsonNode record(String id, int releases) throws Exception {
    return await(
        () -> {
          Response response = given().get("/v1/register/ocds/records/ocds-carecx-" + id);
          JsonNode record = JSON.readTree(response.asString());
          return record.at("/records/0/releases").size() == releases ? record : null;
        });
  }

  private static <T> T await(Callable<T> something) {
    return Patience.await().until(something, Objects::nonNull);
  }

  private static Response exempt(String id, String field, String until) {
    return Api.keeper()
        .body(
            "{\"field\":\"%s\",\"ground\":\"FOI_S43\",\"reason\":\"Open tender of a neighbour\"%s}"
                .formatted(field, until.isEmpty() ? "" : ",\"until\":\"" + until + "\""))
        .post("/v1/contracts/" + id + "/exemptions");
  }

  private static String unique() {
    return "Quercus" + UUID.randomUUID().toString().replace("-", "");
  }

  @Test
  void a_field_kept_back_is_gone_everywhere_and_its_ground_is_named() throws Exception {
    String supplier = unique();
    Response active = Api.active(supplier + " Ltd");
    String id = Api.id(active);
    String reference = active.jsonPath().getString("reference");
    record(id, 2);
    Response snapshot = Api.keeper().post("/v1/contracts/register-snapshots");
    snapshot.then().statusCode(201).header("Location", notNullValue());
    String entries = "/v1/register/snapshots/" + Api.id(snapshot) + "/entries";
    assertTrue(given().accept("text/csv").get(entries).asString().contains(supplier));

    String before = given().get(REGISTER + "/" + id).header("ETag");
    exempt(id, "SUPPLIER", "").then().statusCode(201).body("status", equalTo("IN_FORCE"));
    exempt(id, "VALUE", LocalDate.now(Clocks.LONDON).plusYears(1).toString())
        .then()
        .statusCode(201);
    exempt(id, "VALUE", "").then().spec(Problems.problem(409, "ALREADY_EXEMPT"));

    Response entry = given().header("If-None-Match", before).get(REGISTER + "/" + id);
    entry
        .then()
        .statusCode(200)
        .body("suppliers.name", contains("Redacted"), "suppliers[0].sme", equalTo(true))
        .body("suppliers[0].registrationNumber", nullValue(), "sumToBePaid", nullValue())
        .body("authorityName", equalTo("Lancashire"))
        .body("exemptions.field", contains("SUPPLIER", "VALUE"))
        .body("exemptions[0].statute", equalTo("Freedom of Information Act 2000, section 43"));
    assertFalse(entry.asString().contains("neighbour"));
    String csv = given().get(REGISTER + "?format=csv&q=" + reference).asString();
    assertTrue(csv.contains("\"Redacted: Freedom of Information Act 2000, section 43\""), csv);
    assertTrue(csv.contains("SUPPLIER FOI_S43; VALUE FOI_S43"), csv);
    assertFalse(csv.contains(supplier) || csv.contains("300000"), csv);

    JsonNode record = record(id, 4);
    assertEquals(Set.of(), OcdsSchema.recordPackages().faults(record));
    assertFalse(record.toString().contains(supplier) || record.toString().contains("300000"));
    assertEquals("FOI_S43", record.at("/records/0/compiledRelease/exemptions/0/ground").asText());
    assertEquals("Lancashire", record.at("/records/0/compiledRelease/buyer/name").asText());

    for (String query :
        List.of("q=" + supplier, "provider=" + supplier, "valueFrom=300000&q=" + reference)) {
      given().get(REGISTER + "?" + query).then().statusCode(200).body("items", hasSize(0));
      Api.keeper().get("/v1/contracts?" + query).then().body("items", hasSize(1));
    }
    assertFalse(given().accept("text/csv").get(entries).asString().contains(supplier));
    given()
        .get("/v1/register/snapshots?authority=" + Api.AUTHORITY)
        .then()
        .body("items.id", not(List.of()));
    assertFalse(
        given()
            .get("/v1/register/ocds/records.jsonl?authority=" + Api.AUTHORITY)
            .asString()
            .contains(supplier));
    assertFalse(
        given()
            .get("/v1/register/ocds/releases.jsonl?authority=" + Api.AUTHORITY)
            .asString()
            .contains(supplier));

    Response list = Api.keeper().get("/v1/contracts/" + id + "/exemptions");
    list.then().body("items", hasSize(2), "items[0].reason", equalTo("Open tender of a neighbour"));
    String path = "/v1/contracts/" + id + "/exemptions/" + list.jsonPath().getString("items[1].id");
    Api.keeper()
        .body("{\"reason\":\"Awarded\"}")
        .post(path + "/lift")
        .then()
        .spec(Problems.problem(428, "PRECONDITION_REQUIRED"));
    Api.keeper()
        .header("If-Match", Api.keeper().get(path).header("ETag"))
        .body("{\"reason\":\"Awarded\"}")
        .post(path + "/lift")
        .then()
        .statusCode(200)
        .body("status", equalTo("LIFTED"), "version", equalTo(2));
    given().get(REGISTER + "?provider=" + supplier).then().body("items", hasSize(1));
    Api.as(Api.OTHER)
        .get("/v1/contracts/" + id + "/exemptions")
        .then()
        .spec(Problems.problem(403, "WRONG_AUTHORITY"));
  }

  @Test
  void a_ground_must_be_one_and_an_exemption_ends_on_its_day() throws Exception {
    Response active = Api.active(unique());
    String id = Api.id(active);
    Api.keeper()
        .body("{\"field\":\"TITLE\",\"ground\":\"SHYNESS\",\"reason\":\"r\"}")
        .post("/v1/contracts/" + id + "/exemptions")
        .then()
        .spec(Problems.violation(422, "GROUND_UNKNOWN", "/ground"));
    exempt(id, "TITLE", "2020-01-01").then().spec(Problems.problem(422, "EXEMPTION_OVER"));
    given()
        .get("/v1/register/exemption-grounds")
        .then()
        .body(
            "items.find { it.code == 'PA23_S94' }.statute",
            equalTo("Procurement Act 2023, section 94"));
    exempt(id, "TITLE", LocalDate.now(Clocks.LONDON).toString()).then().statusCode(201);
    given().get(REGISTER + "/" + id).then().body("titleOfAgreement", equalTo("Redacted"));
    try (var connection = Infrastructure.jdbc("contracts");
        var update =
            connection.prepareStatement(
                "update publication_exemption set until = current_date - 1 where contract_id = ?")) {
      update.setObject(1, UUID.fromString(id));
      update.executeUpdate();
    }
    desk.lapse();
    given()
        .get(REGISTER + "/" + id)
        .then()
        .body("titleOfAgreement", equalTo("Home care in Northvale"));
  }

  @Test
  void what_is_kept_back_no_longer_is_in_everything_that_can_be_taken_away() {
    String supplier = unique();
    String id = Api.id(Api.active(supplier + " Ltd"));
    String exemption = Api.id(exempt(id, "SUPPLIER", ""));
    String path = "/v1/contracts/" + id + "/exemptions/" + exemption;
    Api.keeper()
        .header("If-Match", Api.keeper().get(path).header("ETag"))
        .body("{\"reason\":\"The neighbour has awarded\"}")
        .post(path + "/lift")
        .then()
        .statusCode(200)
        .body("status", equalTo("LIFTED"));
    for (String all : List.of("records.jsonl", "releases.jsonl")) {
      assertTrue(
          await(
              () ->
                  given()
                          .get("/v1/register/ocds/" + all + "?authority=" + Api.AUTHORITY)
                          .asString()
                          .contains(supplier)
                      ? true
                      : null));
    }
  }

  @Test
  void what_monitoring_flagged_is_no_filter_of_the_public() throws Exception {
    String supplier = unique();
    String id = Api.id(Api.active(supplier));
    try (var connection = Infrastructure.jdbc("contracts");
        var insert =
            connection.prepareStatement(
                "insert into contract_risk values (?::uuid, ?, 'HIGH', 60, true, '[]', now())")) {
      insert.setString(1, id);
      insert.setString(2, Api.AUTHORITY);
      insert.executeUpdate();
    }
    String query = "?flagged=true&provider=" + supplier;
    Api.keeper().get("/v1/contracts" + query).then().body("items", hasSize(1));
    given().get(REGISTER + query).then().statusCode(200).body("items", hasSize(0));
  }

  @Test
  void a_quarter_is_taken_once_and_only_of_who_had_published_by_its_end() throws Exception {
    String council = Api.council();
    Response draft = Api.as(council).body(Api.complete(Api.reference())).post("/v1/contracts");
    Api.stepAs(council, draft, "award", Api.award(unique()));
    String label = SnapshotDesk.lastQuarter(LocalDate.now(Clocks.LONDON));
    assertEquals("2025-Q4", SnapshotDesk.lastQuarter(LocalDate.of(2026, 1, 5)));
    snapshots.quarterly();
    assertEquals(List.of(), labels(council), "it joined after the quarter's end");
    try (var connection = Infrastructure.jdbc("contracts");
        var update =
            connection.prepareStatement(
                "update journal set occurred_at = now() - interval '100 days' where aggregate_id = ?")) {
      update.setObject(1, UUID.fromString(Api.id(draft)));
      update.executeUpdate();
    }
    snapshots.quarterly();
    snapshots.quarterly();
    assertEquals(List.of(label), labels(council));
    given()
        .get("/v1/register/snapshots/" + UUID.randomUUID() + "/entries")
        .then()
        .spec(Problems.problem(404, "NOT_FOUND"));
  }

  private static List<String> labels(String council) {
    return given()
        .get("/v1/register/snapshots?authority=" + council)
        .jsonPath()
        .getList("items.label");
  }

  @Test
  void a_cleared_field_leaves_the_record_and_payments_and_measures_join_it() throws Exception {
    Response active = Api.active(unique());
    String id = Api.id(active);
    Response amended =
        Api.keeper()
            .header("If-Match", active.header("ETag"))
            .body("{\"description\":null,\"dates\":{\"review\":null}}")
            .patch("/v1/contracts/" + id);
    amended.then().statusCode(200);
    JsonNode record = record(id, 3);
    JsonNode compiled = record.at("/records/0/compiledRelease");
    assertTrue(
        record.at("/records/0/releases/2/tender/description").isNull(), record::toPrettyString);
    assertTrue(compiled.at("/tender/description").isMissingNode());
    assertTrue(compiled.at("/contracts/0/milestones/0/dueDate").isMissingNode());
    assertEquals(
        "ocds-carecx-" + id + "-3",
        compiled.at("/contracts/0/amendments/0/amendsReleaseID").asText());

    UUID plan = UUID.randomUUID();
    plan(plan, id, 1, 90);
    plan(plan, id, 2, 95);
    plan(plan, id, 3, 95);
    pay(active);
    JsonNode whole = record(id, 6);
    JsonNode contract = whole.at("/records/0/compiledRelease/contracts/0");
    assertEquals(95, contract.at("/agreedMetrics/0/observations/0/measure").asInt());
    assertEquals(1234.5, contract.at("/implementation/transactions/0/value/amount").asDouble());
    assertEquals(
        "buyer-" + Api.AUTHORITY, contract.at("/implementation/transactions/0/payer/id").asText());
    assertEquals(Set.of(), OcdsSchema.recordPackages().faults(whole));

    UUID answer = UUID.randomUUID();
    reported(answer, plan, id, 1, "SUBMITTED", 91);
    reported(answer, plan, id, 2, "APPROVED", 91);
    reported(answer, plan, id, 3, "APPROVED", 92.5);
    JsonNode measured = record(id, 8).at("/records/0/compiledRelease/contracts/0");
    JsonNode metrics = measured.at("/implementation/metrics");
    assertEquals(1, metrics.size(), metrics::toPrettyString);
    assertEquals("VISITS_ON_TIME", metrics.at("/0/id").asText());
    assertEquals(1, metrics.at("/0/observations").size(), metrics::toPrettyString);
    assertEquals(92.5, metrics.at("/0/observations/0/measure").asDouble());
    assertEquals(
        "2025-07-01T00:00:00+01:00",
        metrics.at("/0/observations/0/period/startDate").asText(),
        "a yearly figure in a quarter's return is about its year");
    assertEquals(
        "2026-06-30T23:59:59+01:00", metrics.at("/0/observations/0/period/endDate").asText());
    assertEquals(95, measured.at("/agreedMetrics/0/observations/0/measure").asInt());
    assertEquals(Set.of(), OcdsSchema.recordPackages().faults(record(id, 8)));
  }

  /** A return of two indicators, one of which has no published target. */
  private static void reported(
      UUID id, UUID plan, String contract, int version, String status, double value) {
    monitoring(
        "return." + ("APPROVED".equals(status) ? "approved" : "submitted") + ".v1",
        "return",
        id,
        version,
        Map.of(
            "contractId",
            contract,
            "planId",
            plan.toString(),
            "periodStart",
            "2026-04-01",
            "periodEnd",
            "2026-06-30",
            "status",
            status,
            "observations",
            List.of(
                Map.of("indicator", "VISITS_ON_TIME", "value", value, "numerator", 1),
                Map.of("indicator", "MEALS", "value", 40))));
  }

  @Test
  void a_notice_that_was_published_is_a_document_of_its_stage() throws Exception {
    Response draft = Api.draft(Api.complete(Api.reference()).replace("300000.00", "900000.00"));
    Response awarded = Api.step(draft, "award", Api.award(unique()));
    Api.step(awarded, "activate", null).then().statusCode(200);
    String id = Api.id(draft);
    String duty =
        await(
            () -> {
              JsonPath duties =
                  Api.keeper()
                      .get("/v1/duties?contractId=" + id + "&code=CONTRACT_DETAILS")
                      .jsonPath();
              String status = duties.getString("items[0].status");
              boolean owed = "DUE".equals(status) || "LATE".equals(status);
              return owed ? duties.getString("items[0].id") : null;
            });
    Response done =
        Api.keeper()
            .header("If-Match", Api.keeper().get("/v1/duties/" + duty).header("ETag"))
            .body(
                "{\"doneOn\":\"%s\",\"link\":\"https://www.find-tender.service.gov.uk/Notice/1\"}"
                    .formatted(LocalDate.now(Clocks.LONDON)))
            .post("/v1/duties/" + duty + "/done");
    done.then().statusCode(200);
    JsonNode document = record(id, 3).at("/records/0/compiledRelease/contracts/0/documents/0");
    assertEquals("UK7", document.path("noticeType").asText());
    assertEquals("https://www.find-tender.service.gov.uk/Notice/1", document.path("url").asText());
    Api.keeper()
        .header("If-Match", done.header("ETag"))
        .body("{\"reason\":\"Wrong contract\"}")
        .post("/v1/duties/" + duty + "/reopen")
        .then()
        .statusCode(200);
    JsonNode reopened = record(id, 4);
    assertTrue(
        reopened.at("/records/0/compiledRelease/contracts/0/documents/0/url").isMissingNode());
    assertEquals(Set.of(), OcdsSchema.recordPackages().faults(reopened));
  }

  private static void plan(UUID plan, String contract, int version, int target) {
    monitoring(
        "monitoring-plan.amended.v1",
        "monitoring-plan",
        plan,
        version,
        Map.of(
            "contractId",
            contract,
            "periods",
            List.of(
                Map.of(
                    "periodStart",
                    "2026-04-01",
                    "periodEnd",
                    "2026-06-30",
                    "asks",
                    List.of(
                        Map.of("from", "2025-07-01", "indicators", List.of("VISITS_ON_TIME"))))),
            "indicators",
            List.of(
                Map.of(
                    "code", "VISITS_ON_TIME",
                    "title", "Visits on time",
                    "outcomeTitle", "Care that can be relied on",
                    "unit", "PERCENT",
                    "direction", "HIGHER_IS_BETTER",
                    "target", target))));
  }

  private static void monitoring(
      String type, String aggregate, UUID id, int version, Map<String, Object> state) {
    TestTopics.send(
        "monitoring.v1",
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
            String.valueOf(version),
            "authority",
            Api.AUTHORITY),
        Map.of("state", state, "change", Map.of()));
  }

  private static void pay(Response active) throws Exception {
    String file =
        "BeneficiaryName,PaymentDate,Amount,TransactionNumber\n"
            + active.jsonPath().getString("parties[0].name")
            + ",2026-05-06,1234.50,"
            + UUID.randomUUID()
            + "\n";
    Response job =
        Api.keeper()
            .contentType("text/csv")
            .body(file.getBytes(java.nio.charset.StandardCharsets.UTF_8))
            .post("/v1/spend-imports?format=LGA_SPEND");
    job.then().statusCode(202);
    await(
        () ->
            Api.keeper().get("/v1/spend/contracts/" + Api.id(active)).statusCode() == 200
                ? true
                : null);
  }
}
