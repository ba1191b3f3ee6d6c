package uk.carecontracts.acceptance;

import io.restassured.path.json.JsonPath;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import uk.carecontracts.stack.infrastructure.Role;

/** A stack on which a little of everything has happened, all of it to one authority. */
final class BusyStack {
  /** The authority that owns what happened. */
  static final String OWNER = "E08000009";

  /** An authority that owns none of it. */
  static final String STRANGER = "E08000007";

  private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/London"));
  private static final Map<String, String> MAIN = new ConcurrentHashMap<>();
  private static boolean lived;

  private final Api contracts;
  private final Api providers;
  private final Api monitoring;
  private final StackUnderTest stack;

  private BusyStack(StackUnderTest stack) {
    this.stack = stack;
    this.contracts = Api.as(stack, Role.CONTRACTS, OWNER);
    this.providers = Api.as(stack, Role.PROVIDERS, OWNER);
    this.monitoring = Api.as(stack, Role.MONITORING, OWNER);
  }

  /** Lets it happen, once for all tests. */
  static synchronized void on(StackUnderTest stack) {
    if (!lived) {
      new BusyStack(stack).live();
      lived = true;
    }
  }

  /** The one of a list that most happened to, such as of {@code /v1/providers}. */
  static Optional<String> mainOf(String list) {
    return Optional.ofNullable(MAIN.get(list));
  }

  private void live() {
    importFiles();
    subscribe();
    cancelledTender();
    String contract = activeContract();
    UUID provider = UUID.fromString(contracts.get(contract).getString("parties[0].providerId"));
    MAIN.put("/v1/contracts", contract.substring(contract.lastIndexOf('/') + 1));
    MAIN.put("/v1/providers", provider.toString());
    vary(contract, "Care at home, north and west", true);
    vary(contract, "Care at home, everywhere", false);
    judge("/v1/providers/" + provider);
    rate(provider);
    hand(contract.substring(contract.lastIndexOf('/') + 1), provider);
    market(provider);
    watch(contract.substring(contract.lastIndexOf('/') + 1), provider);
    BusyOffice.on(
        stack, OWNER, contract.substring(contract.lastIndexOf('/') + 1), provider.toString());
    contracts.postMatching(
        contract,
        "terminate",
        Map.of("date", TODAY.toString(), "reason", "Handed back by agreement"));
  }

  /** Nobody listens at the address, which is all the walk needs: a subscription to reach for. */
  private void subscribe() {
    for (String service : List.of("contracts", "providers", "monitoring")) {
      contracts.post(
          201,
          "/v1/webhooks/" + service,
          Map.of("url", "http://127.0.0.1:9/hook", "types", List.of("walk.*")));
    }
  }

  private void importFiles() {
    Files.notices()
        .forEach(
            (gss, file) ->
                Api.as(stack, Role.CONTRACTS, gss)
                    .imported("/v1/contract-imports?format=CONTRACTS_FINDER_NOTICES", file));
    contracts.imported(
        "/v1/contract-imports?format=OCDS_RELEASE_PACKAGE&authority=" + OWNER, Files.ocdsPackage());
    providers.imported(
        "/v1/provider-imports?format=CQC_CARE_HOMES&snapshotDate=2024-06-01",
        Files.fixture("care-homes-2024-06-01.csv"));
  }

  private void cancelledTender() {
    String tender = draft("Advocacy for carers");
    contracts.postMatching(tender, "publish-tender", Map.of());
    contracts.postMatching(
        tender,
        "cancel",
        Map.of("date", TODAY.toString(), "reason", "Too few tenders met the threshold"));
  }

  private String activeContract() {
    String contract = draft("Care at home, north");
    contracts.postMatching(contract, "publish-tender", Map.of());
    contracts.postMatching(
        contract,
        "award",
        Map.of(
            "suppliers", List.of(Map.of("name", "Bridgewater Homecare Limited")),
            "awardDate", TODAY.minusMonths(7).toString()));
    Api.eventually(() -> contracts.get(contract).get("parties[0].providerId") != null);
    contracts.postMatching(contract, "activate", Map.of());
    return contract;
  }

