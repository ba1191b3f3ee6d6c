package uk.carecontracts.providers.statements;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static uk.carecontracts.testkit.Patience.await;
import static uk.carecontracts.testkit.Problems.problem;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;
import uk.carecontracts.kit.tenancy.Acting;
import uk.carecontracts.kit.tenancy.Tenancy;
import uk.carecontracts.providers.ForeignEvents;
import uk.carecontracts.providers.ServiceTest;
import uk.carecontracts.testkit.TestTopics;
import uk.carecontracts.testkit.Tokens;

@QuarkusTest
class StatementApiTest extends ServiceTest {

  private static final String STATEMENTS = "/v1/market-position-statements";

  @Inject Session session;

  @Test
  void aStatementIsAssembledWrittenPublishedAndItsEarlierEditionStays() throws IOException {
    // The Isle of Wight: no other test buys, builds or forecasts there.
    String authority = "E06000046";
    String area = authority;
    UUID provider = registered(Map.of("legalName", unique("Ltd")));
    home(area, provider, "NURSING_HOME", 264);
    home(area, provider, "RESIDENTIAL_HOME", 71);
    home(area, provider, "RESIDENTIAL_HOME", 28);
    for (int i = 0; i < 6; i++) {
      ForeignEvents.placement(authority, "RESIDENTIAL_CARE", provider, area, 880 + 20 * i, 0);
      ForeignEvents.placement(authority, "HOMECARE", provider, area, 234.5 + i, 10);
    }
    ForeignEvents.placement(authority, "SHARED_LIVES", provider, area, 2400, 0);
    LocalDate next = LocalDate.now(ZoneId.of("Europe/London")).plusMonths(7);
    ForeignEvents.contract(
        authority, "HOMECARE", provider, 412_000, "Homecare, west", next.toString());
    UUID ryde =
        ForeignEvents.endingContract(
            authority,
            "EXTRA_CARE",
            provider,
            96_500,
            "Extra care, Ryde",
            next.plusMonths(6).toString());
    told(
        authority,
        ryde,
        "forward-plan",
        Map.of(
            "intention",
            "RECOMMISSION",
            "published",
            true,
            "summary",
            "In lots for small providers"));
    told(authority, ryde, "publication-exemption", Map.of("field", "VALUE", "status", "IN_FORCE"));
    told(authority, ryde, "publication-exemption", Map.of("field", "TITLE", "status", "LIFTED"));
    UUID hidden =
        ForeignEvents.contract(
            authority, "ADVOCACY", provider, 1, "Not for suppliers", next.toString());
    told(authority, hidden, "forward-plan", Map.of("intention", "EXTEND", "published", false));
    ForeignEvents.contract(authority, "ADVOCACY", provider, 50_000, "Advocacy", "2099-03-31");
    String forecast = forecast(authority, area);
    Map<String, Object> draft = StatementBodies.draft(area, forecast);
    draft.put("areas", List.of(area, area));
    await()
        .untilAsserted(
            () ->
                writer(authority)
                    .body(draft)
                    .post(STATEMENTS)
                    .then()
                    .statusCode(201)
                    .body(
                        "content.sections[3].figures[0].series[3].values",
                        equalTo(Arrays.asList(6, 6, null)))
                    .body("content.sections[4].tables[0].rows", hasSize(2))
                    .body("content.sections[4].tables[0].rows[1][0]", equalTo("Extra care, Ryde"))
                    .body("content.sections[4].tables[0].rows[1][4]", equalTo("Withheld"))
                    .body(
                        "content.sections[4].tables[0].rows[1][5]",
                        equalTo("Recommission: In lots for small providers")));
    Response made = writer(authority).body(draft).post(STATEMENTS);
    made.then()
        .body("edition", equalTo(0))
        .body("content.areas", equalTo(List.of(area)))
        .body("content.sections.code", hasSize(6))
        .body("content.sections[0].figures[0].series[0].values[0]", equalTo(412.5f))
        .body(
            "content.sections[1].figures[0].categories",
            equalTo(List.of("Nursing homes", "Residential homes")))
        .body("content.sections[1].figures[0].series[0].values", equalTo(List.of(264, 99)))
        .body("content.sections[2].figures[1].series[0].values[0]", equalTo(49.5f));
    JsonPath prices = made.jsonPath().setRootPath("content.sections[3].figures[0]");
    assertEquals(
        List.of("Homecare, an hour", "Residential care, a week", "Shared lives, a week"),
        prices.getList("categories"));
    assertEquals(23.7f, prices.getFloat("series[1].values[0]"));
    assertEquals(930.0f, prices.getFloat("series[1].values[1]"));
    assertNull(prices.<Object>get("series[1].values[2]"), "one price tells of one person");
    assertEquals("Homecare, west", made.path("content.sections[4].tables[0].rows[0][0]"));
    String id = made.path("id");
    String path = STATEMENTS + "/" + id;
    given().get(path).then().spec(problem(404, "NOT_FOUND"));
    writer(authority)
        .header("If-Match", "\"1\"")
        .body(Map.of("changeNote", "First edition"))
        .post(path + "/publish")
        .then()
        .spec(problem(422, "STATEMENT_INCOMPLETE"))
        .body("violations.pointer", hasItem("/sections"));
    draft.put("sections", StatementBodies.sections());
    writer(authority)
        .body(draft)
        .put(path + "/draft")
        .then()
        .spec(problem(428, "PRECONDITION_REQUIRED"));
    writer(authority)
        .header("If-Match", "\"1\"")
        .body(draft)
        .put(path + "/draft")
        .then()
        .statusCode(200)
        .header("ETag", "\"2\"");
    writer(authority)
        .accept("text/html")
        .get(path + "/draft")
        .then()
        .contentType("text/html")
        .body(containsString("This is a draft"));
    figuresOf(id, "2020-01-01");
    publish(authority, path, "2", "First edition").then().spec(problem(422, "STATEMENT_STALE"));
    figuresOf(id, LocalDate.now(ZoneId.of("Europe/London")).toString());
    publish(authority, path, "2", "First edition")
        .then()
        .statusCode(200)
        .body("edition", equalTo(1));
    publish(authority, path, "2", "Again").then().spec(problem(412, "STALE_VERSION"));
    draft.put("title", "Care for older people, second edition");
    writer(authority)
        .header("If-Match", "\"3\"")
        .body(draft)
        .put(path + "/draft")
        .then()
        .statusCode(200);
    publish(authority, path, "4", "New figures").then().body("edition", equalTo(2));
    given()
        .get(path)
        .then()
        .statusCode(200)
        .contentType("application/json")
        .header("ETag", "\"2\"")
        .body("edition", equalTo(2))
        .body("content.title", equalTo("Care for older people, second edition"))
        .body("publishedBy", equalTo(null));
    given().header("If-None-Match", "\"2\"").get(path).then().statusCode(304);
    given()
        .get(path + "/editions/1")
        .then()
        .body("content.title", equalTo("Care for older people & those who care"));
    given().get(path + "/editions/3").then().spec(problem(404, "NOT_FOUND"));
    given().get(path + "/editions").then().body("items.edition", equalTo(List.of(2, 1)));
    given()
        .get(STATEMENTS + "?publisher=" + authority)
        .then()
        .body("items.id", equalTo(List.of(id)))
        .body("items[0].edition", equalTo(2));
    given()
        .accept("text/html")
        .get(STATEMENTS)
        .then()
        .statusCode(200)
        .body(containsString("second edition</a>"))
        .body(containsString("Isle of Wight, edition 2 of"));
    String page =
        given()
            .accept("text/html,application/xhtml+xml,*/*;q=0.8")
            .get(path)
            .then()
            .statusCode(200)
            .contentType("text/html")
            .header("Vary", containsString("Accept"))
            .extract()
            .asString();
    Files.writeString(Path.of("target", "market-position-statement.html"), page);
    PageRules.assertAccessible(page);
    assertTrue(page.contains("/editions/1\">Edition 1"), "earlier editions are linked");
    as(Tokens.providers(BURY)).get(path + "/draft").then().spec(problem(404, "NOT_FOUND"));
    reader().get(path + "/draft").then().spec(problem(403, "FORBIDDEN"));
    writer(authority)
        .get(STATEMENTS + "/drafts?limit=1")
        .then()
        .body("items[0].id", equalTo(id))
        .body("items[0].version", equalTo(5));
    await()
        .untilAsserted(
            () ->
                assertEquals(
                    2,
                    TestTopics.readAll("providers.v1", id).stream()
                        .filter(
                            event -> event.type().equals("market-position-statement.published.v1"))
                        .count()));
  }

