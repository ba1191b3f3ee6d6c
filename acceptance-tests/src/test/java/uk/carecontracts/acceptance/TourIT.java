package uk.carecontracts.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import uk.carecontracts.stack.infrastructure.Role;

/** The README's tour: a contract travels the whole way, every hop through the gateway. */
@Order(1)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TourIT {
  private static final String BLACKBURN = "E06000008";
  private static final String LANCASHIRE = "E10000017";
  private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/London"));
  private static final StackUnderTest STACK = StackUnderTest.get();

  private final Api contracts = Api.as(STACK, Role.CONTRACTS, BLACKBURN);
  private final Api providers = Api.as(STACK, Role.PROVIDERS, BLACKBURN);
  private final Api monitoring = Api.as(STACK, Role.MONITORING, BLACKBURN);

  @Test
  @Order(1)
  void everyNoticeIsAccountedForAndASecondImportChangesNothing() {
    Files.notices()
        .forEach(
            (gss, file) -> {
              Api council = Api.as(STACK, Role.CONTRACTS, gss);
              String path = "/v1/contract-imports?format=CONTRACTS_FINDER_NOTICES";
              JsonPath dry = council.imported(path + "&dryRun=true", file);
              JsonPath first = council.imported(path, file);
              assertComplete(first);
              assertEquals(dry.getMap("rows"), first.getMap("rows"), "a dry run foretells");
              JsonPath second = council.imported(path, file);
              assertComplete(second);
              assertEquals(0, second.getInt("rows.created") + second.getInt("rows.updated"));
              System.out.println(gss + " " + first.get("rows") + " again " + second.get("rows"));
            });
    Api lancashire = Api.as(STACK, Role.CONTRACTS, LANCASHIRE);
    String path = "/v1/contract-imports?format=OCDS_RELEASE_PACKAGE&authority=" + LANCASHIRE;
    JsonPath first = lancashire.imported(path, Files.ocdsPackage());
    assertComplete(first);
    JsonPath second = lancashire.imported(path, Files.ocdsPackage());
    assertEquals(0, second.getInt("rows.created") + second.getInt("rows.updated"));
    System.out.println("OCDS " + first.get("rows") + " again " + second.get("rows"));
  }

  @Test
  @Order(2)
  void theSameSupplierOfTwoCouncilsIsOneProvider() {
    String name = STACK_HAS_REAL_FILES ? "Dunsters Farm" : "Ribble Valley Homecare";
    Api.eventually(() -> !providers.get("/v1/providers?q={q}", name).getList("items").isEmpty());
    // every party of that name, in whatever council, leads to one provider
    Api.eventually(() -> matched(name).size() >= 2);
    List<String> ids = matched(name);
    assertEquals(1, ids.stream().distinct().count(), () -> name + " became " + ids);
  }

  private static final boolean STACK_HAS_REAL_FILES = Files.notices().size() == 5;

  private static List<String> matched(String name) {
    return Files.notices().keySet().stream()
        .map(gss -> Api.as(STACK, Role.CONTRACTS, gss))
        .flatMap(
            council ->
                council
                    .get("/v1/contracts?q={q}&limit=100", name)
                    .<Map<String, Object>>getList("items")
                    .stream()
                    .map(item -> council.get("/v1/contracts/{id}", item.get("id"))))
        .flatMap(contract -> contract.<Map<String, Object>>getList("parties").stream())
        .filter(party -> nameOf(party).contains(name.toLowerCase(Locale.ROOT)))
        .filter(party -> party.get("providerId") != null)
        .map(party -> party.get("providerId").toString())
        .toList();
  }

  private static String nameOf(Map<String, Object> party) {
    return String.valueOf(party.get("name")).toLowerCase(Locale.ROOT);
  }

  @Test
  @Order(3)
  void aContractIsActivatedMonitoredAndFlagged() {
    String id = awardedContractWithProvider();
    String contract = "/v1/contracts/" + id;
    completeTerms(contract);
    JsonPath active = contracts.postMatching(contract, "activate", Map.of());
    assertEquals("ACTIVE", active.getString("status"));
    UUID provider = UUID.fromString(active.getString("parties[0].providerId"));

    String plans = "/v1/monitoring-plans?contractId=" + id;
    timed("activation to plan", () -> monitoring.get(plans).getList("items").size() == 1);
    JsonPath plan =
        monitoring.get("/v1/monitoring-plans/" + monitoring.get(plans).get("items[0].id"));

    submitReturn(plan, provider);
    timed("return to scorecard", () -> monitoring.get("/v1/scorecards/" + id).get("rag") != null);

    String location = location(provider);
    rate(location, "GOOD", TODAY.minusMonths(8));
    Api.eventually(() -> contracts.get(contract).get("risk.assessedAt") != null);
    assertFalse(contracts.get(contract).getBoolean("risk.flagged"));
    rate(location, "INADEQUATE", TODAY.minusDays(3));
    timed("rating fall to risk flag", () -> contracts.get(contract).getBoolean("risk.flagged"));
    System.out.println("risk: " + contracts.get(contract).get("risk"));
    assertNotNull(contracts.get(contract).get("risk.reasons"));
  }

  private String awardedContractWithProvider() {
    Api.eventually(
        () ->
            contracts
                .get("/v1/contracts?status=AWARDED&limit=200")
                .<Map<String, Object>>getList("items")
                .stream()
                .anyMatch(this::hasOneProvider));
    return contracts
        .get("/v1/contracts?status=AWARDED&limit=200")
        .<Map<String, Object>>getList("items")
        .stream()
        .filter(this::hasOneProvider)
        .map(item -> item.get("id").toString())
        .findFirst()
        .orElseThrow();
  }

  private boolean hasOneProvider(Map<String, Object> item) {
    List<Map<String, Object>> parties =
        contracts.get("/v1/contracts/{id}", item.get("id")).getList("parties");
    return parties.size() == 1 && parties.get(0).get("providerId") != null;
  }

  /** Notices name no dates of the contract itself: an officer adds them. */
  private void completeTerms(String contract) {
    String etag = contracts.call().get(contract).header("ETag");
    contracts
        .call()
        .header("If-Match", etag)
        .contentType("application/merge-patch+json")
        .body(
            Map.of(
                "dates",
                Map.of(
                    "start", TODAY.minusMonths(6).toString(),
                    "end", TODAY.plusYears(2).toString())))
        .patch(contract)
        .then()
        .statusCode(200);
  }

  private void submitReturn(JsonPath plan, UUID provider) {
    Api its = Api.asProvider(STACK, BLACKBURN, provider);
    List<Map<String, Object>> indicators = plan.getList("indicators");
    List<Map<String, Object>> observations =
        indicators.stream()
            .map(i -> Map.<String, Object>of("indicator", i.get("code"), "value", i.get("target")))
            .toList();
    JsonPath submitted =
        its.post(
            201,
            "/v1/returns",
            Map.of(
                "planId", plan.getString("id"),
                "periodStart", plan.getString("periods[0].periodStart"),
                "periodEnd", plan.getString("periods[0].periodEnd"),
                "observations", observations,
                "submit", true));
    assertEquals("SUBMITTED", submitted.getString("status"));
  }

  private String location(UUID provider) {
    return providers
        .post(
            201,
            "/v1/locations",
            Map.of(
                "providerId", provider.toString(),
                "name", "Registered branch",
                "careType", "HOMECARE",
                "area", BLACKBURN,
                "postcode", "BB1 1AA"))
        .getString("id");
  }

  private void rate(String location, String overall, LocalDate reportDate) {
    providers.post(
        201,
        "/v1/locations/" + location + "/ratings",
        Map.of("regulator", "CQC", "overall", overall, "reportDate", reportDate.toString()));
  }

  @Test
  @Order(4)
  void thePublicReadsTheRegisterWithoutAToken() {
    String csv =
        io.restassured.RestAssured.given()
            .baseUri(STACK.gateway())
            .accept("text/csv")
            .get("/v1/register/contracts")
            .then()
            .statusCode(200)
            .extract()
            .asString();
    assertTrue(csv.getBytes(StandardCharsets.UTF_8).length > 1000);
    JsonPath page =
        io.restassured.RestAssured.given()
            .baseUri(STACK.gateway())
            .get("/v1/register/ocds/release-packages")
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();
    assertFalse(page.getList("releases").isEmpty());
  }

  private static void assertComplete(JsonPath job) {
    assertEquals("COMPLETED", job.getString("status"), () -> job.prettify());
    assertEquals(
        job.getInt("rows.read"),
        job.getInt("rows.created")
            + job.getInt("rows.updated")
            + job.getInt("rows.unchanged")
            + job.getInt("rows.rejected"));
  }

  private static void timed(String hop, Callable<Boolean> arrived) {
    Instant begin = Instant.now();
    Api.eventually(arrived);
    long millis = Duration.between(begin, Instant.now()).toMillis();
    System.out.println(hop + ": " + millis + " ms");
  }
}
