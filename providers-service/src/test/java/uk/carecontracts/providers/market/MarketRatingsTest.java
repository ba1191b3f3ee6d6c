package uk.carecontracts.providers.market;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static uk.carecontracts.testkit.Problems.violation;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MarketRatingsTest extends MarketTest {

  @Test
  void ratingsAreCountedOnTheDayAndTheirMovesBetweenTwo() {
    String area = area();
    UUID firm = registered(Map.of("legalName", unique("Ltd")));
    UUID falls = home(area, firm, 10, "53.4", "-2.3");
    UUID rises = home(area, firm, 10, "53.4", "-2.3");
    UUID unrated = home(area, firm, 10, "53.4", "-2.3");
    rate(falls, "GOOD", "2021-01-10");
    rate(falls, "INADEQUATE", "2023-01-10");
    rate(rises, "REQUIRES_IMPROVEMENT", "2021-01-10");
    rate(rises, "OUTSTANDING", "2023-02-10");
    reader()
        .get("/v1/market/ratings?asOf=2022-01-01&area=" + area)
        .then()
        .body("locations", equalTo(3))
        .body("goodOrBetterPercent", equalTo(50))
        .body("ratings.rating", equalTo(List.of("GOOD", "REQUIRES_IMPROVEMENT", "UNKNOWN")));
    reader()
        .get("/v1/market/rating-movements?from=2022-01-01&to=2024-01-01&area=" + area)
        .then()
        .body("rose", equalTo(1))
        .body("fell", equalTo(1))
        .body(
            "cells.find { it.from == 'GOOD' && it.to == 'INADEQUATE' }.counted",
            equalTo(ids(falls)))
        .body("cells.find { it.from == 'UNKNOWN' }.counted", equalTo(ids(unrated)));
    reader()
        .get("/v1/market/rating-movements?from=2000-01-01&to=2022-01-01&area=" + area)
        .then()
        .body("cells.from.unique()", equalTo(List.of("NOT_OPEN")));
    reader()
        .accept("text/csv")
        .get("/v1/market/rating-movements?from=2022-01-01&area=" + area)
        .then()
        .body(containsString("GOOD,INADEQUATE,FELL,1," + falls));
    reader()
        .get("/v1/market/rating-movements")
        .then()
        .spec(violation(400, "INVALID_REQUEST", "from"));
  }
}
