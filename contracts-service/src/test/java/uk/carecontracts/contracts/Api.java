package uk.carecontracts.contracts;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.testkit.Tokens;

/** Calls of this service's API as the tests make them. */
public final class Api {
  /** Bearer of the contracts:write scope in most tests. */
  public static final String AUTHORITY = "E10000017";

  /** Another authority. */
  public static final String OTHER = "E06000008";

  private static final AtomicInteger COUNCILS = new AtomicInteger(900_000);

  private Api() {}

  /** A council of its own for a test that counts or adds up what a council has. */
  public static String council() {
    return "E06" + COUNCILS.incrementAndGet();
  }

  /** A request of the contract keeper of {@link #AUTHORITY}. */
  public static RequestSpecification keeper() {
    return as(AUTHORITY);
  }

  /** A request of the contract keeper of an authority. */
  public static RequestSpecification as(String authority) {
    return given().auth().oauth2(Tokens.contracts(authority)).contentType(ContentType.JSON);
  }

  /** A reference nobody else uses. */
  public static String reference() {
    return "T-" + UUID.randomUUID();
  }

  /** A complete contract with a supplier and a direct award, as a body. */
  public static String complete(String reference) {
    return """
        {"reference":"%s","title":"Home care in Northvale","description":"Support at home",
         "directorate":"Adults","department":"Commissioning","type":"BLOCK","regime":"LIGHT_TOUCH",
         "procedure":"DIRECT_AWARD","categories":{"proclass":"321014","cpv":["85312000"]},
         "serviceType":"HOME_CARE","clientGroups":["OLDER_PEOPLE"],"area":"Northvale",
         "values":{"total":{"amount":300000.00,"currency":"GBP"}},
         "dates":{"start":"2026-04-01","end":"2030-03-31","review":"2028-04-01"}}"""
        .formatted(reference);
  }

  /** A body of an award to one supplier. */
  public static String award(String supplier) {
    return """
        {"awardDate":"2026-03-01","suppliers":[{"role":"LEAD_SUPPLIER","name":"%s",
         "identifiers":[{"scheme":"GB-COH","id":"01234567"}],"sme":true}]}"""
        .formatted(supplier);
  }

  /** Enters a contract and gives its answer. */
  public static Response draft(String body) {
    Response response = keeper().body(body).post("/v1/contracts");
    response.then().statusCode(201);
    return response;
  }

  /** A step that is taken, by a keeper of an authority. */
  public static Response stepAs(String authority, Response before, String verb, String body) {
    Response after =
        as(authority)
            .header("If-Match", before.header("ETag"))
            .body(body)
            .post("/v1/contracts/" + id(before) + "/" + verb);
    after.then().statusCode(200);
    return after;
  }

  /** Takes a step with the version the answer before had. */
  public static Response step(Response before, String verb, @Nullable String body) {
    RequestSpecification request = keeper().header("If-Match", before.header("ETag"));
    if (body != null) {
      request.body(body);
    }
    return request.post("/v1/contracts/" + id(before) + "/" + verb);
  }

  /** Mends a contract, as it was read, by what was signed. */
  public static Response correct(Response read, String change) {
    return step(
        read,
        "correct",
        "{\"reason\":\"Mistyped\",\"document\":\"Signed contract, schedule 2\",\"change\":%s}"
            .formatted(change));
  }

  /** A new active contract of a supplier. */
  public static Response active(String supplier) {
    Response draft = draft(complete(reference()));
    Response awarded = step(draft, "award", award(supplier));
    awarded.then().statusCode(200);
    Response active = step(awarded, "activate", null);
    active.then().statusCode(200);
    return active;
  }

  /** The identity in an answer. */
  public static String id(Response response) {
    return JsonPath.from(response.asString()).getString("id");
  }
}
