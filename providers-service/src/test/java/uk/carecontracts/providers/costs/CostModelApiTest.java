package uk.carecontracts.providers.costs;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static uk.carecontracts.testkit.Patience.await;
import static uk.carecontracts.testkit.Problems.problem;
import static uk.carecontracts.testkit.Problems.violation;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;
import uk.carecontracts.providers.ForeignEvents;
import uk.carecontracts.providers.ServiceTest;
import uk.carecontracts.testkit.CloudEventRecord;
import uk.carecontracts.testkit.TestTopics;
import uk.carecontracts.testkit.Tokens;

@QuarkusTest
class CostModelApiTest extends ServiceTest {

  private static final String MODELS = "/v1/cost-models";
  private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/London"));

  @Inject SessionFactory sessions;

  @Test
  void anAcceptedModelIsReckonedWithUntilALaterOneTakesItsPlace() {
    UUID provider = registered(Map.of("legalName", unique("Ltd")));
    String service = service();
    Response first = officer().body(model(provider, service)).post(MODELS);
    first
        .then()
        .statusCode(201)
        .header("ETag", "\"1\"")
        .body("status", equalTo("SUBMITTED"))
        .body("submittedByProvider", equalTo(false))
        .body("breakdown.unitCost.amount", equalTo(21.00f))
        .body("breakdown.wagePercent", equalTo(85.71f))
        .body("breakdown.livingWagePercent", equalTo(68.57f));
    String id = first.path("id");
    officer()
        .post(MODELS + "/" + id + "/accept")
        .then()
        .spec(problem(428, "PRECONDITION_REQUIRED"));
    accept(officer(), id).then().spec(problem(422, "SUBMITTER_ACCEPTS"));
    accept(colleague(), id).then().statusCode(200).body("status", equalTo("ACCEPTED"));
    accept(colleague(), id).then().spec(problem(412, "STALE_VERSION"));
    String later = officer().body(model(provider, service)).post(MODELS).path("id");
    accept(colleague(), later).then().statusCode(200);
    officer()
        .get(MODELS + "/" + id)
        .then()
        .header("ETag", "\"3\"")
        .body("status", equalTo("REPLACED"))
        .body("endedOn", equalTo(TODAY.toString()));
    officer()
        .get(MODELS + "?limit=1&serviceType=" + service + "&status=ACCEPTED")
        .then()
        .body("items.id", equalTo(List.of(later)));
    officer().header("If-None-Match", "\"3\"").get(MODELS + "/" + id).then().statusCode(304);
    await()
        .untilAsserted(
            () -> {
              List<CloudEventRecord> events = TestTopics.readAll("providers.v1", id);
              assertTrue(events.stream().anyMatch(e -> e.type().equals("cost-model.replaced.v1")));
              assertFalse(events.toString().contains("16.5"), "no figure leaves the service");
            });
  }

