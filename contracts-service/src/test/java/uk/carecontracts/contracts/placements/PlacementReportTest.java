package uk.carecontracts.contracts.placements;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static uk.carecontracts.testkit.Patience.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.carecontracts.contracts.Api;
import uk.carecontracts.contracts.ContractsInfrastructure;
import uk.carecontracts.contracts.ProviderEvents;
import uk.carecontracts.testkit.Problems;

@QuarkusTest
@ContractsInfrastructure
class PlacementReportTest extends PlacementCalls {
  @Test
  void prices_are_those_of_the_day_by_care_type_and_area() {
    LocalDate start = today.minusMonths(4);
    Response raised = started("700.00", start, "");
    started("812.40", start, "");
    started("900.00", start, "");
    started("5000.00", start, ",\"endDate\":\"" + start.plusDays(9) + "\"");
    step(
            raised,
            "change",
            "{\"from\":\"%s\",\"reason\":\"r\",\"weeklyPrice\":{\"amount\":1000,\"currency\":\"GBP\"}}"
                .formatted(today))
        .then()
        .statusCode(200);
    Api.keeper()
        .get("/v1/placements/prices?area=" + area + "&asOf=" + today.minusDays(1))
        .then()
        .body("groups", hasSize(1), "groups[0].careType", equalTo("RESIDENTIAL_HOME"))
        .body("groups[0].count", equalTo(3), "groups[0].median.amount", equalTo(812.40f))
        .body("method", containsString("(n - 1) x p"));
    Api.keeper()
        .get("/v1/placements/prices?groupBy=AREA&area=" + area)
        .then()
        .body("groups[0].median.amount", equalTo(900.00f), "groups[0].careType", nullValue())
        .body("groups[0].p90.amount", equalTo(980.00f));
    String csv =
        Api.keeper().accept("text/csv").get("/v1/placements/prices?area=" + area).asString();
    assertTrue(csv.contains("RESIDENTIAL_HOME," + area + ",3,812.40,856.20,900.00"), csv);
  }

  @Test
  void the_mix_of_spot_and_block_is_told_month_by_month() {
    Response contract = activeContract("Alder Ltd");
    LocalDate start = today.minusMonths(2).withDayOfMonth(1);
    started("600.00", start, "");
    post(body("900.00", start.plusMonths(1), ",\"contractId\":\"" + Api.id(contract) + "\"")
            .replace("\"SPOT\"", "\"BLOCK\""))
        .then()
        .statusCode(201);
    String path =
        "/v1/placements/mix?area=" + area + "&from=" + start + "&to=" + start.plusMonths(1);
    Api.keeper()
        .get(path)
        .then()
        .body("entries", hasSize(2))
        .body("entries[0].date", equalTo(start.plusMonths(1).minusDays(1).toString()))
        .body("entries[0].spotSharePercent", equalTo(100.00f))
        .body("entries[1].blockWeeklyCost.amount", equalTo(900.00f))
        .body("entries[1].spotCostSharePercent", equalTo(40.00f));
    assertTrue(
        Api.keeper().accept("text/csv").get(path).asString().contains(",1,600.00,1,900.00,"));
    Api.keeper()
        .get("/v1/placements/mix?from=2000-01-01&to=2020-01-01")
        .then()
        .spec(Problems.problem(400, "INVALID_REQUEST"));
  }

  @Test
  void dear_placements_are_flagged_by_the_threshold_of_the_day() {
    String authority = "E08000011";
    String care = "CARE_" + area.toUpperCase(java.util.Locale.ROOT).replace("-", "");
    String threshold =
        "{\"careType\":\"%s\",\"from\":\"%s\",\"weeklyAmount\":{\"amount\":850,\"currency\":\"GBP\"},\"reason\":\"Panel\"}"
            .formatted(care, today.minusDays(5));
    for (String price : List.of("800", "851.25")) {
      Api.as(authority)
          .body(body(price, today.minusDays(9), "").replace("RESIDENTIAL_HOME", care))
          .post("/v1/placements")
          .then()
          .statusCode(201);
    }
    Api.as(authority)
        .body(threshold)
        .post("/v1/placements/high-cost-thresholds")
        .then()
        .statusCode(201);
    Api.as(authority)
        .body(threshold)
        .post("/v1/placements/high-cost-thresholds")
        .then()
        .spec(Problems.problem(409, "THRESHOLD_EXISTS"));
    Api.as(authority)
        .body("{\"from\":\"2026-01-01\",\"reason\":\"r\"}")
        .post("/v1/placements/high-cost-thresholds")
        .then()
        .spec(Problems.problem(422, "THRESHOLD_INVALID"));
    Api.as(authority)
        .get("/v1/placements/high-cost?careType=" + care)
        .then()
        .body("items", hasSize(1), "items[0].excess.amount", equalTo(1.25f))
        .body("items[0].reason", containsString("Panel"));
    Api.as(authority)
        .get("/v1/placements/high-cost?careType=" + care + "&asOf=" + today.minusDays(6))
        .then()
        .body("items", hasSize(0), "careTypesWithoutThreshold", equalTo(List.of(care)));
    assertTrue(
        Api.as(authority)
            .accept("text/csv")
            .get("/v1/placements/high-cost?careType=" + care)
            .asString()
            .contains(",851.25,850.00,1.25,0.15,"));
    Api.as(authority)
        .get("/v1/placements/high-cost-thresholds")
        .then()
        .body("items[0].careType", equalTo(care));
  }