  private String draft(String title) {
    Map<String, Object> terms =
        Map.of(
            "reference",
            "WALK-" + UUID.randomUUID(),
            "title",
            title,
            "description",
            "Support in people's own homes",
            "type",
            "BLOCK",
            "procedure",
            "OPEN",
            "serviceType",
            "HOME_CARE",
            "values",
            Map.of("total", Map.of("amount", 349000, "currency", "GBP")),
            "dates",
            Map.of(
                "start", TODAY.minusMonths(6).toString(),
                "end", TODAY.plusYears(2).toString()));
    return "/v1/contracts/" + contracts.post(201, "/v1/contracts", terms).getString("id");
  }

  private void vary(String contract, String title, boolean agreed) {
    JsonPath read = contracts.get(contract);
    String etag = contracts.call().get(contract).header("ETag");
    Map<String, Object> proposal =
        Map.of(
            "reason",
            "REQUIREMENT_CHANGE",
            "description",
            "More people than expected need it",
            "effectiveDate",
            TODAY.toString(),
            "change",
            Map.of("title", title));
    String variation =
        contracts
            .call()
            .header("If-Match", etag)
            .body(proposal)
            .post(contract + "/variations")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    if (agreed) {
      contracts.postMatching(
          contract + "/variations/" + variation,
          "agreements",
          Map.of("partyId", read.getString("parties[0].id"), "agreedOn", TODAY.toString()));
    }
  }

  private void judge(String provider) {
    providers.post(
        201,
        provider + "/accreditations",
        Map.of(
            "serviceType",
            "HOME_CARE",
            "level",
            1,
            "evidence",
            List.of(Map.of("title", "Inspection report and references")),
            "reviewer",
            "Quality team",
            "validFrom",
            TODAY.toString(),
            "expiresOn",
            TODAY.plusYears(1).toString()));
    providers.post(
        201,
        provider + "/suspensions",
        Map.of(
            "reason", "Too few staff for new work",
            "startsOn", TODAY.toString(),
            "endsOn", TODAY.plusMonths(2).toString(),
            "replyBy", TODAY.plusMonths(1).toString()));
  }

  /** What the authority says to its market, agrees with it and invests in it. */
  private void market(UUID provider) {
    providers.post(
        201,
        "/v1/cost-models",
        Map.of(
            "providerId",
            provider.toString(),
            "serviceType",
            "HOME_CARE",
            "lineSet",
            "HOMECARE_18_PLUS",
            "basis",
            "PER_UNIT",
            "livingWagePercent",
            80,
            "pricesAsOf",
            TODAY.toString(),
            "lines",
            List.of(Map.of("code", "DIRECT_CARE", "amount", 16.5)),
            "source",
            "Open-book exercise"));
    providers.post(
        201,
        "/v1/market-position-statements",
        Map.of(
            "title",
            "Care at home",
            "summary",
            "More care at home",
            "contact",
            "care.market@example.org",
            "areas",
            List.of(OWNER),
            "from",
            TODAY.toString(),
            "to",
            TODAY.plusYears(3).toString()));
    providers.post(
        201,
        "/v1/engagements",
        Map.of(
            "record",
            Map.of(
                "kind", "FORUM",
                "title", "Homecare forum",
                "heldOn", TODAY.toString(),
                "providers", List.of(provider.toString()),
                "notes", "Travel time"),
            "actions",
            List.of(
                Map.of(
                    "what", "Map the rounds",
                    "owner", "Market team",
                    "dueOn", TODAY.plusMonths(1).toString()))));
    providers.post(
        201,
        "/v1/innovation-proposals",
        Map.of(
            "providerId", provider.toString(),
            "kind", "TECHNOLOGY",
            "title", "Care at night",
            "description", "Sensors in place of waking checks"));
    providers.post(
        201,
        "/v1/innovation-funds",
        Map.of("name", "Invest to save", "purpose", "Ideas that pay back"));
  }

  private void rate(UUID provider) {
    String location =
        providers
            .post(
                201,
                "/v1/locations",
                Map.of(
                    "providerId", provider.toString(),
                    "name", "Registered branch",
                    "careType", "HOMECARE",
                    "area", OWNER,
                    "postcode", "M33 1AA"))
            .getString("id");
    for (String overall : List.of("GOOD", "INADEQUATE")) {
      int months = overall.equals("GOOD") ? 8 : 1;
      providers.post(
          201,
          "/v1/locations/" + location + "/ratings",
          Map.of(
              "regulator",
              "CQC",
              "overall",
              overall,
              "reportDate",
              TODAY.minusMonths(months).toString()));
    }
  }