  @Test
  void whatAProviderSaysOfItsCostsNobodyElseReads() {
    UUID provider = registered(Map.of("legalName", unique("Ltd")));
    UUID rival = registered(Map.of("legalName", unique("Ltd")));
    String service = service();
    String own = Tokens.provider(TRAFFORD, provider);
    String others = Tokens.provider(TRAFFORD, rival);
    as(others)
        .body(model(provider, service))
        .post(MODELS)
        .then()
        .spec(problem(403, "NOT_YOUR_COSTS"));
    String id =
        as(own)
            .body(model(provider, service))
            .post(MODELS)
            .then()
            .statusCode(201)
            .body("submittedByProvider", equalTo(true))
            .extract()
            .path("id");
    as(own).get(MODELS + "/" + id).then().statusCode(200);
    as(own).get(MODELS).then().body("items.id", equalTo(List.of(id)));
    as(others).get(MODELS + "/" + id).then().spec(problem(403, "NOT_YOUR_COSTS"));
    as(others).get(MODELS).then().body("items", hasSize(0));
    officer()
        .accept("text/csv")
        .get(MODELS + "?serviceType=" + service)
        .then()
        .statusCode(200)
        .contentType(equalTo("text/csv;charset=UTF-8"))
        .body(startsWith("id,providerId,providerName,serviceType,"))
        .body(containsString(id + "," + provider + ","))
        .body(containsString(",21.00,GBP,"))
        .body(containsString(",'=Open-book exercise\r\n"));
    officer()
        .accept("text/csv")
        .get(MODELS + "?status=ACCEPTED&serviceType=" + service)
        .then()
        .body(not(containsString(id)));
    as(own).accept("text/csv").get(MODELS).then().body(containsString(id));
    as(others).accept("text/csv").get(MODELS).then().statusCode(200).body(not(containsString(id)));
    as(others)
        .accept("text/csv")
        .get(MODELS + "?providerId=" + provider)
        .then()
        .spec(problem(403, "NOT_YOUR_COSTS"));
    as(others).get(MODELS + "?providerId=" + provider).then().spec(problem(403, "NOT_YOUR_COSTS"));
    as(others)
        .get(MODELS + "/" + id + "/price-comparison")
        .then()
        .spec(problem(403, "NOT_YOUR_COSTS"));
    as(Tokens.providers(BURY)).get(MODELS + "/" + id).then().spec(problem(404, "NOT_FOUND"));
    as(Tokens.contracts(TRAFFORD)).get(MODELS + "/" + id).then().spec(problem(403, "FORBIDDEN"));
    as(Tokens.custom("", TRAFFORD)).get(MODELS).then().spec(problem(403, "FORBIDDEN"));
    as(own)
        .get(MODELS + "/summary?lineSet=HOMECARE_18_PLUS")
        .then()
        .spec(problem(403, "FORBIDDEN"));
    as(own).header("If-Match", "\"1\"").post(MODELS + "/" + id + "/accept").then().statusCode(403);
    as(own)
        .header("If-Match", "\"1\"")
        .body(Map.of("reason", "Mileage was forgotten"))
        .post(MODELS + "/" + id + "/withdraw")
        .then()
        .body("status", equalTo("WITHDRAWN"));
    String second = as(own).body(model(provider, service)).post(MODELS).path("id");
    officer()
        .header("If-Match", "\"1\"")
        .body(Map.of("reason", "Mileage is counted twice"))
        .post(MODELS + "/" + second + "/decline")
        .then()
        .statusCode(200)
        .body("status", equalTo("DECLINED"));
    officer()
        .header("If-Match", "\"2\"")
        .body(Map.of("reason", "Not believed"))
        .post(MODELS + "/" + id + "/decline")
        .then()
        .spec(problem(422, "COST_MODEL_DECIDED"));
  }

  @Test
  void everyBreachOfTheLineSetIsNamedAtOnce() {
    UUID provider = registered(Map.of("legalName", unique("Ltd")));
    Map<String, Object> broken = model(provider, service());
    broken.put("basis", "PER_YEAR");
    broken.put("variant", "STANDARD_NURSING");
    broken.put("lines", List.of(line("DIRECT_CARE", 1), line("DIRECT_CARE", 2), line("BEDS", 1)));
    officer()
        .body(broken)
        .post(MODELS)
        .then()
        .spec(problem(422, "COST_MODEL_BROKEN"))
        .body(
            "violations.pointer",
            equalTo(List.of("/lines/1/code", "/lines/2/code", "/annualUnits", "/variant")));
    Map<String, Object> early = model(provider, service());
    early.put("pricesAsOf", "2015-04-01");
    officer().body(early).post(MODELS).then().spec(violation(422, "UNKNOWN_LINE_SET", "/lineSet"));
    Map<String, Object> home = model(provider, service());
    home.put("lineSet", "CARE_HOME_65_PLUS");
    home.put("variant", "STANDARD_NURSING");
    home.put("basis", "PER_YEAR");
    home.put("annualUnits", 1000);
    home.put("lines", List.of(line("CARE_STAFF", 500_000), line("FOOD", 100_000)));
    officer()
        .body(home)
        .post(MODELS)
        .then()
        .statusCode(201)
        .body("breakdown.unit", equalTo("WEEK"))
        .body("breakdown.unitCost.amount", equalTo(600.00f));
    officer()
        .get(MODELS + "/line-sets")
        .then()
        .body("items.code", equalTo(List.of("CARE_HOME_65_PLUS", "HOMECARE_18_PLUS")))
        .body("items[0].lines", hasSize(33))
        .body("items[1].source", containsString("Annex A"));
  }

