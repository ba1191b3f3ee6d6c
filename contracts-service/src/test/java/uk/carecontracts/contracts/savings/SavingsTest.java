package uk.carecontracts.contracts.savings;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.YearMonth;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import uk.carecontracts.contracts.Api;
import uk.carecontracts.contracts.ContractsInfrastructure;
import uk.carecontracts.testkit.Problems;

@QuarkusTest
@ContractsInfrastructure
class SavingsTest {
  private static final YearMonth NOW = YearMonth.now(ZoneId.of("Europe/London"));
  private static final YearMonth APRIL =
      YearMonth.of(NOW.getMonthValue() >= 4 ? NOW.getYear() : NOW.getYear() - 1, 4);

  private static String programme() {
    Response programme =
        Api.keeper()
            .body(
                """
                {"name":"Programme","from":"%s","to":"%s","targets":{"%s":12000.00},"source":"=Budget"}"""
                    .formatted(
                        APRIL.atDay(1),
                        APRIL.plusMonths(11).atEndOfMonth(),
                        FinancialYears.of(APRIL)))
            .post("/v1/savings-programmes");
    programme.then().statusCode(201).body("target.amount", equalTo(12000.00f));
    return "/v1/savings-programmes/" + programme.jsonPath().getString("id");
  }

  private static String initiative(String programme, String kind, String contract) {
    Response made =
        Api.keeper()
            .body(
                """
                {"title":"Saves","kind":"%s","contractId":"%s"}"""
                    .formatted(kind, contract))
            .post(programme + "/initiatives");
    made.then().statusCode(201);
    return programme + "/initiatives/" + made.jsonPath().getString("id");
  }

  private static Response say(String initiative, String etag, String months) {
    return Api.keeper()
        .header("If-Match", etag)
        .body("{\"months\":[" + months + "]}")
        .put(initiative + "/months");
  }

  private static String delivered(String amount) {
    return "{\"month\":\"%s\",\"delivered\":%s,\"evidence\":\"Invoice 7\"}".formatted(NOW, amount);
  }

  @Test
  void savings_are_planned_worked_out_delivered_once_and_reported() {
    String contract = Api.id(Api.active("Fernleigh Ltd"));
    String programme = programme();
    String price = initiative(programme, "PRICE", contract);
    say(price, "\"1\"", "{\"month\":\"%s\",\"planned\":500}".formatted(NOW))
        .then()
        .statusCode(200)
        .header("ETag", "\"2\"");
    say(price, "\"1\"", delivered("400.00")).then().spec(Problems.problem(412, "STALE_VERSION"));
    say(price, "\"2\"", "{\"month\":\"%s\",\"delivered\":400}".formatted(NOW))
        .then()
        .spec(Problems.violation(422, "EVIDENCE_MISSING", "/months/0/evidence"));
    say(price, "\"2\"", delivered("400.00")).then().statusCode(200);

    String twin = initiative(programme, "PRICE", contract);
    say(twin, "\"1\"", delivered("1.00"))
        .then()
        .spec(Problems.problem(422, "SAVING_COUNTED_TWICE"));
    String volume = initiative(programme, "VOLUME", contract);
    say(volume, "\"1\"", delivered("6000.00"))
        .then()
        .spec(Problems.problem(422, "SAVING_ABOVE_PRICE"));
    say(volume, "\"1\"", delivered("100.00")).then().statusCode(200);

    String uplift = initiative(programme, "UPLIFT_AVOIDED", contract);
    Api.keeper()
        .header("If-Match", "\"1\"")
        .body(
            """
            {"upliftAvoided":{"askedPercent":10,"agreedPercent":4,"from":"%s","months":2}}"""
                .formatted(APRIL.plusMonths(10)))
        .post(uplift + "/computations")
        .then()
        .statusCode(200)
        .body("months", hasSize(2))
        .body("months[0].forecast", equalTo(375.00f));
    String scale = initiative(programme, "SLIDING_SCALE", contract);
    Api.keeper()
        .header("If-Match", "\"1\"")
        .body(
            """
            {"slidingScale":{"month":"%s","evidence":"Invoices 1 to 9","scale":{"agreedUnitPrice":20.00,
             "volume":180,"mode":"MARGINAL","bands":[{"upTo":100,"ratePercent":100},
             {"upTo":150,"ratePercent":95},{"ratePercent":90}]}}}"""
                .formatted(NOW))
        .post(scale + "/computations")
        .then()
        .statusCode(200)
        .body("months[0].delivered", equalTo(110.00f))
        .body("months[0].evidence", containsString("saving £110.00"));
    Api.keeper()
        .get(programme + "/report")
        .then()
        .statusCode(200)
        .body("whole.delivered.amount", equalTo(610.00f))
        .body("whole.rag", equalTo("RED"))
        .body("years[0].arithmetic", containsString("÷ 12000.00"))
        .body("initiatives", hasSize(5));
    Api.keeper()
        .get(programme + "/initiatives?limit=2")
        .then()
        .statusCode(200)
        .body("items", hasSize(2));
    Api.keeper()
        .get("/v1/savings-programmes")
        .then()
        .body("items.terms.name", hasItem("Programme"));
    String id = programme.substring(programme.lastIndexOf('/') + 1);
    Api.keeper()
        .accept("text/csv")
        .get("/v1/savings-programmes")
        .then()
        .statusCode(200)
        .contentType(equalTo("text/csv;charset=UTF-8"))
        .body(startsWith("id,name,from,to,target,currency,targetsByYear,"))
        .body(containsString(id + ",Programme,"))
        .body(
            containsString(",12000.00,GBP," + FinancialYears.of(APRIL) + " 12000.00,90,'=Budget"));
    Api.as(Api.OTHER)
        .accept("text/csv")
        .get("/v1/savings-programmes")
        .then()
        .statusCode(200)
        .body(not(containsString(id)));
    Api.as(Api.OTHER).get(programme).then().spec(Problems.problem(404, "NOT_FOUND"));
    Api.keeper()
        .header("If-Match", "\"1\"")
        .body(
            """
            {"name":"Programme","from":"2026-04-01","to":"2027-03-31","targets":{"2030-31":1}}""")
        .put(programme)
        .then()
        .spec(Problems.violation(422, "YEAR_OUTSIDE", "/targets/2030-31"));
    Api.keeper()
        .header("If-Match", "\"1\"")
        .body(
            """
            {"name":"Programme for adults","from":"2026-04-01","to":"2027-03-31",
             "targets":{"2026-27":15000.00}}""")
        .put(programme)
        .then()
        .statusCode(200)
        .body("terms.name", equalTo("Programme for adults"), "version", equalTo(2));
  }