  private void hand(String contract, UUID provider) {
    String plans = "/v1/monitoring-plans?contractId=" + contract;
    Api.eventually(() -> monitoring.get(plans).getList("items").size() == 1);
    JsonPath plan =
        monitoring.get("/v1/monitoring-plans/" + monitoring.get(plans).getString("items[0].id"));
    MAIN.put("/v1/monitoring-plans", plan.getString("id"));
    List<Map<String, Object>> indicators = plan.getList("indicators");
    List<Map<String, Object>> observations =
        indicators.stream()
            .map(i -> Map.<String, Object>of("indicator", i.get("code"), "value", i.get("target")))
            .toList();
    JsonPath submitted =
        Api.asProvider(stack, OWNER, provider)
            .post(
                201,
                "/v1/returns",
                Map.of(
                    "planId", plan.getString("id"),
                    "periodStart", plan.getString("periods[0].periodStart"),
                    "periodEnd", plan.getString("periods[0].periodEnd"),
                    "observations", observations,
                    "submit", true));
    monitoring.postMatching("/v1/returns/" + submitted.getString("id"), "approve", Map.of());
    Api.eventually(() -> monitoring.call().get("/v1/scorecards/" + contract).statusCode() == 200);
  }

  private void watch(String contract, UUID provider) {
    MAIN.put("/v1/risk/providers", provider.toString());
    monitoring.post(
        201,
        "/v1/risk/providers/" + provider + "/financial-standings",
        Map.of(
            "standing", "ADEQUATE",
            "assessedOn", TODAY.minusMonths(1).toString(),
            "source", "FILED_ACCOUNTS",
            "summary", "Small surplus"));
    String concern =
        monitoring
            .post(
                201,
                "/v1/concerns",
                Map.of(
                    "contractId", contract,
                    "kind", "QUALITY",
                    "severity", "MODERATE",
                    "source", "STAFF",
                    "summary", "Rotas are made a day ahead"))
            .getString("id");
    monitoring.postMatching("/v1/concerns/" + concern, "close", Map.of("outcome", "Put right"));
    monitoring.post(201, "/v1/assessments", Map.of("contractId", contract));
    monitoring.post(
        201,
        "/v1/action-plans",
        Map.of(
            "contractId",
            contract,
            "actions",
            List.of(
                Map.of(
                    "shortfall", "Rotas",
                    "action", "Plan two weeks ahead",
                    "owner", "Registered manager",
                    "dueOn", TODAY.plusMonths(2).toString()))));
    feedback(contract);
    strategy(contract);
    monitoring.post(
        201,
        "/v1/contract-reviews",
        Map.of("contractId", contract, "plannedFor", TODAY.plusDays(7).toString()));
  }

  private void feedback(String contract) {
    monitoring.post(
        201,
        "/v1/feedback-form",
        Map.of(
            "authority",
            OWNER,
            "contractId",
            contract,
            "score",
            2,
            "text",
            "Mrs Thompson is always late"));
    Map<String, Object> said =
        Map.of(
            "contractId", contract,
            "from", "FAMILY_OR_CARER",
            "channel", "PHONE",
            "text", "A different carer every week");
    String id = monitoring.post(201, "/v1/feedback", said).getString("id");
    monitoring.postMatching("/v1/feedback/" + id, "response", Map.of("response", "We asked"));
    monitoring.postMatching(
        "/v1/feedback/" + id,
        "publication",
        Map.of("youSaid", "Carers change too often", "weDid", "Small teams"));
  }

  private void strategy(String contract) {
    Map<String, Object> measure =
        Map.of(
            "indicator", "FEELING_SAFE",
            "title", "People feel safe",
            "level", "SERVICE",
            "unit", "PERCENT",
            "direction", "HIGHER_IS_BETTER",
            "target", 90,
            "tolerance", 5,
            "weight", 1);
    Map<String, Object> outcome =
        Map.of(
            "code",
            "SAFE",
            "title",
            "Safe at home",
            "measures",
            List.of(measure),
            "contracts",
            List.of(contract));
    monitoring.post(
        201,
        "/v1/strategies",
        Map.of(
            "clientGroup",
            "OLDER_PEOPLE",
            "title",
            "Growing older well",
            "startsOn",
            TODAY.minusYears(1).toString(),
            "endsOn",
            TODAY.plusYears(4).toString(),
            "priorities",
            List.of(Map.of("code", "SAFETY", "title", "Safety", "outcomes", List.of(outcome)))));
  }
}