  @Test
  void a_percentile_is_of_the_care_type_whatever_part_of_it_is_looked_at() {
    String council = Api.council();
    Api.as(council)
        .body("{\"from\":\"%s\",\"percentile\":50,\"reason\":\"Upper half\"}".formatted(today))
        .post("/v1/placements/high-cost-thresholds")
        .then()
        .statusCode(201);
    Map.of("500", "A", "600", "A", "900", "B", "1000", "B")
        .forEach(
            (price, where) ->
                Api.as(council)
                    .body(body(price, today.minusDays(9), "").replace(area, area + where))
                    .post("/v1/placements")
                    .then()
                    .statusCode(201));
    Api.as(council).get("/v1/placements/high-cost").then().body("items", hasSize(2));
    Api.as(council)
        .get("/v1/placements/high-cost?area=" + area + "A")
        .then()
        .body("items", hasSize(0), "careTypesWithoutThreshold", hasSize(0));
    Api.as(council)
        .get("/v1/placements/high-cost?area=" + area + "B")
        .then()
        .body("items", hasSize(2), "items[1].threshold.amount", equalTo(750.00f));
  }

  @Test
  void prices_before_and_after_a_neighbouring_home_s_rating_fell_are_compared() throws Exception {
    UUID home = UUID.randomUUID();
    LocalDate fall = today.minusMonths(5);
    started("700.00", fall.minusDays(50), "");
    started("720.00", fall.minusDays(1), "");
    started("790.00", fall, "");
    started("810.00", fall.plusDays(60), "");
    started("999.00", fall.plusMonths(4), "");
    started("2000.00", fall.plusDays(3), ",\"locationId\":\"" + home + "\"");
    ProviderEvents.home(
        "location.rated.v1",
        home,
        3,
        "RESIDENTIAL_HOME",
        area,
        ProviderEvents.rating("GOOD", fall.minusYears(2)),
        ProviderEvents.rating("INADEQUATE", fall));
    String path = "/v1/placements/rating-falls?months=3&area=" + area;
    await().until(() -> Api.keeper().get(path).jsonPath().getList("items").size() == 1);
    Api.keeper()
        .get(path)
        .then()
        .body("items[0].from", equalTo("GOOD"), "items[0].to", equalTo("INADEQUATE"))
        .body("items[0].before.count", equalTo(2), "items[0].before.median.amount", equalTo(710.0f))
        .body("items[0].after.count", equalTo(2), "items[0].after.median.amount", equalTo(800.0f))
        .body("items[0].medianChange.amount", equalTo(90.0f))
        .body("items[0].medianChangePercent", equalTo(12.68f))
        .body("items[0].afterIsComplete", equalTo(true))
        .body("items[0].ownPlacementsLeftOut", equalTo(1), "items[0].counted", hasSize(4));
    Api.as(Api.OTHER)
        .get(path)
        .then()
        .body("items", hasSize(1), "items[0].before.count", equalTo(0));
    assertTrue(
        Api.keeper().accept("text/csv").get(path).asString().contains(",2,710.00,2,800.00,90.00,"));
    ProviderEvents.home(
        "location.rated.v1",
        home,
        4,
        "RESIDENTIAL_HOME",
        area,
        ProviderEvents.rating("GOOD", fall.minusYears(2)),
        ProviderEvents.rating("GOOD", fall));
    await().until(() -> Api.keeper().get(path).jsonPath().getList("items").isEmpty());
  }
}