  @Test
  void months_that_stand_twice_and_sums_nobody_saves_are_refused() {
    String initiative = initiative(programme(), "OTHER", Api.id(Api.active("Fernleigh Ltd")));
    String once = "{\"month\":\"%s\",\"planned\":1}".formatted(NOW);
    say(initiative, "\"1\"", once + "," + once)
        .then()
        .spec(Problems.violation(400, "INVALID_REQUEST", "/months/1/month"));
    say(initiative, "\"1\"", once.replace(":1", ":1000000000000"))
        .then()
        .spec(Problems.violation(400, "INVALID_REQUEST", "/months/0/planned"));
    computed(
            initiative,
            """
            {"priceSchedule":{"volumes":[{"month":"%s","volume":1},{"month":"%s","volume":2}]}}"""
                .formatted(NOW, NOW))
        .spec(Problems.violation(400, "INVALID_REQUEST", "/priceSchedule/volumes/1/month"));
    computed(
            initiative,
            """
            {"upliftAvoided":{"askedPercent":4,"agreedPercent":10,"from":"%s","months":1}}"""
                .formatted(NOW))
        .spec(Problems.violation(400, "INVALID_REQUEST", "/upliftAvoided/agreedPercent"));
  }

  private static ValidatableResponse computed(String initiative, String computation) {
    return Api.keeper()
        .header("If-Match", "\"1\"")
        .body(computation)
        .post(initiative + "/computations")
        .then();
  }

  private static void price(String contract, String from, String terms) {
    Api.keeper()
        .body("{\"validFrom\":\"%s\",\"reason\":\"Agreed\",\"terms\":%s}".formatted(from, terms))
        .post("/v1/contracts/" + contract + "/price-schedules")
        .then()
        .statusCode(201);
  }

  private static Response compute(String initiative, String computation) {
    return Api.keeper()
        .header("If-Match", Api.keeper().get(initiative).header("ETag"))
        .body(computation)
        .post(initiative + "/computations");
  }

  @Test
  void prices_of_price_schedules_are_read_by_themselves() {
    String contract = Api.id(Api.active("Fernleigh Ltd"));
    String programme = programme();
    String scale = initiative(programme, "SLIDING_SCALE", contract);
    String volumes =
        "\"volumes\":[{\"month\":\"%s\",\"volume\":800},{\"month\":\"%s\",\"volume\":1000}]"
            .formatted(APRIL.plusMonths(1), APRIL);
    compute(scale, "{\"priceSchedule\":{" + volumes + "}}")
        .then()
        .spec(Problems.problem(422, "PRICE_UNKNOWN", "No price schedule"));
    price(
        contract,
        APRIL.minusYears(1).atDay(1).toString(),
        "{\"model\":\"UNIT_RATE\",\"unit\":\"HOUR\",\"unitPrice\":21}");
    compute(scale, "{\"priceSchedule\":{" + volumes + "}}")
        .then()
        .spec(Problems.problem(422, "PRICE_UNKNOWN", "comparedWith"));
    price(
        contract,
        APRIL.atDay(1).toString(),
        """
        {"model":"SLIDING_SCALE","unit":"HOUR","unitPrice":20,"bands":[{"upTo":1000,"ratePercent":100},
         {"upTo":1500,"ratePercent":95},{"ratePercent":90}]}""");
    compute(scale, "{\"priceSchedule\":{" + volumes + "}}")
        .then()
        .statusCode(200)
        .body("months[0].forecast", equalTo(0.0f))
        .body("months[1].forecast", equalTo(1100.0f));
    String price = initiative(programme, "PRICE", contract);
    compute(
            price,
            "{\"priceSchedule\":{%s,\"comparedWith\":\"%s\"}}"
                .formatted(volumes, APRIL.minusMonths(1).atDay(1)))
        .then()
        .statusCode(200)
        .body("months[0].forecast", equalTo(1000.0f))
        .body("months[1].forecast", equalTo(1900.0f));
    price(
        contract,
        APRIL.plusMonths(2).atDay(1).toString(),
        "{\"model\":\"FIXED\",\"annualAmount\":120000}");
    compute(
            price,
            "{\"priceSchedule\":{%s}}"
                .formatted(volumes.replace(APRIL + "", APRIL.plusMonths(3) + "")))
        .then()
        .spec(Problems.problem(422, "PRICE_UNKNOWN", "The price changes on"));
    String uplift = initiative(programme, "UPLIFT_AVOIDED", contract);
    compute(
            uplift,
            "{\"upliftAvoided\":{\"askedPercent\":10,\"agreedPercent\":4,\"from\":\"%s\",\"months\":1}}"
                .formatted(APRIL.plusMonths(10)))
        .then()
        .statusCode(200)
        .body("months[0].forecast", equalTo(600.00f));
  }
}
