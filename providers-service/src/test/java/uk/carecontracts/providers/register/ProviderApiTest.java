package uk.carecontracts.providers.register;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static uk.carecontracts.testkit.Patience.await;
import static uk.carecontracts.testkit.Problems.problem;
import static uk.carecontracts.testkit.Problems.violation;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;
import uk.carecontracts.providers.ServiceTest;
import uk.carecontracts.testkit.Tokens;

@QuarkusTest
class ProviderApiTest extends ServiceTest {

  @Inject SessionFactory sessions;

  @Test
  void aProviderIsRegisteredReadAndFoundByAnySpellingOfItsNumber() {
    String number = companyNumber();
    String name = unique("Care Limited");
    Response created =
        register(
            Map.of(
                "legalName",
                name,
                "kind",
                "COMPANY",
                "sme",
                true,
                "postcode",
                "m334rz",
                "identifiers",
                List.of(Map.of("scheme", "gb-coh", "id", " " + number))));
    created
        .then()
        .statusCode(201)
        .header("Location", containsString("/v1/providers/" + created.path("id")))
        .header("ETag", "\"1\"")
        .body("postcode", equalTo("M33 4RZ"))
        .body("identifiers[0].scheme", equalTo("GB-COH"))
        .body("identifiers[0].id", equalTo(number))
        .body("status", equalTo("ACTIVE"))
        .body("authority", equalTo(TRAFFORD));
    String id = created.path("id");
    reader().get("/v1/providers/" + id).then().statusCode(200).header("ETag", "\"1\"");
    reader().header("If-None-Match", "\"1\"").get("/v1/providers/" + id).then().statusCode(304);
    reader()
        .get("/v1/providers?identifier=GB-COH:" + number.replaceFirst("^0+", ""))
        .then()
        .body("items.id", equalTo(List.of(id)));
    reader()
        .get("/v1/providers?q=" + name.split(" ")[0].toUpperCase(java.util.Locale.ROOT))
        .then()
        .body("items.id", equalTo(List.of(id)));
  }

  @Test
  void anIdentifierBelongsToOneProvider() {
    String number = companyNumber();
    List<Map<String, String>> identifiers = List.of(Map.of("scheme", "GB-COH", "id", number));
    UUID holder = registered(Map.of("legalName", unique("Ltd"), "identifiers", identifiers));
    register(Map.of("legalName", unique("Ltd"), "identifiers", identifiers))
        .then()
        .spec(problem(409, "IDENTIFIER_TAKEN", holder.toString()));
    UUID other = registered(Map.of("legalName", unique("Ltd")));
    officer()
        .header("If-Match", "\"1\"")
        .body(Map.of("identifiers", identifiers))
        .patch("/v1/providers/" + other)
        .then()
        .spec(problem(409, "IDENTIFIER_TAKEN", holder.toString()));
  }

  @Test
  void aLikelyDuplicateIsRefusedUnlessItsTwinIsKnownToBeAnother() {
    String name = unique("Care");
    UUID first = registered(Map.of("legalName", name + " Ltd"));
    register(Map.of("legalName", "The " + name.toUpperCase(java.util.Locale.ROOT) + " Limited"))
        .then()
        .spec(problem(409, "PROVIDER_EXISTS", first.toString()));
    registered(Map.of("legalName", name + " Limited", "distinctFrom", List.of(first)));
  }