  @Test
  void whatDoesNotFitTogetherIsRefused() {
    Map<String, Object> draft = StatementBodies.draft(TRAFFORD, null);
    draft.put("areas", List.of(TRAFFORD, "E99999999"));
    draft.put("to", "2020-01-01");
    draft.put(
        "sections",
        List.of(Map.of("code", "NEEDS", "text", "a"), Map.of("code", "NEEDS", "text", "b")));
    officer()
        .body(draft)
        .post(STATEMENTS)
        .then()
        .spec(problem(422, "STATEMENT_BROKEN"))
        .body("violations.pointer", equalTo(List.of("/areas/1", "/to", "/sections/1/code")))
        .body("violations[0].message", containsString("GET /v1/authorities"));
    Map<String, Object> stranger = StatementBodies.draft(TRAFFORD, UUID.randomUUID().toString());
    officer().body(stranger).post(STATEMENTS).then().spec(problem(404, "NOT_FOUND"));
    given().get(STATEMENTS + "?publisher=E99999999").then().body("items", hasSize(0));
    given().get(STATEMENTS + "/drafts").then().spec(problem(401, "UNAUTHENTICATED"));
  }

  private static io.restassured.specification.RequestSpecification writer(String authority) {
    return as(Tokens.providers(authority));
  }