  @Test
  void anIndexMovesAndTheAnalysisNamesProvidersAndContractsThatFeelIt() {
    String service = service();
    UUID provider = registered(Map.of("legalName", unique("Ltd")));
    UUID silent = registered(Map.of("legalName", unique("Ltd")));
    String id = officer().body(model(provider, service)).post(MODELS).path("id");
    accept(colleague(), id).then().statusCode(200);
    UUID contract = ForeignEvents.contract(TRAFFORD, service, provider, 210_000);
    UUID uncovered = ForeignEvents.contract(TRAFFORD, service, silent, 50_000);
    String index = "X" + service.substring(0, 12);
    Map<String, Object> series = new HashMap<>();
    series.put("code", "CPI_" + index);
    series.put("name", "Test prices");
    series.put("source", "Statistical bulletin");
    series.put(
        "points",
        List.of(
            Map.of("date", "2025-04-01", "value", 138.2),
            Map.of("date", "2026-04-01", "value", 142.346)));
    ForeignEvents.send(
        "index-series", "index-series.published.v1", UUID.randomUUID(), 1, TRAFFORD, series);
    Map<String, Object> question = new HashMap<>();
    question.put("serviceType", service);
    question.put(
        "movements",
        List.of(
            Map.of("index", "NLW", "percent", 4.1),
            Map.of("index", "CPI_" + index, "from", "2025-04-01", "to", "2026-05-01")));
    await()
        .untilAsserted(
            () ->
                officer()
                    .body(question)
                    .post(MODELS + "/pressure-analyses")
                    .then()
                    .statusCode(200)
                    // £210,000 × £0.5904 ÷ £21.00 = £5,904.00.
                    .body("pressure.amount", equalTo(5904.00f))
                    .body("providers[0].providerId", equalTo(provider.toString()))
                    .body("providers[0].unitCostAfter.amount", equalTo(21.59f))
                    .body("providers[0].pressurePercent", equalTo(2.81f))
                    .body(
                        "providers[0].contracts.contractId", equalTo(List.of(contract.toString())))
                    .body("withoutModel.contractId", equalTo(List.of(uncovered.toString())))
                    .body("movements[1].percent", equalTo(3.0f))
                    .body(
                        "movements[1].source",
                        equalTo(
                            "138.2 on 2025-04-01 → 142.346 on 2026-04-01 (Statistical bulletin)")));
    String csv =
        officer().accept("text/csv").body(question).post(MODELS + "/pressure-analyses").asString();
    assertEquals(3, csv.lines().count(), csv);
    assertTrue(csv.contains("21.00,21.59,2.81," + contract), csv);
    as(Tokens.providers(BURY))
        .body(question)
        .post(MODELS + "/pressure-analyses")
        .then()
        .body("providers", hasSize(0));
    as(Tokens.provider(TRAFFORD, provider))
        .body(question)
        .post(MODELS + "/pressure-analyses")
        .then()
        .spec(problem(403, "FORBIDDEN"));
    List<Map<String, Object>> twice =
        List.of(Map.of("index", "NLW", "percent", 1), Map.of("index", "NLW", "percent", 2));
    officer()
        .body(Map.of("movements", twice))
        .post(MODELS + "/pressure-analyses")
        .then()
        .spec(violation(422, "INDEX_TWICE", "/movements/1"));
    officer()
        .body(Map.of("movements", List.of(Map.of("index", "NOBODY_PUBLISHES"))))
        .post(MODELS + "/pressure-analyses")
        .then()
        .spec(violation(422, "MOVEMENT_UNKNOWN", "/movements/0"));
  }

  @Test
  void costIsComparedWithThePricesThatArePaid() {
    String service = service();
    UUID provider = registered(Map.of("legalName", unique("Ltd")));
    String id = officer().body(model(provider, service)).post(MODELS).path("id");
    officer()
        .get(MODELS + "/" + id + "/price-comparison")
        .then()
        .body("counted", hasSize(0))
        .body("belowCost", equalTo(0));
    UUID cheapest = ForeignEvents.placement(TRAFFORD, service, provider, TRAFFORD, 203.00, 10);
    ForeignEvents.placement(TRAFFORD, service, provider, TRAFFORD, 105.50, 5);
    ForeignEvents.placement(TRAFFORD, service, provider, TRAFFORD, 460.00, 20);
    ForeignEvents.placement(BURY, service, provider, BURY, 10.00, 10);
    await()
        .untilAsserted(
            () ->
                officer()
                    .get(MODELS + "/" + id + "/price-comparison")
                    .then()
                    .body("counted", hasSize(3))
                    .body("lowestPrice.amount", equalTo(20.30f))
                    .body("medianPrice.amount", equalTo(21.10f))
                    .body("highestPrice.amount", equalTo(23.00f))
                    .body("margin.amount", equalTo(0.10f))
                    .body("marginPercent", equalTo(0.48f))
                    .body("belowCost", equalTo(1))
                    .body(
                        "explanation",
                        equalTo(
                            "Median price £21.10 − unit cost £21.00 = £0.10; 1 of 3 prices lie"
                                + " below the cost.")));
    // Redelivered with another price it changes nothing; ended it is not counted any more.
    Map<String, Object> state = new HashMap<>();
    state.put("provider", Map.of("providerId", provider.toString(), "name", "Care Ltd"));
    state.put("serviceType", service);
    state.put("weeklyPrice", Map.of("amount", 1, "currency", "GBP"));
    state.put("hoursPerWeek", 10);
    ForeignEvents.send("placement", "placement.changed.v1", cheapest, 1, TRAFFORD, state);
    state.put("endDate", TODAY.minusDays(1).toString());
    ForeignEvents.send("placement", "placement.ended.v1", cheapest, 2, TRAFFORD, state);
    await()
        .untilAsserted(
            () ->
                officer()
                    .get(MODELS + "/" + id + "/price-comparison")
                    .then()
                    .body("counted", hasSize(2))
                    .body("belowCost", equalTo(0)));
    officer()
        .get(MODELS + "/" + id + "/price-comparison?asOf=" + TODAY.minusDays(1))
        .then()
        .body("lowestPrice.amount", equalTo(0.10f));
  }

