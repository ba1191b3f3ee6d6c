package uk.carecontracts.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import uk.carecontracts.stack.infrastructure.Role;

/**
 * A framework with a lot and admitted suppliers; a contract called off it, priced by a sliding
 * scale, settled against what was paid, and held to the ceiling, all through the gateway.
 */
@Order(3)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LifeOfACallOffIT {
  static final String COUNCIL = "E08000002";
  private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/London"));
  private static final LocalDate START = TODAY.minusMonths(2);
  private static final StackUnderTest STACK = StackUnderTest.get();

  private final Api keeper = Api.as(STACK, Role.CONTRACTS, COUNCIL);
  private final Api providers = Api.as(STACK, Role.PROVIDERS, COUNCIL);
  private LivedContract framework = new LivedContract(STACK, keeper, "");
  private LivedContract contract = new LivedContract(STACK, keeper, "");
  private String alder = "";
  private String birch = "";

  private static Map<String, Object> pounds(int amount) {
    return Map.of("amount", amount, "currency", "GBP");
  }

  @Test
  @Order(1)
  void aFrameworkHasALotOntoWhichOnlyAccreditedSuppliersAreAdmitted() {
    alder = provider("Alder Care Limited ");
    birch = provider("Birch Care CIC ");
    String id =
        keeper
            .post(
                201,
                "/v1/contracts",
                Map.ofEntries(
                    Map.entry("reference", "FW-" + UUID.randomUUID()),
                    Map.entry("title", "Home care framework"),
                    Map.entry("description", "Support at home across the city"),
                    Map.entry("type", "FRAMEWORK"),
                    Map.entry("regime", "LIGHT_TOUCH"),
                    Map.entry("procedure", "OPEN"),
                    Map.entry("serviceType", "HOME_CARE"),
                    Map.entry("clientGroups", List.of("OLDER_PEOPLE")),
                    Map.entry("area", "Westmoor"),
                    Map.entry("values", Map.of("total", pounds(1_000_000))),
                    Map.entry(
                        "dates",
                        Map.of(
                            "start", TODAY.minusYears(1).toString(),
                            "end", TODAY.plusYears(3).toString()))))
            .getString("id");
    framework = new LivedContract(STACK, keeper, id);
    framework.step("publish-tender", Map.of());
    framework.step(
        "award",
        Map.of(
            "suppliers", List.of(Map.of("name", "Alder Care Limited", "providerId", alder)),
            "awardDate", TODAY.minusMonths(14).toString()));
    framework.step("activate", Map.of());
    framework.isSeenAs("ACTIVE", "contract", "active", "contract.activated.v1");
    keeper
        .call()
        .body(
            Map.of(
                "lots",
                List.of(
                    Map.of(
                        "id", "1",
                        "title", "Westmoor north",
                        "serviceType", "HOME_CARE",
                        "requiredLevel", 2,
                        "ceiling", pounds(400_000))),
                "routes",
                List.of("DIRECT", "MINI_COMPETITION")))
        .put(framework.path() + "/agreement")
        .then()
        .statusCode(200);
    assertEquals(422, admit(alder).statusCode(), "nobody is admitted without accreditation");
    for (String each : List.of(alder, birch)) {
      accredit(each);
      Api.eventually(() -> admit(each).statusCode() != 422);
    }
    JsonPath admissions = keeper.get(framework.path() + "/agreement/admissions");
    assertEquals(List.of("ADMITTED", "ADMITTED"), admissions.getList("items.status"));
  }

  private String provider(String name) {
    return providers
        .post(
            201,
            "/v1/providers",
            Map.of("legalName", name + UUID.randomUUID().toString().substring(0, 8)))
        .getString("id");
  }

  private void accredit(String provider) {
    providers.post(
        201,
        "/v1/providers/" + provider + "/accreditations",
        Map.of(
            "serviceType",
            "HOME_CARE",
            "level",
            2,
            "evidence",
            List.of(Map.of("title", "Inspection report and references")),
            "reviewer",
            "Quality team",
            "validFrom",
            TODAY.toString(),
            "expiresOn",
            TODAY.plusYears(1).toString()));
  }

  private Response admit(String provider) {
    return keeper
        .call()
        .body(
            Map.of("lotId", "1", "provider", Map.of("providerId", provider, "name", "A supplier")))
        .post(framework.path() + "/agreement/admissions");
  }

  @Test
  @Order(2)
  void aMiniCompetitionWithinTheCeilingMakesAContract() {
    String callOff =
        framework
            .add(
                "/call-offs",
                Map.of(
                    "lotId",
                    "1",
                    "route",
                    "MINI_COMPETITION",
                    "reference",
                    "CO-" + UUID.randomUUID(),
                    "title",
                    "Home care, Westmoor hill",
                    "value",
                    pounds(360_000),
                    "start",
                    START.toString(),
                    "end",
                    TODAY.plusYears(1).toString(),
                    "criteria",
                    List.of(
                        Map.of("name", "Price", "weightPercent", 40, "price", true),
                        Map.of("name", "Quality", "weightPercent", 60, "price", false))))
            .getString("id");
    framework.act("/call-offs/" + callOff, "/bids", bid(alder, 349_000, 85));
    JsonPath bids = framework.act("/call-offs/" + callOff, "/bids", bid(birch, 355_000, 70));
    assertEquals(alder, bids.getString("ranking[0].provider.providerId"));
    JsonPath awarded = framework.act("/call-offs/" + callOff, "/award", Map.of());
    contract = new LivedContract(STACK, keeper, awarded.getString("callOffContractId"));
    contract.isSeenAs("AWARDED", "award", null, "contract.awarded.v1");
    contract.step("activate", Map.of());
    contract.isSeenAs("ACTIVE", "contract", "active", "contract.activated.v1");
    assertEquals("CALL_OFF", contract.read().getString("type"));
    assertEquals(framework.id(), keeper.get(contract.path() + "/origin").getString("contractId"));
  }

  private static Map<String, Object> bid(String provider, int price, int quality) {
    return Map.of(
        "providerId",
        provider,
        "price",
        pounds(price),
        "scores",
        List.of(Map.of("criterion", "Quality", "score", quality)));
  }

  @Test
  @Order(3)
  void itsPriceIsASlidingScaleQuotedAndSettledAgainstWhatWasPaid() {
    JsonPath schedule =
        contract.add(
            "/price-schedules",
            Map.of(
                "validFrom",
                START.toString(),
                "reason",
                "As bid",
                "terms",
                Map.of(
                    "model",
                    "SLIDING_SCALE",
                    "unit",
                    "HOUR",
                    "unitPrice",
                    20,
                    "bands",
                    List.of(
                        Map.of("ratePercent", 100),
                        Map.of("upTo", 15_000, "ratePercent", 95),
                        Map.of("ratePercent", 90)),
                    "fixedCost",
                    60_000,
                    "variableUnitCost",
                    14)));
    assertEquals(10_000f, schedule.getFloat("breakEvenVolume"));
    JsonPath quote = keeper.get(contract.path() + "/price-quote?volume=18000");
    assertEquals(349_000f, quote.getFloat("total.amount"));
    assertEquals(11_000f, quote.getFloat("saving.amount"));
    assertEquals(19.39f, quote.getFloat("effectiveUnitPrice.amount"));
    assertEquals(37_000f, quote.getFloat("providerMargin.amount"));
    Response stated =
        keeper
            .call()
            .body(
                Map.of(
                    "from",
                    START.toString(),
                    "to",
                    TODAY.toString(),
                    "delivered",
                    List.of(
                        Map.of("on", START.toString(), "volume", 7_000),
                        Map.of("on", TODAY.toString(), "volume", 5_000)),
                    "paid",
                    pounds(240_000)))
            .post(contract.path() + "/price-statements");
    assertEquals(200, stated.statusCode(), stated::asString);
    JsonPath statement = stated.jsonPath();
    assertEquals(238_000f, statement.getFloat("due.amount"), "10,000 x 20 and 2,000 x 19");
    assertEquals(-2_000f, statement.getFloat("balance.amount"));
  }

  @Test
  @Order(4)
  void itIsVariedWithinTheCeilingAndNotBeyond() {
    Response refused = agree(propose(400_001));
    assertEquals(422, refused.statusCode(), refused::asString);
    assertEquals("CEILING_EXCEEDED", refused.jsonPath().getString("code"));
    Response agreed = agree(propose(395_000));
    assertEquals(200, agreed.statusCode(), agreed::asString);
    contract.isSeenAs("ACTIVE", "contractAmendment", "active", "contract.varied.v1");
    Response another =
        keeper
            .call()
            .body(
                Map.of(
                    "lotId",
                    "1",
                    "route",
                    "DIRECT",
                    "reference",
                    "CO-" + UUID.randomUUID(),
                    "title",
                    "Home care, Westmoor dale",
                    "value",
                    pounds(5_001),
                    "start",
                    TODAY.toString(),
                    "end",
                    TODAY.plusYears(1).toString(),
                    "providerId",
                    birch,
                    "reason",
                    "Nobody else has room in the dale"))
            .post(framework.path() + "/call-offs");
    assertEquals("CEILING_EXCEEDED", another.jsonPath().getString("code"));
    JsonPath report = keeper.get(framework.path() + "/agreement/report");
    assertEquals(395_000f, report.getFloat("lots[0].use.calledOff.amount"));
    assertEquals(98.75f, report.getFloat("lots[0].use.usedPercent"));
  }

  private String propose(int total) {
    JsonPath proposed =
        contract.define(
            "/variations",
            Map.of(
                "reason",
                "VOLUME",
                "description",
                "More hours on the hill",
                "effectiveDate",
                TODAY.toString(),
                "change",
                Map.of("values", Map.of("total", pounds(total)))));
    return contract.path() + "/variations/" + proposed.getString("id");
  }

  private Response agree(String variation) {
    return keeper
        .call()
        .header("If-Match", contract.etag(variation))
        .body(Map.of("partyId", contract.party(), "agreedOn", TODAY.toString()))
        .post(variation + "/agreements");
  }

  @Test
  @Order(5)
  void everyStepIsToldToOthers() {
    List<String> wanted =
        List.of(
            "admission.granted.v1",
            "agreement.settled.v1",
            "call-off.awarded.v1",
            "call-off.bid-recorded.v1",
            "call-off.opened.v1");
    Api.eventually(() -> framework.eventsAround().containsAll(wanted));
    Api.eventually(
        () ->
            contract
                .eventsAround()
                .containsAll(
                    List.of("contract-variation.in-force.v1", "price-schedule.settled.v1")));
  }
}
