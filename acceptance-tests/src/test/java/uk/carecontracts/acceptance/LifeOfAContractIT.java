package uk.carecontracts.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.path.json.JsonPath;
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
 * One contract lives from its tender to its decommissioning, through the gateway; at each step the
 * register, the open contracting record and the events are read.
 */
@Order(2)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LifeOfAContractIT {
  static final String COUNCIL = "E08000003";
  private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/London"));
  private static final LocalDate START = TODAY.minusMonths(6);
  private static final LocalDate END = TODAY.plusYears(2);
  private static final StackUnderTest STACK = StackUnderTest.get();

  private final Api keeper = Api.as(STACK, Role.CONTRACTS, COUNCIL);
  private final Api providers = Api.as(STACK, Role.PROVIDERS, COUNCIL);
  private LivedContract contract = new LivedContract(STACK, keeper, "");
  private String option = "";
  private String clause = "";

  private static Map<String, Object> pounds(int amount) {
    return Map.of("amount", amount, "currency", "GBP");
  }

  @Test
  @Order(1)
  void itIsTenderedWithItsLengthWeighedAndItsOptionsDefinedUpFront() {
    Map<String, Object> terms =
        Map.ofEntries(
            Map.entry("reference", "LIFE-" + UUID.randomUUID()),
            Map.entry("title", "Day opportunities in Eastmoor"),
            Map.entry("description", "Somewhere to go and something to do, with support"),
            Map.entry("type", "BLOCK"),
            Map.entry("regime", "LIGHT_TOUCH"),
            Map.entry("procedure", "OPEN"),
            Map.entry("serviceType", "DAY_OPPORTUNITIES"),
            Map.entry("clientGroups", List.of("LEARNING_DISABILITY")),
            Map.entry("area", "Eastmoor"),
            Map.entry("permittedVariations", List.of("PRICE", "SUPPLIER_NOVATION")),
            Map.entry(
                "socialValue",
                List.of(Map.of("measure", "Apprenticeships", "target", 4, "unit", "people"))),
            Map.entry(
                "values",
                Map.of(
                    "total", pounds(900_000),
                    "annual", pounds(360_000),
                    "maximumWithExtensions", pounds(1_400_000))),
            Map.entry(
                "dates",
                Map.of("start", START.toString(), "end", END.toString(), "noticeMonths", 3)));
    String id = keeper.post(201, "/v1/contracts", terms).getString("id");
    contract = new LivedContract(STACK, keeper, id);
    String analysis =
        contract
            .add(
                "/length-analyses",
                Map.of(
                    "factors",
                    List.of(
                        factor("PROVIDER_INVESTMENT", "LONG", 60, 8),
                        factor("NEW_MODELS", "SHORT", 40, 5))))
            .getString("id");
    JsonPath decided =
        contract.act(
            "/length-analyses/" + analysis,
            "/decision",
            Map.of(
                "months",
                30,
                "extensionMonths",
                12,
                "choice",
                "LONG",
                "decidedBy",
                "Head of Commissioning",
                "decidedOn",
                TODAY.toString(),
                "reason",
                "A building must be fitted out"));
    assertEquals(4.8f, decided.getFloat("balance.forLong"));
    option =
        contract
            .define("/extension-options", Map.of("months", 12, "noticeMonths", 6))
            .getString("id");
    clause =
        contract
            .define(
                "/break-clauses",
                Map.of(
                    "heldBy",
                    "EITHER",
                    "windowFrom",
                    TODAY.plusYears(1).toString(),
                    "windowTo",
                    TODAY.plusMonths(13).toString(),
                    "noticeMonths",
                    3))
            .getString("id");
    contract.step("publish-tender", Map.of());
    contract.isSeenAs("PUBLISHED_TENDER", "tender", null, "contract.tender-published.v1");
  }

  private static Map<String, Object> factor(String code, String side, int weight, int strength) {
    return Map.of(
        "code", code,
        "direction", side,
        "weightPercent", weight,
        "strength", strength,
        "evidence", "Market engagement in spring");
  }

  @Test
  @Order(2)
  void itIsAwardedByCriteriaLinkedToItsSubjectAndAPanelWithPeople() {
    Map<String, Object> content =
        Map.of(
            "subjectMatter", "Day opportunities near where people live",
            "criteria", List.of(criterion("CARE", "QUALITY", 70), criterion("PRICE", "PRICE", 30)),
            "panel",
                List.of(
                    Map.of(
                        "role", "Commissioner", "capacity", "OFFICER", "interestsDeclared", true),
                    Map.of(
                        "role", "Expert by experience",
                        "capacity", "PERSON_WHO_USES_SERVICES",
                        "interestsDeclared", true)),
            "tenders",
                List.of(
                    Map.of(
                        "tenderer",
                        "Eastmoor Days Limited",
                        "scores",
                        List.of(
                            Map.of("criterion", "CARE", "of100", 90),
                            Map.of("criterion", "PRICE", "of100", 60)))));
    String decision =
        keeper
            .post(
                201, "/v1/award-decisions", Map.of("contractId", contract.id(), "content", content))
            .getString("id");
    JsonPath decided =
        keeper.postMatching(
            "/v1/award-decisions/" + decision,
            "decide",
            Map.of(
                "tenderer", "Eastmoor Days Limited",
                "decidedOn", TODAY.toString(),
                "decidedBy", "Cabinet Member for Adults",
                "reason", "Best care for the price"));
    assertEquals(81.0f, decided.getFloat("results[0].total"));
    contract.step(
        "award",
        Map.of(
            "suppliers", List.of(Map.of("name", "Eastmoor Days Limited", "sme", true)),
            "awardDate", TODAY.minusMonths(7).toString(),
            "signatureDate", TODAY.minusMonths(7).plusDays(14).toString()));
    contract.isSeenAs("AWARDED", "award", "pending", "contract.awarded.v1");
    Api.eventually(() -> contract.read().get("parties[0].providerId") != null);
  }

  private static Map<String, Object> criterion(String code, String kind, int weight) {
    return Map.of(
        "code", code,
        "name", code,
        "kind", kind,
        "weightPercent", weight,
        "linkToSubject", "It is what people asked for");
  }

  @Test
  @Order(3)
  void itRunsPaidForByCouncilAndPooledFundAndItsDutiesTick() {
    String fund =
        keeper
            .post(
                201,
                "/v1/funds",
                Map.of(
                    "name",
                    "Learning disability pool " + contract.id(),
                    "kind",
                    "POOLED_S75",
                    "host",
                    "The council",
                    "accountability",
                    "Joint commissioning board",
                    "validFrom",
                    START.toString(),
                    "partners",
                    List.of("The council", "Eastmoor ICB")))
            .getString("id");
    contract.add(
        "/funding",
        Map.of(
            "validFrom",
            START.toString(),
            "host",
            "The council",
            "accountability",
            "Director of Adults",
            "streams",
            List.of(
                Map.of("kind", "COUNCIL", "name", "Base budget", "sharePercent", 60),
                Map.of("kind", "POOLED_S75", "name", "Pool", "fundId", fund, "sharePercent", 40))));
    contract.step("activate", Map.of());
    contract.isSeenAs("ACTIVE", "contract", "active", "contract.activated.v1");
    correct(END.plusDays(1));
    correct(END);
    JsonPath position = keeper.get("/v1/funds/{id}/position", fund);
    assertEquals(contract.id(), position.getString("commitments[0].contractId"));
    assertTrue(position.getBoolean("overcommitted"), "nothing is paid in yet");
    String duties = contract.path() + "/duties";
    String details = "items.find { it.code == 'CONTRACT_DETAILS' }";
    Api.eventually(() -> keeper.get(duties).get(details) != null);
    JsonPath due = keeper.get(duties);
    // 120 days beginning with the day it was signed, so that day is the first of them.
    assertEquals(
        TODAY.minusMonths(7).plusDays(14 + 119).toString(), due.getString(details + ".dueOn"));
    String duty = "/v1/duties/" + due.getString(details + ".id");
    assertEquals(
        "DONE",
        keeper
            .postMatching(
                duty,
                "done",
                Map.of("doneOn", TODAY.toString(), "link", "https://example.org/notice/1"))
            .getString("status"));
    assertEquals(
        "NOT_APPLICABLE",
        due.getString("items.find { it.code == 'KPI_SETTING' }.status"),
        "light touch has no duty to set indicators");
  }

  /** The register is made to say another last day, read from what was signed. */
  private void correct(LocalDate end) {
    contract.step(
        "correct",
        Map.of(
            "reason",
            "Typing error",
            "document",
            "Particulars, item 4",
            "change",
            Map.of("dates", Map.of("end", end.toString()))));
    assertEquals(end.toString(), contract.read().getString("dates.end"));
    contract.isSeenAs("ACTIVE", "contractUpdate", "active", "contract.corrected.v1");
  }

  @Test
  @Order(4)
  void itsPriceIsSettledQuotedAndStated() {
    contract.add(
        "/price-schedules",
        Map.of(
            "validFrom", START.toString(),
            "reason", "As tendered",
            "terms",
                Map.of(
                    "model",
                    "BLOCK_AND_SPOT",
                    "unit",
                    "DAY",
                    "annualAmount",
                    292_000,
                    "blockVolume",
                    3_650,
                    "unitPrice",
                    85)));
    JsonPath quote = keeper.get(contract.path() + "/price-quote?volume=4450");
    assertEquals(360_000f, quote.getFloat("total.amount"), "292,000 and 800 days at 85");
    JsonPath statement =
        keeper
            .call()
            .body(
                Map.of(
                    "from", START.toString(),
                    "to", START.plusDays(72).toString(),
                    "delivered", List.of(Map.of("on", START.toString(), "volume", 750)),
                    "paid", pounds(60_000)))
            .post(contract.path() + "/price-statements")
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();
    assertEquals(60_100f, statement.getFloat("due.amount"), "58,400 for 73 days and 20 x 85");
    assertEquals(100f, statement.getFloat("balance.amount"));
  }

  @Test
  @Order(5)
  void somebodyIsPlacedItsPriceIsVariedAndItsSocialValueDelivered() {
    keeper.post(
        201,
        "/v1/placements",
        Map.ofEntries(
            Map.entry("reference", "PL-" + UUID.randomUUID()),
            Map.entry("contractId", contract.id()),
            Map.entry(
                "provider",
                Map.of(
                    "name",
                    "Eastmoor Days Limited",
                    "providerId",
                    contract.read().getString("parties[0].providerId"))),
            Map.entry("kind", "BLOCK"),
            Map.entry("careType", "DAY_CARE"),
            Map.entry("serviceType", "DAY_OPPORTUNITIES"),
            Map.entry("clientGroup", "LEARNING_DISABILITY"),
            Map.entry("area", "Eastmoor"),
            Map.entry("personReference", "P-48113"),
            Map.entry("weeklyPrice", Map.of("amount", 312.50, "currency", "GBP")),
            Map.entry("startDate", TODAY.minusDays(20).toString())));
    JsonPath proposed =
        contract.define(
            "/variations",
            Map.of(
                "reason",
                "PRICE",
                "description",
                "Uplift of 2 %",
                "effectiveDate",
                TODAY.toString(),
                "change",
                Map.of("values", Map.of("total", pounds(918_000)))));
    contract.act(
        "/variations/" + proposed.getString("id"),
        "/agreements",
        Map.of("partyId", contract.party(), "agreedOn", TODAY.toString()));
    contract.isSeenAs("ACTIVE", "contractAmendment", "active", "contract.varied.v1");
    assertEquals(918_000f, contract.read().getFloat("values.total.amount"));
    contract.add(
        "/social-value/deliveries",
        Map.of(
            "measure",
            "Apprenticeships",
            "quantity",
            2,
            "deliveredOn",
            TODAY.toString(),
            "evidence",
            "Payroll of October"));
    assertEquals(
        "ON_TRACK", keeper.get(contract.path() + "/social-value").getString("items[0].standing"));
    contract.add(
        "/performance-failures",
        Map.of(
            "kind",
            "BREACH",
            "requirement",
            "Two carers for each double-up visit",
            "description",
            "One carer came",
            "impact",
            "People were moved unsafely",
            "from",
            TODAY.toString(),
            "outcomes",
            List.of(
                Map.of(
                    "kind",
                    "SETTLEMENT",
                    "on",
                    TODAY.toString(),
                    "description",
                    "A week's pay returned",
                    "amount",
                    1200,
                    "basis",
                    "NEGOTIATED")),
            "decidedBy",
            "Head of commissioning",
            "decision",
            "Settled"));
  }

  @Test
  @Order(6)
  void itIsExtendedAndPassesToAnotherSupplier() {
    JsonPath taken =
        contract.act(
            "/extension-options/" + option,
            "/exercise",
            Map.of(
                "noticeGiven", TODAY.toString(),
                "decidedBy", "Director of Adults",
                "reason", "People are glad of it"));
    assertEquals(1_278_000f, taken.getFloat("exercise.newTotal.amount"), "918,000 and a year");
    contract.isSeenAs("ACTIVE", "contractAmendment", "active", "contract.extended.v1");
    assertEquals(
        END.plusDays(1).plusMonths(12).minusDays(1).toString(),
        contract.read().getString("dates.end"));
    contract.act("/break-clauses/" + clause, "/lapse", Map.of("reason", "Not needed after all"));
    String name = "Sunrise Days CIC " + UUID.randomUUID().toString().substring(0, 8);
    String provider =
        providers.post(201, "/v1/providers", Map.of("legalName", name)).getString("id");
    JsonPath novation =
        contract.define(
            "/variations",
            Map.of(
                "reason",
                "SUPPLIER_NOVATION",
                "description",
                "Eastmoor Days sells its centre",
                "effectiveDate",
                TODAY.toString(),
                "change",
                Map.of(
                    "parties",
                    List.of(Map.of("name", name, "vcse", true, "providerId", provider)))));
    String variation = "/variations/" + novation.getString("id");
    for (Object party : List.of(contract.party(), novation.getString("incoming[0].id"))) {
      contract.act(
          variation, "/agreements", Map.of("partyId", party, "agreedOn", TODAY.toString()));
    }
    assertEquals(name, contract.read().getString("parties[0].name"));
    contract.isSeenAs("ACTIVE", "contractAmendment", "active", "contract.varied.v1");
  }

  @Test
  @Order(7)
  void itsEndingIsAnnouncedAndTakenBack() {
    contract.step(
        "terminate",
        Map.of("date", TODAY.plusMonths(4).toString(), "reason", "Notice by its supplier"));
    monitoredUntil(TODAY.plusMonths(4).toString());
    assertEquals("TERMINATION", contract.read().getString("ending.kind"));
    contract.isSeenAs("ACTIVE", "contractUpdate", "active", "contract.ending-announced.v1");
    contract.step("withdraw-ending", Map.of("reason", "The supplier stays until the other opens"));
    contract.isSeenAs("ACTIVE", "contractUpdate", "active", "contract.ending-withdrawn.v1");
    monitoredUntil(contract.read().getString("dates.end"));
  }

  private void monitoredUntil(String day) {
    String plans = "/v1/monitoring-plans?contractId=" + contract.id();
    Api.eventually(() -> day.equals(keeper.get(plans).getString("items[0].endsOn")));
  }

  @Test
  @Order(8)
  void itIsDecommissionedByACompletePlanAndRemembered() {
    String plan = contract.path() + "/decommissioning-plan";
    JsonPath begun = keeper.call().body(Map.of("peopleAffected", 18)).put(plan).jsonPath();
    assertTrue(begun.getList("missing").size() > 5, "much is missing");
    int refused =
        keeper
            .call()
            .header("If-Match", contract.etag(contract.path()))
            .body(Map.of("reason", "Another centre opens"))
            .post(contract.path() + "/decommission")
            .statusCode();
    assertEquals(422, refused);
    keeper
        .call()
        .header("If-Match", contract.etag(plan))
        .body(
            Map.ofEntries(
                Map.entry("reason", "Another centre opens"),
                Map.entry("peopleAffected", 18),
                Map.entry("alternatives", List.of(Map.of("offer", "Harbour centre", "people", 18))),
                Map.entry("consultedFrom", TODAY.minusMonths(6).toString()),
                Map.entry("consultedTo", TODAY.minusMonths(5).toString()),
                Map.entry("consultationOutcome", "Transport is provided"),
                Map.entry("impact", "No group is worse off"),
                Map.entry("peopleTold", TODAY.minusMonths(4).toString()),
                Map.entry("supplierTold", TODAY.minusMonths(4).toString()),
                Map.entry("lastDay", TODAY.toString()),
                Map.entry("responsible", "Head of Commissioning")))
        .put(plan)
        .then()
        .statusCode(200);
    contract.step("decommission", Map.of("reason", "Another centre opens"));
    contract.isSeenAs(
        "DECOMMISSIONED", "contractTermination", "terminated", "contract.decommissioned.v1");
    List<String> around = contract.eventsAround();
    System.out.println("Around one contract: " + contract.events() + " and " + around);
    assertTrue(
        around.containsAll(
            List.of(
                "award-decision.decided.v1",
                "break-clause.lapsed.v1",
                "contract-funding.agreed.v1",
                "contract-length-analysis.decided.v1",
                "contract-variation.in-force.v1",
                "decommissioning-plan.carried-out.v1",
                "duty.done.v1",
                "extension-option.exercised.v1",
                "performance-failure.recorded.v1",
                "placement.started.v1",
                "price-schedule.settled.v1",
                "social-value-delivery.recorded.v1")),
        around::toString);
    JsonPath then = keeper.get("/v1/contracts?asOf={day}&area=Eastmoor", TODAY.toString());
    assertEquals("DECOMMISSIONED", then.getString("items[0].status"));
    assertTrue(
        keeper
            .get("/v1/contracts?asOf={day}", TODAY.minusDays(2).toString())
            .getList("items")
            .isEmpty());
    List<String> decisions =
        keeper.get("/v1/award-decisions/register").getList("items.decision", String.class);
    assertTrue(
        decisions.containsAll(
            List.of(
                "CONTRACT_AWARDED",
                "CONTRACT_EXTENDED",
                "CONTRACT_VARIED",
                "CONTRACT_DECOMMISSIONED",
                "CONTRACT_LENGTH_ANALYSIS_DECIDED")),
        decisions::toString);
  }
}
