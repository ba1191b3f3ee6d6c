package uk.carecontracts.contracts.pipeline;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.carecontracts.contracts.Api;
import uk.carecontracts.contracts.ContractsInfrastructure;
import uk.carecontracts.testkit.Problems;

@QuarkusTest
@ContractsInfrastructure
class PipelineOrderTest {
  /** A council of this test's own, whose policy it changes. */
  private static final String COUNCIL = "E06000029";

  private static final ObjectMapper JSON = new ObjectMapper();

  private static String ending(LocalDate end, String total) {
    Response draft =
        Api.as(COUNCIL)
            .body(
                Api.complete(Api.reference())
                    .replace("2026-04-01", "2024-04-01")
                    .replace("2030-03-31", end.toString())
                    .replace(",\"review\":\"2028-04-01\"", "")
                    .replace("300000.00", total))
            .post("/v1/contracts");
    Response awarded =
        Api.as(COUNCIL)
            .header("If-Match", draft.header("ETag"))
            .body(Api.award("Fernleigh Ltd"))
            .post("/v1/contracts/" + Api.id(draft) + "/award");
    awarded.then().statusCode(200);
    return Api.id(draft);
  }

  private static void ownPolicy() throws Exception {
    Response policy = Api.as(COUNCIL).get("/v1/forward-plan/policy");
    ObjectNode terms = (ObjectNode) JSON.readTree(policy.asString()).path("terms");
    terms.put("majorFrom", 500_000);
    Api.as(COUNCIL)
        .header("If-Match", policy.header("ETag"))
        .body(terms.toString())
        .put("/v1/forward-plan/policy")
        .then()
        .statusCode(200);
  }

  private static List<Map<String, Object>> walk(String list) {
    List<Map<String, Object>> items = new ArrayList<>();
    @Nullable String cursor = null;
    do {
      JsonPath page =
          given()
              .get(list + (cursor == null ? "" : "&cursor=" + cursor))
              .then()
              .statusCode(200)
              .extract()
              .jsonPath();
      items.addAll(page.getList("items"));
      cursor = page.getString("next");
    } while (cursor != null);
    return items;
  }

  private static List<Object> ids(List<Map<String, Object>> items) {
    return items.stream().map(item -> item.get("id")).toList();
  }

  @Test
  void the_order_by_expected_tender_has_everything_once_whoever_ends_first() throws Exception {
    LocalDate today = LocalDate.now(ZoneId.of("Europe/London"));
    String small = ending(today.plusMonths(12), "90000.00");
    String major = ending(today.plusMonths(15), "600000.00");
    String far = ending(today.plusYears(9), "90000.00");
    String moved = ending(today.plusYears(7), "90000.00");
    String sameDay = ending(today.plusMonths(12), "90000.00");
    ownPolicy();
    Response plan = Api.as(COUNCIL).get("/v1/forward-plan/contracts/" + moved);
    Api.as(COUNCIL)
        .header("If-Match", plan.header("ETag"))
        .body(
            "{\"decision\":\"END\",\"milestone\":\"TENDER_NOTICE\",\"to\":\"%s\",\"reason\":\"Sooner\"}"
                .formatted(today.plusDays(10)))
        .post("/v1/forward-plan/contracts/" + moved + "/moves")
        .then()
        .statusCode(200);
    String mine = "/v1/register/pipeline?authority=" + COUNCIL;
    List<Map<String, Object>> tendered = walk(mine + "&sort=tenderExpected&limit=1");
    assertEquals(List.of(moved, major, small, sameDay, far), ids(tendered));
    assertEquals(
        tendered.stream().map(item -> item.get("tenderExpected").toString()).sorted().toList(),
        tendered.stream().map(item -> item.get("tenderExpected").toString()).toList());
    assertEquals(
        List.of(small, sameDay, major, moved, far), ids(walk(mine + "&limit=2")), "by their ends");
    String forged =
        new String(
                Base64.getUrlDecoder().decode(given().get(mine + "&limit=1").<String>path("next")),
                UTF_8)
            .replaceFirst("\\d{4}-\\d\\d-\\d\\d", "someday");
    given()
        .get(
            mine
                + "&limit=1&cursor="
                + Base64.getUrlEncoder().encodeToString(forged.getBytes(UTF_8)))
        .then()
        .spec(Problems.violation(400, "INVALID_REQUEST", "cursor"));
    assertEquals(
        List.of(major, far),
        ids(walk(mine + "&sort=tenderExpected&limit=3&endFrom=" + today.plusMonths(13))).stream()
            .filter(id -> !id.equals(moved))
            .toList());
  }
}