  private static Response publish(String authority, String path, String version, String note) {
    return writer(authority)
        .header("If-Match", "\"" + version + "\"")
        .body(Map.of("changeNote", note))
        .post(path + "/publish");
  }

  private void figuresOf(String id, String day) {
    Tenancy.runAs(
        Acting.system("test"),
        () ->
            QuarkusTransaction.requiringNew()
                .run(
                    () ->
                        session
                            .createNativeMutationQuery(
                                "update market_statement set content = jsonb_set(content,"
                                    + " '{says,dataAsOf}', to_jsonb(cast(:day as text)))"
                                    + " where id = :id")
                            .setParameter("day", day)
                            .setParameter("id", UUID.fromString(id))
                            .executeUpdate()));
  }

  /** What the contract register publishes about a contract. */
  private static void told(
      String authority, UUID contract, String aggregate, Map<String, Object> facts) {
    Map<String, Object> state = new HashMap<>(facts);
    state.put("contractId", contract.toString());
    ForeignEvents.send(aggregate, aggregate + ".told.v1", UUID.randomUUID(), 1, authority, state);
  }

  private static void home(String area, UUID provider, String type, int beds) {
    officer()
        .body(
            Map.of(
                "name", unique("House"),
                "careType", type,
                "area", area,
                "providerId", provider,
                "beds", beds))
        .post("/v1/locations")
        .then()
        .statusCode(201);
  }

  private static String forecast(String authority, String area) {
    String source = "Projections by age, 2022-based";
    String id =
        writer(authority)
            .contentType("text/csv")
            .body(
                """
                area,ageBand,2030,2031,2032,2033,2034,2035
                %s,85+,5000,5180,5390,5620,5890,6150
                %s,65-84,20000,20300,20550,20700,20820,20910
                """
                    .formatted(area, area))
            .queryParam("source", source)
            .post("/v1/population-cohort-imports")
            .path("id");
    await()
        .until(
            () ->
                writer(authority).get("/v1/population-cohort-imports/" + id).path("finishedAt")
                    != null);
    Map<String, Object> assumptions = new HashMap<>();
    assumptions.put("populationSource", source);
    assumptions.put("areas", List.of(area));
    assumptions.put("firstYear", 2030);
    assumptions.put("lastYear", 2035);
    assumptions.put(
        "rates", List.of(StatementBodies.rate("85+", 62.5), StatementBodies.rate("65-84", 5)));
    Map<String, Object> form = new HashMap<>();
    form.put("name", "Care homes");
    form.put("serviceType", "RESIDENTIAL_CARE");
    form.put("unit", "BEDS");
    form.put("careTypes", List.of("RESIDENTIAL_HOME", "NURSING_HOME"));
    form.put("assumptions", assumptions);
    form.put("note", "First");
    return writer(authority).body(form).post("/v1/demand-forecasts").path("id");
  }
}