  @Test
  void theSpreadOfAcceptedModelsIsReportedLineByLine() {
    String service = service();
    List<String> ids = new ArrayList<>();
    for (int pay : new int[] {14, 16, 18}) {
      UUID provider = registered(Map.of("legalName", unique("Ltd")));
      Map<String, Object> form = model(provider, service);
      form.put("lines", List.of(line("DIRECT_CARE", pay), line("MILEAGE", 2)));
      String id = officer().body(form).post(MODELS).path("id");
      accept(colleague(), id).then().statusCode(200);
      ids.add(id);
    }
    officer()
        .get(MODELS + "/summary?lineSet=HOMECARE_18_PLUS&serviceType=" + service)
        .then()
        .statusCode(200)
        .body("models", equalTo(3))
        .body("counted", equalTo(ids))
        .body("total.lower", equalTo(17.00f))
        .body("total.median", equalTo(18.00f))
        .body("total.upper", equalTo(19.00f))
        .body("lines.code", hasItem("PENSION"));
    officer().get(MODELS + "/summary").then().spec(violation(400, "INVALID_REQUEST", "lineSet"));
  }

  @Test
  void aListAsksTheDatabaseAsOftenForManyModelsAsForOne() {
    UUID provider = registered(Map.of("legalName", unique("Ltd")));
    String list = MODELS + "?providerId=" + provider;
    long one = 0;
    for (int models = 1; models <= 3; models++) {
      officer().body(model(provider, service())).post(MODELS).then().statusCode(201);
      long before = sessions.getStatistics().getPrepareStatementCount();
      officer().get(list).then().body("items", hasSize(models));
      long asked = sessions.getStatistics().getPrepareStatementCount() - before;
      one = models == 1 ? asked : one;
      assertEquals(one, asked);
    }
    Response first = officer().get(list + "&limit=2");
    first.then().body("items", hasSize(2));
    officer()
        .get(list + "&limit=2&cursor=" + first.path("next"))
        .then()
        .body("items", hasSize(1))
        .body("next", equalTo(null));
    officer()
        .get(MODELS + "?limit=2&cursor=" + first.path("next"))
        .then()
        .spec(violation(400, "INVALID_REQUEST", "cursor"));
  }

  private static io.restassured.specification.RequestSpecification colleague() {
    return as(Tokens.ofClient("colleague", "providers:write", TRAFFORD));
  }

  private static Response accept(io.restassured.specification.RequestSpecification who, String id) {
    return who.header("If-Match", "\"1\"").post(MODELS + "/" + id + "/accept");
  }

  private static String service() {
    return unique("").strip().toUpperCase(Locale.ROOT);
  }

  private static Map<String, Object> line(String code, double amount) {
    return Map.of("code", code, "amount", amount);
  }

  private static Map<String, Object> model(UUID provider, String service) {
    Map<String, Object> form = new HashMap<>();
    form.put("providerId", provider.toString());
    form.put("serviceType", service);
    form.put("lineSet", "HOMECARE_18_PLUS");
    form.put("basis", "PER_UNIT");
    form.put("livingWagePercent", 80);
    form.put("pricesAsOf", "2026-04-01");
    form.put(
        "lines",
        List.of(
            line("DIRECT_CARE", 16.50),
            line("NATIONAL_INSURANCE", 1.50),
            line("MILEAGE", 1),
            line("INSURANCE", 1),
            line("RETURN_ON_OPERATIONS", 1)));
    form.put("source", "=Open-book exercise");
    return form;
  }
}