  @Test
  void manyCallersAtOnceMakeOneRecord() throws Exception {
    String name = unique("Care");
    List<Callable<Integer>> calls = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      String spelling =
          i % 2 == 0 ? name + " Ltd" : name.toUpperCase(java.util.Locale.ROOT) + " LIMITED";
      calls.add(() -> register(Map.of("legalName", spelling)).statusCode());
    }
    ExecutorService callers = Executors.newFixedThreadPool(8);
    List<Integer> answers = new ArrayList<>();
    for (Future<Integer> answer : callers.invokeAll(calls)) {
      answers.add(answer.get());
    }
    callers.shutdown();
    answers.sort(null);
    assertEquals(List.of(201, 409, 409, 409, 409, 409, 409, 409), answers);
  }

  @Test
  void everyRuleOfAnIdentifierIsExplainedAtItsPlace() {
    register(
            Map.of(
                "legalName",
                unique("Ltd"),
                "identifiers",
                List.of(
                    Map.of("scheme", "GB-COH", "id", "nonsense"),
                    Map.of("scheme", "GB-NOPE", "id", "1"))))
        .then()
        .spec(violation(422, "INVALID_IDENTIFIER", "/identifiers/0/id"))
        .spec(violation(422, "INVALID_IDENTIFIER", "/identifiers/1/scheme"));
    register(Map.of("legalName", "N/A")).then().spec(problem(422, "NOT_A_PROVIDER_NAME"));
    register(Map.of("legalName", unique("x"), "postcode", "SALE"))
        .then()
        .spec(violation(422, "INVALID_POSTCODE", "/postcode"));
    register(Map.of("legalName", " ")).then().statusCode(400);
    register(Map.of("name", "x")).then().statusCode(400);
  }

  @Test
  void aCorrectionNeedsTheVersionThatWasRead() {
    UUID id = registered(Map.of("legalName", unique("Ltd")));
    String path = "/v1/providers/" + id;
    officer()
        .body(Map.of("brand", "Oak"))
        .patch(path)
        .then()
        .spec(problem(428, "PRECONDITION_REQUIRED"));
    officer()
        .header("If-Match", "\"1\"")
        .body(Map.of("brand", "Oak", "reason", "Group name"))
        .patch(path)
        .then()
        .statusCode(200)
        .header("ETag", "\"2\"")
        .body("brand", equalTo("Oak"))
        .body("version", equalTo(2));
    officer()
        .header("If-Match", "\"1\"")
        .body(Map.of("brand", "Elm"))
        .patch(path)
        .then()
        .spec(problem(412, "STALE_VERSION"));
    officer()
        .header("If-Match", "\"2\"")
        .body(Map.of("brand", ""))
        .patch(path)
        .then()
        .body("brand", nullValue())
        .body("version", equalTo(3));
    reader()
        .get(path + "/history")
        .then()
        .body("items", hasSize(3))
        .body("items[1].type", equalTo("provider.amended.v1"))
        .body("items[1].change.fields", equalTo(List.of("brand")))
        .body("items[1].change.reason", equalTo("Group name"))
        .body("items[2].state.version", equalTo(1));
  }

  @Test
  void aMergeRedirectsAndCanBeTakenBack() {
    String number = companyNumber();
    UUID survivor = registered(Map.of("legalName", unique("Ltd")));
    String name = unique("Homes");
    UUID duplicate =
        registered(
            Map.of(
                "legalName",
                name,
                "identifiers",
                List.of(Map.of("scheme", "GB-COH", "id", number))));
    officer()
        .header("If-Match", "\"1\"")
        .body(Map.of("into", survivor, "reason", "Same company"))
        .post("/v1/providers/" + duplicate + "/merge")
        .then()
        .statusCode(200)
        .body("id", equalTo(survivor.toString()))
        .body("tradingNames", hasItem(name))
        .body("identifiers.id", equalTo(List.of(number)));
    reader()
        .get("/v1/providers/" + duplicate)
        .then()
        .statusCode(308)
        .header("Location", endsWith("/v1/providers/" + survivor));
    reader()
        .get("/v1/providers/" + duplicate + "?asIs=true")
        .then()
        .statusCode(200)
        .body("status", equalTo("MERGED"))
        .body("mergedInto", equalTo(survivor.toString()));
    reader()
        .get("/v1/providers?identifier=GB-COH:" + number)
        .then()
        .body("items.id", equalTo(List.of(survivor.toString())));
    officer()
        .header("If-Match", "\"2\"")
        .body(Map.of("reason", "Two companies after all"))
        .post("/v1/providers/" + duplicate + "/merge/undo")
        .then()
        .statusCode(200)
        .body("status", equalTo("ACTIVE"));
    reader()
        .get("/v1/providers?identifier=GB-COH:" + number)
        .then()
        .body("items.id", equalTo(List.of(duplicate.toString())));
    reader()
        .get("/v1/providers/" + survivor)
        .then()
        .body("tradingNames", not(hasItem(name)))
        .body("identifiers", hasSize(0));
  }

  @Test
  void recordsThatRegistersTellApartAreNotMerged() {
    UUID left = registered(numbered());
    UUID right = registered(numbered());
    officer()
        .header("If-Match", "\"1\"")
        .body(Map.of("into", right, "reason", "Wrong"))
        .post("/v1/providers/" + left + "/merge")
        .then()
        .spec(problem(422, "IDENTIFIERS_CONTRADICT"));
    officer()
        .header("If-Match", "\"1\"")
        .body(Map.of("into", left, "reason", "Wrong"))
        .post("/v1/providers/" + left + "/merge")
        .then()
        .spec(problem(422, "MERGE_INTO_ITSELF"));
  }

  @Test
  void aRepeatedRequestWithItsKeyIsAnsweredAsBefore() {
    String key = UUID.randomUUID().toString();
    Map<String, Object> provider = Map.of("legalName", unique("Ltd"));
    String first =
        officer().header("Idempotency-Key", key).body(provider).post("/v1/providers").path("id");
    officer()
        .header("Idempotency-Key", key)
        .body(provider)
        .post("/v1/providers")
        .then()
        .statusCode(201)
        .body("id", equalTo(first));
    officer()
        .header("Idempotency-Key", key)
        .body(Map.of("legalName", unique("Ltd")))
        .post("/v1/providers")
        .then()
        .spec(problem(422, "IDEMPOTENCY_KEY_REUSED"));
  }

  @Test
  void pagesFollowEachOtherWithoutGapOrRepetitionInOneStatementEach() {
    String mark = unique("").strip();
    TreeSet<String> expected = new TreeSet<>();
    for (String word : List.of("Ash", "Birch", "Cedar", "Elm", "Oak")) {
      expected.add(registered(Map.of("legalName", word + " " + mark)).toString());
    }
    List<String> seen = new ArrayList<>();
    String cursor = "";
    do {
      long before = sessions.getStatistics().getPrepareStatementCount();
      Response page = reader().get("/v1/providers?limit=2&q=" + mark + "&cursor=" + cursor);
      assertEquals(1, sessions.getStatistics().getPrepareStatementCount() - before);
      seen.addAll(page.path("items.id"));
      cursor = page.path("next");
      if (cursor != null) {
        assertTrue(page.header("Link").contains(cursor));
      }
    } while (cursor != null);
    assertEquals(5, seen.size());
    assertEquals(expected, new TreeSet<>(seen));
    List<String> names = reader().get("/v1/providers?sort=-name&q=" + mark).path("items.legalName");
    assertEquals("Oak " + mark, names.get(0));
    reader()
        .get("/v1/providers?cursor=nonsense")
        .then()
        .spec(violation(400, "INVALID_REQUEST", "cursor"));
    reader().get("/v1/providers?sort=age").then().spec(violation(400, "INVALID_REQUEST", "sort"));
    reader().get("/v1/providers?kin=COMPANY").then().spec(violation(400, "INVALID_REQUEST", "kin"));
    reader()
        .get("/v1/providers?kind=CASTLE")
        .then()
        .spec(violation(400, "INVALID_REQUEST", "kind"));
  }

  @Test
  void aSpreadsheetNeverRunsAName() {
    String name = "=" + unique("Ltd");
    registered(Map.of("legalName", name));
    reader()
        .accept("text/csv")
        .get("/v1/providers?q=" + name.substring(1, 13))
        .then()
        .statusCode(200)
        .contentType(containsString("text/csv"))
        .body(containsString(",'" + name));
  }

  @Test
  void theChangeFeedTellsEveryVersionInOrder() {
    UUID id = registered(Map.of("legalName", unique("Ltd")));
    await()
        .untilAsserted(
            () ->
                reader()
                    .get("/v1/providers/changes?types=provider.registered.v1&limit=1000")
                    .then()
                    .statusCode(200)
                    .body("changes.aggregateId", hasItems(id.toString())));
  }

  @Test
  void whoMayNotIsRefused() {
    UUID id = registered(Map.of("legalName", unique("Ltd")));
    RestAssured.given().get("/v1/providers").then().spec(problem(401, "UNAUTHENTICATED"));
    RestAssured.given().get("/v1/providers/" + id).then().spec(problem(401, "UNAUTHENTICATED"));
    reader()
        .body(Map.of("legalName", "x"))
        .post("/v1/providers")
        .then()
        .spec(problem(403, "FORBIDDEN"));
    as(Tokens.custom("providers:write", null))
        .body(Map.of("legalName", unique("Ltd")))
        .post("/v1/providers")
        .then()
        .spec(problem(403, "NO_AUTHORITY"));
    reader().get("/v1/providers/" + UUID.randomUUID()).then().spec(problem(404, "NOT_FOUND"));
    reader().get("/v1/providers/nonsense").then().spec(violation(400, "INVALID_REQUEST", "id"));
  }

  private static Map<String, Object> numbered() {
    return Map.of(
        "legalName",
        unique("Ltd"),
        "identifiers",
        List.of(Map.of("scheme", "GB-COH", "id", companyNumber())));
  }
}
