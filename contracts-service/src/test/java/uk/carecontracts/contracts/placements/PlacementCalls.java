package uk.carecontracts.contracts.placements;

import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import uk.carecontracts.contracts.Api;

/** Placements in an area of their own, as the tests of this package make them. */
abstract class PlacementCalls {
  @Inject Clock clock;

  LocalDate today;
  String area;

  @BeforeEach
  void anAreaOfItsOwn() {
    today = LocalDate.now(clock);
    area = "T" + UUID.randomUUID().toString().substring(0, 8);
  }

  String body(String price, LocalDate start, String more) {
    return """
        {"provider":{"name":"Alder Ltd"},"kind":"SPOT","careType":"RESIDENTIAL_HOME",
         "serviceType":"RESIDENTIAL_CARE","clientGroup":"OLDER_PEOPLE","area":"%s",
         "personReference":"P-%s","weeklyPrice":{"amount":%s,"currency":"GBP"},
         "startDate":"%s"%s}"""
        .formatted(area, UUID.randomUUID(), price, start, more);
  }

  static Response post(String body) {
    return Api.keeper().body(body).post("/v1/placements");
  }

  Response started(String price, LocalDate start, String more) {
    Response started = post(body(price, start, more));
    started.then().statusCode(201);
    return started;
  }

  static Response step(Response before, String verb, String body) {
    return Api.keeper()
        .header("If-Match", before.header("ETag"))
        .body(body)
        .post("/v1/placements/" + Api.id(before) + "/" + verb);
  }

  Response activeContract(String supplier) {
    Response draft =
        Api.draft(
            Api.complete(Api.reference())
                .replace("2026-04-01", today.minusYears(1).toString())
                .replace("2030-03-31", today.plusYears(2).toString()));
    Response awarded = Api.step(draft, "award", Api.award(supplier));
    Response active = Api.step(awarded, "activate", null);
    active.then().statusCode(200);
    return active;
  }
}
