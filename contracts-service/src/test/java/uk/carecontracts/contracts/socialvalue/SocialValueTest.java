package uk.carecontracts.contracts.socialvalue;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import uk.carecontracts.contracts.Api;
import uk.carecontracts.contracts.ContractsInfrastructure;
import uk.carecontracts.testkit.Problems;

@QuarkusTest
@ContractsInfrastructure
class SocialValueTest {
  /** An authority of this test's own, so that its shares are its own. */
  private static final String COUNCIL = "E08000034";

  @Inject Clock clock;

  private static RequestSpecification keeper() {
    return Api.as(COUNCIL);
  }

  private Response awarded(String type, String total, String supplier) {
    LocalDate today = LocalDate.now(clock);
    Response draft =
        keeper()
            .body(
                Api.complete(Api.reference())
                    .replace("\"type\":\"BLOCK\"", "\"type\":\"" + type + "\"")
                    .replace("300000.00", total)
                    .replace("2026-04-01", today.minusDays(50).toString())
                    .replace("2030-03-31", today.plusDays(49).toString())
                    .replaceFirst(
                        "\\{",
                        "{\"socialValue\":[{\"measure\":\"Apprentices\",\"target\":10,\"unit\":\"people\"},{\"measure\":\"Open days\"}],"))
            .post("/v1/contracts");
    Response awarded =
        keeper()
            .header("If-Match", draft.header("ETag"))
            .body(
                "{\"awardDate\":\"%s\",\"suppliers\":[{\"name\":\"S\"%s}]}"
                    .formatted(today.minusDays(60), supplier))
            .post("/v1/contracts/" + Api.id(draft) + "/award");
    awarded.then().statusCode(200);
    return awarded;
  }

  private Response deliver(Response contract, String measure, String quantity, LocalDate day) {
    return keeper()
        .body(
            "{\"measure\":\"%s\",\"quantity\":%s,\"deliveredOn\":\"%s\",\"evidence\":\"Payroll\"}"
                .formatted(measure, quantity, day))
        .post("/v1/contracts/" + Api.id(contract) + "/social-value/deliveries");
  }

  @Test
  void what_was_promised_is_counted_against_the_days_gone_by() {
    LocalDate today = LocalDate.now(clock);
    Response contract = awarded("BLOCK", "300000.00", ",\"sme\":true,\"vcse\":true");
    awarded("BLOCK", "100000.00", ",\"sme\":false");
    awarded("BLOCK", "100000.00", "");
    awarded("FRAMEWORK", "9000000.00", ",\"sme\":true");
    String path = "/v1/contracts/" + Api.id(contract) + "/social-value";
    deliver(contract, "Trees", "1", today.plusDays(1))
        .then()
        .spec(Problems.violation(422, "DELIVERY_NOT_COUNTED", "/measure"))
        .body("violations", hasSize(2));
    deliver(contract, "Apprentices", "4", today).then().statusCode(201);
    keeper()
        .get(path)
        .then()
        .body("items[0].expectedByNow", equalTo(5.00f), "items[0].standing", equalTo("BEHIND"))
        .body("items[0].percent", equalTo(40.00f))
        .body("items[1].standing", equalTo("NO_TARGET"));
    Response more = deliver(contract, "Apprentices", "6.5", today);
    keeper().get(path).then().body("items[0].standing", equalTo("DELIVERED"));
    keeper()
        .get(path + "/deliveries/" + Api.id(more))
        .then()
        .statusCode(200)
        .body("quantity", equalTo(6.5f), "evidence", equalTo("Payroll"));
    keeper()
        .header("If-Match", more.header("ETag"))
        .body("{\"reason\":\"Counted twice\"}")
        .post(path + "/deliveries/" + Api.id(more) + "/withdraw")
        .then()
        .statusCode(200)
        .body("version", equalTo(2));
    deliver(contract, "Apprentices", "1", today).then().statusCode(201);
    keeper()
        .get(path)
        .then()
        .body("items[0].standing", equalTo("ON_TRACK"), "items[0].delivered", equalTo(5.0f))
        .body("items[0].deliveries", hasSize(3));
    Api.as(Api.OTHER).get(path).then().spec(Problems.problem(403, "WRONG_AUTHORITY"));

    keeper()
        .get("/v1/social-value")
        .then()
        .statusCode(200)
        .body("commitments[0].measure", equalTo("Apprentices"))
        .body("commitments[0].contracts", equalTo(4), "commitments[0].target", equalTo(40))
        .body("commitments[0].percent", equalTo(12.50f))
        .body("suppliers.kind", equalTo(java.util.List.of("SME", "VCSE", "NEITHER", "NOT_STATED")))
        .body("suppliers.contracts", equalTo(java.util.List.of(2, 1, 1, 1)))
        .body("suppliers[0].value.amount", equalTo(300000.00f))
        .body("suppliers[0].valuePercent", equalTo(60.00f))
        .body("suppliers[1].contractsPercent", equalTo(25.00f));
    String csv = keeper().accept("text/csv").get("/v1/social-value").then().extract().asString();
    assertTrue(csv.contains("commitment,Apprentices,people,4,40,5,,12.50,"), csv);
    assertTrue(csv.contains("suppliers,SME,,2,,,300000.00,60.00,0.00"), csv);
  }
}
