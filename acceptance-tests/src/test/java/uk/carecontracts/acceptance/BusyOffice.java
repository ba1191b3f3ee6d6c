package uk.carecontracts.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import uk.carecontracts.stack.infrastructure.Role;

/** What an authority plans, saves, forecasts, publishes and pays for: one of each kind. */
record BusyOffice(
    Api contracts,
    Api providers,
    Api monitoring,
    String authority,
    String contract,
    String provider) {
  private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/London"));

  /**
   * Does it all.
   *
   * @param contract id of an active contract of the authority
   * @param provider id of its provider's record
   */
  static void on(StackUnderTest stack, String authority, String contract, String provider) {
    BusyOffice office =
        new BusyOffice(
            Api.as(stack, Role.CONTRACTS, authority),
            Api.as(stack, Role.PROVIDERS, authority),
            Api.as(stack, Role.MONITORING, authority),
            authority,
            contract,
            provider);
    office.terms();
    office.failure();
    office.prices();
    office.plans();
    office.savings();
    office.payments();
    office.market();
    office.outcomes();
  }

  private String path() {
    return "/v1/contracts/" + contract;
  }

  private void terms() {
    String part = path() + "/extension-options";
    Map<String, Object> option = Map.of("months", 12, "noticeMonths", 6, "clause", "4.2");
    contracts.postMatching(201, path(), part, option);
    contracts.postMatching(
        201,
        path(),
        path() + "/break-clauses",
        Map.of(
            "heldBy",
            "EITHER",
            "clause",
            "4.3",
            "windowFrom",
            TODAY.plusMonths(10).toString(),
            "windowTo",
            TODAY.plusMonths(12).toString(),
            "noticeMonths",
            3));
    contracts.post(
        201,
        path() + "/length-analyses",
        Map.of(
            "factors",
            List.of(
                Map.of(
                    "code", "PROVIDER_INVESTMENT",
                    "direction", "LONG",
                    "weightPercent", 60,
                    "strength", 9,
                    "evidence", "A new office in the district"),
                Map.of(
                    "code", "NEW_MODELS",
                    "direction", "SHORT",
                    "weightPercent", 40,
                    "strength", 4,
                    "evidence", "The pilot of small teams runs"))));
    contracts.post(
        201,
        path() + "/exemptions",
        Map.of(
            "field", "DESCRIPTION",
            "ground", "FOI_S43",
            "reason", "A neighbour's tender is open",
            "until", TODAY.plusMonths(6).toString()));
    contracts.post(201, "/v1/contracts/register-snapshots", Map.of());
    contracts.post(
        201,
        "/v1/saved-searches",
        Map.of("name", "Care at home", "query", "serviceType=HOME_CARE&status=ACTIVE"));
  }

  private void failure() {
    Map<String, Object> settlement =
        Map.of(
            "kind", "SETTLEMENT",
            "on", TODAY.toString(),
            "description", "A week's pay returned",
            "amount", 1200,
            "basis", "NEGOTIATED");
    contracts.post(
        201,
        path() + "/performance-failures",
        Map.of(
            "kind", "BREACH",
            "requirement", "Two carers for each double-up visit",
            "description", "One carer came",
            "impact", "People were moved unsafely",
            "from", TODAY.toString(),
            "outcomes", List.of(settlement),
            "decidedBy", "Head of commissioning",
            "decision", "Settled"));
  }

  private void prices() {
    Map<String, Object> wage = Map.of("index", "NLW", "weightPercent", 70);
    Map<String, Object> prices = Map.of("index", "CPI", "weightPercent", 30);
    Map<String, Object> clause = Map.of("components", List.of(wage, prices), "capPercent", 6);
    String etag = contracts.call().get(path()).header("ETag");
    contracts
        .call()
        .header("If-Match", etag)
        .body(clause)
        .put(path() + "/uplift-clause")
        .then()
        .statusCode(200);
    contracts.post(
        201,
        "/v1/uplift-simulations",
        Map.of(
            "name",
            "Next April",
            "effectiveDate",
            TODAY.toString(),
            "ownClauses",
            true,
            "clauses",
            List.of(
                Map.of(
                    "name",
                    "Living wage",
                    "terms",
                    Map.of(
                        "components",
                        List.of(
                            Map.of(
                                "index", "NLW", "weightPercent", 100, "movementPercent", 4)))))));
  }

  private void plans() {
    String project =
        contracts
            .post(
                201,
                "/v1/commissioning-projects",
                Map.of(
                    "title", "Care at home from next year but one",
                    "description", "Support at home, with reablement first",
                    "serviceType", "HOME_CARE",
                    "clientGroups", List.of("OLDER_PEOPLE"),
                    "estimatedTotal", Map.of("amount", 4000000, "currency", "GBP"),
                    "start", TODAY.plusYears(2).toString(),
                    "end", TODAY.plusYears(6).toString()))
            .getString("id");
    String at = "/v1/commissioning-projects/" + project;
    contracts
        .call()
        .header("If-Match", contracts.call().get(at).header("ETag"))
        .body(appraisal())
        .put(at + "/options-appraisal")
        .then()
        .statusCode(200);
  }

  private static Map<String, Object> appraisal() {
    return Map.of(
        "decidedBy",
        "Cabinet",
        "appraisal",
        Map.of(
            "criteria",
            List.of(
                Map.of("code", "QUALITY", "title", "Quality", "weight", 60),
                Map.of("code", "PRICE", "title", "Price", "weight", 40)),
            "options",
            List.of(
                Map.of(
                    "code", "OWN",
                    "title", "Own service",
                    "delivery", "IN_HOUSE",
                    "scores", Map.of("QUALITY", 7, "PRICE", 4)),
                Map.of(
                    "code", "BUY",
                    "title", "Contract",
                    "delivery", "OUTSOURCED",
                    "scores", Map.of("QUALITY", 6, "PRICE", 8))),
            "chosen",
            "BUY"));
  }

  private void savings() {
    int year = TODAY.getMonthValue() < 4 ? TODAY.getYear() - 1 : TODAY.getYear();
    String financialYear = "%d-%02d".formatted(year, (year + 1) % 100);
    String programme =
        contracts
            .post(
                201,
                "/v1/savings-programmes",
                Map.of(
                    "name", "Better care for less",
                    "from", LocalDate.of(year, 4, 1).toString(),
                    "to", LocalDate.of(year + 1, 3, 31).toString(),
                    "targets", Map.of(financialYear, 12000),
                    "source", "Budget"))
            .getString("id");
    contracts.post(
        201,
        "/v1/savings-programmes/" + programme + "/initiatives",
        Map.of("title", "Longer rounds", "kind", "PRICE", "contractId", contract));
  }

  private void payments() {
    take(
        contracts,
        "/v1/spend-imports?format=LGA_SPEND",
        table(
            "BeneficiaryName,PaymentDate,Amount,TransactionNumber",
            "Bridgewater Homecare Limited," + TODAY.minusMonths(1) + ",12000.50,T1",
            "Nobody we know Ltd," + TODAY.minusMonths(1) + ",7000.00,T2"));
    take(
        contracts,
        "/v1/placement-imports?format=PLACEMENTS_CSV",
        table(
            "reference,provider,kind,careType,serviceType,clientGroup,area,"
                + "personReference,weeklyPrice,hoursPerWeek,startDate",
            "PL-1,Northvale Support Limited,SPOT,HOMECARE,HOME_CARE,OLDER_PEOPLE,%s,P-1001,"
                    .formatted(authority)
                + "310.00,14,"
                + TODAY.minusMonths(2)));
  }

  private void market() {
    take(
        providers,
        "/v1/population-cohort-imports?source=Projections",
        table(
            "area,ageBand,2030,2031",
            authority + ",85+,5000,5200",
            authority + ",65-84,20000,20000"));
    providers.post(
        201,
        "/v1/demand-forecasts",
        Map.of(
            "name",
            "Care at home",
            "serviceType",
            "HOME_CARE",
            "unit",
            "HOURS_PER_WEEK",
            "note",
            "First",
            "assumptions",
            Map.of(
                "firstYear",
                2030,
                "lastYear",
                2031,
                "areas",
                List.of(authority),
                "populationSource",
                "Projections",
                "rates",
                List.of(
                    Map.of(
                        "ageBand",
                        "85+",
                        "perThousand",
                        62.5,
                        "unitsPerPerson",
                        520,
                        "source",
                        "Cases")))));
    String owner =
        providers
            .post(
                201,
                "/v1/providers",
                Map.of("legalName", "Bridgewater Group Holdings Limited", "kind", "COMPANY"))
            .getString("id");
    providers.post(
        201,
        "/v1/providers/" + provider + "/ownerships",
        Map.of(
            "parentId", owner,
            "kind", "OWNER",
            "validFrom", "2020-01-01",
            "evidence", "Accounts"));
    statement();
  }

  private void statement() {
    String id =
        providers
            .post(
                201,
                "/v1/market-position-statements",
                Map.of(
                    "title",
                    "Care at home and in homes",
                    "summary",
                    "We want to buy more care at home.",
                    "contact",
                    "care.market@example.org",
                    "areas",
                    List.of(authority),
                    "from",
                    TODAY.toString(),
                    "to",
                    TODAY.plusYears(3).toString(),
                    "sections",
                    Stream.of("NEEDS", "SUPPLY", "FORECAST", "PRICES", "PIPELINE", "INTENTIONS")
                        .map(code -> Map.of("code", code, "text", "What we know and want."))
                        .toList(),
                    "intentions",
                    List.of(
                        Map.of(
                            "service", "Care at home",
                            "direction", "MORE",
                            "statement", "Rounds in the north of the borough",
                            "by", "April 2028"))))
            .getString("id");
    String path = "/v1/market-position-statements/" + id;
    providers.postMatching(
        200, path + "/draft", path + "/publish", Map.of("changeNote", "First edition"));
  }

  private void outcomes() {
    monitoring.post(
        201,
        "/v1/payment-by-results/models",
        Map.of(
            "contractId",
            contract,
            "startsOn",
            TODAY.minusMonths(6).toString(),
            "terms",
            Map.of(
                "annualFee",
                400000,
                "atRiskPercent",
                20,
                "outcomes",
                List.of(
                    Map.of(
                        "name", "At home",
                        "weightPercent", 100,
                        "baseline", 45,
                        "target", 60,
                        "method", "LINEAR")))));
    take(
        monitoring,
        "/v1/visit-imports?format=VISITS_CSV",
        table(
            "visitId,contractReference,person,plannedStart,plannedMinutes,status",
            "V-1,%s,P-1001,%sT08:00:00Z,30,MISSED"
                .formatted(contracts.get(path()).getString("reference"), TODAY.minusDays(3))));
  }

  private static void take(Api api, String imports, byte[] table) {
    JsonPath job = api.imported(imports, table);
    assertEquals(0, job.getInt("rows.rejected"), job::prettify);
  }

  private static byte[] table(String... lines) {
    return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
  }
}
