package uk.carecontracts.contracts.spend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static uk.carecontracts.testkit.Patience.await;

import io.restassured.path.json.JsonPath;
import io.restassured.path.json.config.JsonPathConfig;
import io.restassured.path.json.config.JsonPathConfig.NumberReturnType;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import uk.carecontracts.contracts.Api;

/** Payment files and what became of them, as the tests of this package ask. */
final class SpendCalls {
  static final String HEADER =
      "OrganisationLabel,EffectiveDate,OrganisationalUnit,BeneficiaryName,BeneficiaryOtherID,"
          + "PaymentDate,TransactionNumber,Amount,Purpose,ProclassCode,VATRegistrationNumber\n";

  private SpendCalls() {}

  static String line(String supplier, String no, String day, String voucher, String amount) {
    return String.join(
            ",",
            "Northvale",
            "2024-07-31",
            "HOME CARE",
            supplier,
            no,
            day,
            voucher,
            amount,
            "Care",
            "321014",
            "NA")
        + "\n";
  }

  static JsonPath run(String authority, String query, byte[] file) throws Exception {
    Response accepted =
        Api.as(authority)
            .contentType("application/octet-stream")
            .body(file)
            .post("/v1/spend-imports?" + query);
    accepted.then().statusCode(202);
    String path = "/v1/spend-imports/" + Api.id(accepted);
    // a year of payments takes a slow machine minutes, and asking all the time makes it slower
    boolean large = file.length > 1 << 20;
    await()
        .atMost(Duration.ofMinutes(15))
        .pollInterval(Duration.ofMillis(large ? 500 : 25))
        .until(
            () ->
                List.of("COMPLETED", "FAILED")
                    .contains(Api.as(authority).get(path).jsonPath().getString("status")));
    return Api.as(authority).get(path).jsonPath();
  }

  static void counts(JsonPath job, int created, int updated, int unchanged, int rejected) {
    assertEquals("COMPLETED", job.getString("status"), job::prettify);
    assertEquals(
        List.of(created, updated, unchanged, rejected),
        List.of(
            job.getInt("rows.created"),
            job.getInt("rows.updated"),
            job.getInt("rows.unchanged"),
            job.getInt("rows.rejected")),
        job::prettify);
  }

  static JsonPath reconciliation(String authority, JsonPath job) {
    return JsonPath.from(
            Api.as(authority)
                .get("/v1/spend-imports/" + job.getString("id") + "/reconciliation")
                .asString())
        .using(JsonPathConfig.jsonPathConfig().numberReturnType(NumberReturnType.BIG_DECIMAL));
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static String contract(String authority, String supplier, String type) {
    Response draft =
        Api.as(authority)
            .body(
                Api.complete(Api.reference())
                    .replace("2026-04-01", "2024-04-01")
                    .replace("2030-03-31", "2028-03-31")
                    .replace("2028-04-01", "2027-04-01")
                    .replace("300000.00", "146100.00")
                    .replace("BLOCK", type))
            .post("/v1/contracts");
    draft.then().statusCode(201);
    String path = "/v1/contracts/" + Api.id(draft) + "/";
    Response awarded =
        Api.as(authority)
            .header("If-Match", draft.header("ETag"))
            .body(Api.award(supplier).replace("2026-03-01", "2024-03-01"))
            .post(path + "award");
    awarded.then().statusCode(200);
    Api.as(authority)
        .header("If-Match", awarded.header("ETag"))
        .post(path + "activate")
        .then()
        .statusCode(200);
    return Api.id(draft);
  }

  static long lines(String authority, String query) {
    return Api.as(authority)
        .get("/v1/spend/lines?limit=500&" + query)
        .jsonPath()
        .getList("items")
        .size();
  }
}
